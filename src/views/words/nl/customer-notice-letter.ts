// What a customer is told beforehand, in Dutch.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Hierbij laten wij u weten dat er een wijziging gepland is in onze toegang tot de Microsoft 365-tenant van ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `Wat er gebeurt: wij zetten de automatische verlenging van de relatie ‘${relationship}’ aan. Zonder die verlenging zou onze toegang op ${date} eindigen. Nu wordt de toegang op die dag met 180 dagen verlengd, en daarna opnieuw. Wij krijgen geen extra rollen.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Wat er gebeurt: wij geven de rol Globale beheerder in de relatie ‘${relationship}’ op en zetten de automatische verlenging ervan aan. Zonder dat zou onze toegang op ${date} eindigen. Nu wordt de toegang op die dag met de overige rollen met 180 dagen verlengd, en daarna opnieuw.`,
    request: ({ date }) =>
      `Wat er gebeurt: onze toegang eindigt op ${date}. Voor die dag sturen wij u een verzoek voor een nieuwe relatie, waarvan de naam met ‘Gatehouse-’ begint. Er verandert niets zolang geen van uw beheerders het verzoek goedkeurt. U krijgt de link in een apart bericht.`,
    offboarding:
      'Wat er gebeurt: wij beëindigen onze toegang tot uw tenant. Wij verwijderen de relaties waarmee wij de tenant beheren, de rollen van onze groepen en de toestemming voor onze toepassingen, voor zover die er zijn.',
  },
  when: ({ date }) => `Wanneer: vanaf ${date}, meestal binnen een dag.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `Wat u kunt zien: uw auditlogboeken of beveiligingswaarschuwingen kunnen melden dat de partnerrelatie ‘${relationship}’ is gewijzigd. Mails van Microsoft waarin staat dat deze op ${date} eindigt, gaan over dezelfde relatie.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Wat u kunt zien: uw auditlogboeken of beveiligingswaarschuwingen kunnen melden dat de partnerrelatie ‘${relationship}’ is gewijzigd en de rol Globale beheerder niet meer heeft. Mails van Microsoft waarin staat dat deze op ${date} eindigt, gaan over dezelfde relatie.`,
    request: ({ date }) =>
      `Wat u kunt zien: uw auditlogboeken of beveiligingswaarschuwingen kunnen een nieuwe partnerrelatie melden. Mails van Microsoft waarin staat dat onze toegang op ${date} eindigt, gaan over de huidige.`,
    offboarding:
      'Wat u kunt zien: uw auditlogboeken of beveiligingswaarschuwingen kunnen melden dat partnerrelaties zijn beëindigd, dat roltoewijzingen zijn verwijderd en dat een bedrijfstoepassing is verwijderd.',
  },
  check:
    'Zo controleert u dit: meld u zoals altijd aan bij het Microsoft 365-beheercentrum en open Instellingen > Partnerrelaties. U hoeft niets te doen.',
  checkRequest:
    'Zo controleert u dit: het verzoek opent in het beheercentrum van Microsoft zelf (admin.microsoft.com) en noemt ons bedrijf. Keur geen ander verzoek goed.',
  unexpected:
    'Ziet u iets anders, of komt dit onverwacht? Bel ons op het nummer dat u al van ons hebt. Wij vragen nooit om uw wachtwoord.',
};
