// Exit certificates in the chat, and the ways to their files.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times are for text blocks only; names are foreign text. */
export const certificates = {
  tooltip: ({ which }: { which: string }) => `Offboarding-Nachweis: ${which}`,
  titled: count('{count, plural, one {# Offboarding-Nachweis} other {# Offboarding-Nachweise}}'),
  newest: ({ shown, total }: { shown: number; total: number }) =>
    `Offboarding-Nachweise: die neuesten ${shown} von ${total}`,
  findOthers:
    'Schreiben Sie **/certificate** und einen Namen, eine Mandanten-ID oder eine Nummer, um weitere zu finden.',
  number: ({ id }: { id: string }) => `Nachweis ${id}`,
  nameAndDay: ({ tenant, date }: { tenant: string; date: string }) => `${tenant}, ${date}`,
  none: 'Noch keine Offboarding-Nachweise vorhanden',
  noMatch: ({ search }: { search: string }) => `Kein Offboarding-Nachweis passt zu „${search}“`,
  didYouMean: ({ nearest }: { nearest: string }) => `Meinten Sie ${nearest}? Schreiben Sie /certificate und den Namen.`,
  howTo:
    'Ein Nachweis entsteht, sobald das vollständige Offboarding eines Mandanten beendet ist. Um einen Mandanten zu offboarden, öffnen Sie ihn und wählen Sie „Vollständig offboarden“.',
  access: {
    none: 'Offboarding beendet: kein Zugriff mehr',
    remains: 'Offboarding beendet: Zugriff besteht noch',
    unread: 'Offboarding beendet: kein Zugriff gefunden, aber nicht alles war lesbar',
    notKnown: 'Offboarding beendet: Zugriff nicht bekannt',
    unsaid: 'Offboarding beendet: etwas besteht weiter',
  },
  yours: {
    none: ({ tenant }: { tenant: string }) => `Sie haben keinen Zugriff mehr auf ${tenant}.`,
    delegatedAdmin: ({ tenant }: { tenant: string }) =>
      `Sie haben über delegierte Administratorrechte (DAP) weiterhin Zugriff auf ${tenant}.`,
    remains: ({ tenant, list }: { tenant: string; list: string }) =>
      `Sie haben weiterhin Zugriff auf ${tenant}: ${list}.`,
    notKnown: ({ tenant }: { tenant: string }) => `Es ist nicht bekannt, ob Sie noch Zugriff auf ${tenant} haben.`,
    unread: ({ list }: { list: string }) => `Ließ sich bei Microsoft nicht feststellen: ${list}.`,
  },
  someStayed: icu<{ tenant: string; count: number }>(
    'Das Offboarding von {tenant} ist beendet, {count, plural, one {# Element besteht} other {# Elemente bestehen}} weiter.',
  ),
  nothingRemoved: 'Es wurde nichts entfernt.',
  removed: count(
    '{count, plural, one {# Element entfernt. Die Entfernung wurde bei Microsoft überprüft.} other {# Elemente entfernt. Jede Entfernung wurde bei Microsoft überprüft.}}',
  ),
  remains: 'Der Nachweis nennt, was noch besteht, ob es Zugriff gibt und wer was dagegen tun kann.',
  stillInPlace: 'Besteht noch:',
  moreInCertificate: ({ count: more }: { count: number }) => `und ${more} weitere, alle im Nachweis aufgeführt`,
  deleted:
    'Alles andere, was Gatehouse zu diesem Mandanten gespeichert hatte, wurde gelöscht, außer IDs im Überwachungsprotokoll und den IDs von Anfragen, die noch beobachtet werden.',
  issued: 'Ausgestellt',
  certificate: 'Nachweis',
  hash: 'SHA-256 der JSON-Datei',
  pdfLanguage: 'Sprache der PDF-Datei',
  translation: 'Diese PDF-Datei ist eine Übersetzung, erzeugt aus dem ausgestellten Nachweis.',
  get: ({ kind, tenant }: { kind: string; tenant: string }) => `Nachweis als ${kind} abrufen: ${tenant}`,
  of: ({ tenant }: { tenant: string }) => `Nachweis für ${tenant}`,
  notOffboarded: ({ tenant }: { tenant: string }) => `Kein Offboarding von ${tenant}`,
  dropped:
    'Das Offboarding wurde vor dem Start rückgängig gemacht oder verworfen. Es wurde nichts ausgeführt, und nichts hat sich geändert.',
};
