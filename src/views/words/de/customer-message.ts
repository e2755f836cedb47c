// The message to a customer, in German.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Deutsch',
  greeting: 'Guten Tag,',
  introduction: ({ sender, partner }) =>
    `mein Name ist ${sender}. Ich schreibe Ihnen im Auftrag Ihres Microsoft-Partners ${partner}.`,
  introductionUnnamed: ({ sender }) =>
    `mein Name ist ${sender}. Ich arbeite für das Unternehmen, das Ihre Microsoft-Dienste betreut.`,
  request: ({ tenant }) =>
    `Damit wir den Microsoft 365-Mandanten von ${tenant} für Sie verwalten können, bitten wir Sie, die folgenden Administratorrollen zu genehmigen:`,
  role: ({ role, duty }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• und {count, plural, one {# weitere Rolle, die} other {# weitere Rollen, die}} auf der Genehmigungsseite {count, plural, one {steht} other {stehen}}',
  ),
  approve: ({ deadline }) =>
    `Bitte öffnen Sie diesen Link bis zum ${deadline}; an diesem Tag läuft die Anfrage ab. Prüfen Sie die dort aufgeführten Rollen und genehmigen Sie die Anfrage:`,
  approver:
    'Wer genehmigen kann: ein Globaler Administrator Ihres Mandanten oder eine Person mit der Rolle „Customer Delegated Admin Relationship Administrator“. Falls das nicht auf Sie zutrifft, leiten Sie diese Nachricht bitte an die zuständige Person weiter.',
  lasts: icu('Dauer: Der Zugriff gilt {days, plural, one {# Tag} other {# Tage}} und endet dann von selbst.'),
  renews: icu(
    'Dauer: Der Zugriff gilt {days, plural, one {# Tag} other {# Tage}} und verlängert sich danach automatisch, bis Sie oder wir ihn beenden.',
  ),
  end: 'Sie können den Zugriff jederzeit und ohne Rücksprache beenden: im Microsoft 365 Admin Center unter Einstellungen > Partnerbeziehungen.',
  genuine: ({ host }) =>
    `So prüfen Sie, ob diese Nachricht echt ist: Der Link führt zu ${host}, dem Admin Center von Microsoft selbst, und die Anfrage nennt dort den Namen unseres Unternehmens. Wir fragen Sie nie nach Ihrem Kennwort. Rufen Sie uns im Zweifel unter der Ihnen bekannten Nummer an.`,
  rehearsal: ({ host }) =>
    `Diese Nachricht ist eine Probe: Der Link führt zu ${host}, der Sandbox von Gatehouse, die das Admin Center von Microsoft nachstellt. Außerhalb der Sandbox steht hier, wie sich prüfen lässt, ob die Nachricht echt ist.`,
  regards: 'Mit freundlichen Grüßen',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# Tag} other {# Tage}}'),
  roleDuties: {
    'Application Administrator': 'Anwendungen und die Anmeldung bei ihnen einrichten',
    'Authentication Administrator': 'Anmeldemethoden von Benutzern zurücksetzen',
    'Billing Administrator': 'Käufe einsehen, Abonnements und Abrechnung verwalten',
    'Cloud Application Administrator': 'Cloudanwendungen und die Anmeldung bei ihnen einrichten',
    'Cloud Device Administrator': 'Geräte aktivieren, deaktivieren und löschen',
    'Compliance Administrator': 'Regeln für Datenschutz und Aufbewahrung verwalten',
    'Conditional Access Administrator': 'Regeln für Anmeldungen verwalten',
    'Directory Readers': 'Benutzer, Gruppen und Einstellungen lesen',
    'Domain Name Administrator': 'Ihre Domänen verwalten',
    'Exchange Administrator': 'Postfächer und Nachrichtenfluss verwalten',
    'Global Administrator': 'den gesamten Mandanten verwalten',
    'Global Reader': 'alle Einstellungen lesen, nichts ändern',
    'Groups Administrator': 'Gruppen verwalten',
    'Helpdesk Administrator': 'Kennwörter von Benutzern zurücksetzen, Supportanfragen verwalten',
    'Intune Administrator': 'Computer und mobile Geräte verwalten',
    'License Administrator': 'Benutzern Lizenzen zuweisen',
    'Message Center Reader': 'Ankündigungen von Microsoft lesen',
    'Office Apps Administrator': 'Einstellungen der Office-Apps verwalten',
    'Password Administrator': 'Kennwörter von Benutzern zurücksetzen',
    'Power Platform Administrator': 'Power Apps, Power Automate und Power BI verwalten',
    'Privileged Authentication Administrator': 'Anmeldemethoden aller Personen zurücksetzen, auch von Administratoren',
    'Privileged Role Administrator': 'Administratorrollen zuweisen',
    'Reports Reader': 'Nutzungsberichte lesen',
    'Security Administrator': 'Sicherheitseinstellungen und Warnungen verwalten',
    'Security Operator': 'Sicherheitswarnungen bearbeiten',
    'Security Reader': 'Sicherheitseinstellungen und Warnungen lesen',
    'Service Support Administrator': 'Supportanfragen bei Microsoft stellen, Dienststatus einsehen',
    'SharePoint Administrator': 'SharePoint und OneDrive verwalten',
    'Teams Administrator': 'Teams verwalten',
    'User Administrator': 'Benutzer und Gruppen verwalten',
  },
};
