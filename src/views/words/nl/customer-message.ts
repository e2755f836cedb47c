// The message to a customer, in Dutch.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Nederlands',
  greeting: 'Goedendag,',
  introduction: ({ sender, partner }) =>
    `Mijn naam is ${sender} en ik schrijf u namens ${partner}, uw Microsoft-partner.`,
  introductionUnnamed: ({ sender }) =>
    `Mijn naam is ${sender} en ik werk voor het bedrijf dat uw Microsoft-diensten beheert.`,
  request: ({ tenant }) =>
    `Om de Microsoft 365-tenant van ${tenant} voor u te kunnen beheren, vragen wij uw goedkeuring voor de volgende beheerdersrollen:`,
  role: ({ role, duty }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• en nog {count, plural, one {# rol, die} other {# rollen, die}} op de goedkeuringspagina {count, plural, one {staat} other {staan}}',
  ),
  approve: ({ deadline }) =>
    `Wilt u deze link uiterlijk op ${deadline} openen? Op die dag verloopt het verzoek. Controleer de vermelde rollen en keur het verzoek goed:`,
  approver:
    'Wie kan goedkeuren: een globale beheerder van uw tenant of iemand met de rol ‘Customer Delegated Admin Relationship Administrator’. Bent u dat niet, stuur dit bericht dan alstublieft door aan de juiste persoon.',
  lasts: icu('Duur: de toegang geldt {days, plural, one {# dag} other {# dagen}} en eindigt daarna vanzelf.'),
  renews: icu(
    'Duur: de toegang geldt {days, plural, one {# dag} other {# dagen}} en wordt daarna automatisch verlengd, totdat u of wij er een einde aan maken.',
  ),
  end: 'U kunt de toegang op elk moment beëindigen, zonder overleg met ons: in het Microsoft 365-beheercentrum, onder Instellingen > Partnerrelaties.',
  genuine: ({ host }) =>
    `Zo controleert u of dit bericht echt is: de link gaat naar ${host}, het beheercentrum van Microsoft zelf, waar bij het verzoek de naam van ons bedrijf staat. Wij vragen nooit om uw wachtwoord. Bel ons bij twijfel op het nummer dat u al van ons hebt.`,
  rehearsal: ({ host }) =>
    `Dit bericht is een proef: de link gaat naar ${host}, de sandbox van Gatehouse, die het beheercentrum van Microsoft speelt. Buiten de sandbox staat hier hoe u controleert of het bericht echt is.`,
  regards: 'Met vriendelijke groet,',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# dag} other {# dagen}}'),
  roleDuties: {
    'Application Administrator': 'toepassingen en de aanmelding daarbij instellen',
    'Authentication Administrator': 'aanmeldingsmethoden van gebruikers opnieuw instellen',
    'Billing Administrator': 'aankopen bekijken, abonnementen en facturering beheren',
    'Cloud Application Administrator': 'cloudtoepassingen en de aanmelding daarbij instellen',
    'Cloud Device Administrator': 'apparaten in- en uitschakelen en verwijderen',
    'Compliance Administrator': 'regels voor gegevensbescherming en bewaring beheren',
    'Conditional Access Administrator': 'regels voor aanmelden beheren',
    'Directory Readers': 'gebruikers, groepen en instellingen lezen',
    'Domain Name Administrator': 'uw domeinen beheren',
    'Exchange Administrator': 'postvakken en e-mailstroom beheren',
    'Global Administrator': 'de hele tenant beheren',
    'Global Reader': 'alle instellingen lezen, niets wijzigen',
    'Groups Administrator': 'groepen beheren',
    'Helpdesk Administrator': 'wachtwoorden van gebruikers opnieuw instellen, ondersteuningsaanvragen beheren',
    'Intune Administrator': 'computers en mobiele apparaten beheren',
    'License Administrator': 'licenties aan gebruikers toewijzen',
    'Message Center Reader': 'aankondigingen van Microsoft lezen',
    'Office Apps Administrator': 'instellingen van Office-apps beheren',
    'Password Administrator': 'wachtwoorden van gebruikers opnieuw instellen',
    'Power Platform Administrator': 'Power Apps, Power Automate en Power BI beheren',
    'Privileged Authentication Administrator': 'aanmeldingsmethoden van iedereen opnieuw instellen, ook van beheerders',
    'Privileged Role Administrator': 'beheerdersrollen toewijzen',
    'Reports Reader': 'gebruiksrapporten lezen',
    'Security Administrator': 'beveiligingsinstellingen en -meldingen beheren',
    'Security Operator': 'beveiligingsmeldingen afhandelen',
    'Security Reader': 'beveiligingsinstellingen en -meldingen lezen',
    'Service Support Administrator': 'ondersteuningsaanvragen bij Microsoft indienen, servicestatus bekijken',
    'SharePoint Administrator': 'SharePoint en OneDrive beheren',
    'Teams Administrator': 'Teams beheren',
    'User Administrator': 'gebruikers en groepen beheren',
  },
};
