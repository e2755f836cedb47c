// What a customer is told beforehand, in German.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Hiermit informieren wir Sie über eine geplante Änderung unseres Zugriffs auf den Microsoft 365-Mandanten von ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `Was geschieht: Wir schalten die automatische Verlängerung der Beziehung „${relationship}“ ein. Ohne sie würde unser Zugriff am ${date} enden. Mit ihr wird er an diesem Tag um 180 Tage verlängert und danach erneut. Wir erhalten keine zusätzlichen Rollen.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Was geschieht: Wir geben die Rolle Globaler Administrator in der Beziehung „${relationship}“ ab und schalten ihre automatische Verlängerung ein. Ohne das würde unser Zugriff am ${date} enden. So wird er an diesem Tag mit den übrigen Rollen um 180 Tage verlängert und danach erneut.`,
    request: ({ date }) =>
      `Was geschieht: Unser Zugriff endet am ${date}. Vorher senden wir Ihnen eine Anforderung für eine neue Beziehung, deren Name mit „Gatehouse-“ beginnt. Es ändert sich nichts, solange keine Administratorin und kein Administrator bei Ihnen sie genehmigt. Den Link dazu erhalten Sie in einer eigenen Nachricht.`,
    offboarding:
      'Was geschieht: Wir beenden unseren Zugriff auf Ihren Mandanten. Wir entfernen die Beziehungen, über die wir ihn verwalten, die Rollen unserer Gruppen und die Zustimmung zu unseren Anwendungen, soweit es sie gibt.',
  },
  when: ({ date }) => `Wann: ab ${date}, in der Regel innerhalb eines Tages.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `Was Sie sehen können: Ihre Überwachungsprotokolle oder Sicherheitswarnungen melden möglicherweise, dass die Partnerbeziehung „${relationship}“ geändert wurde. Mails von Microsoft, nach denen sie am ${date} endet, betreffen dieselbe Beziehung.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Was Sie sehen können: Ihre Überwachungsprotokolle oder Sicherheitswarnungen melden möglicherweise, dass die Partnerbeziehung „${relationship}“ geändert wurde und die Rolle Globaler Administrator nicht mehr hat. Mails von Microsoft, nach denen sie am ${date} endet, betreffen dieselbe Beziehung.`,
    request: ({ date }) =>
      `Was Sie sehen können: Ihre Überwachungsprotokolle oder Sicherheitswarnungen melden möglicherweise eine neue Partnerbeziehung. Mails von Microsoft, nach denen unser Zugriff am ${date} endet, betreffen die jetzige.`,
    offboarding:
      'Was Sie sehen können: Ihre Überwachungsprotokolle oder Sicherheitswarnungen melden möglicherweise, dass Partnerbeziehungen beendet, Rollenzuweisungen entfernt und eine Unternehmensanwendung entfernt wurden.',
  },
  check:
    'So prüfen Sie das: Melden Sie sich wie gewohnt im Microsoft 365 Admin Center an, und öffnen Sie „Einstellungen > Partnerbeziehungen“. Sie müssen nichts tun.',
  checkRequest:
    'So prüfen Sie das: Die Anforderung öffnet sich im Admin Center von Microsoft (admin.microsoft.com) und nennt unser Unternehmen. Genehmigen Sie keine andere.',
  unexpected:
    'Wenn Sie etwas anderes sehen oder das für Sie überraschend kommt: Rufen Sie uns unter der Nummer an, die Sie bereits haben. Nach Ihrem Kennwort fragen wir nie.',
};
