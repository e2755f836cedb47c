// Keeping access beyond its end.
import { icu } from './icu.js';

/** Names in questions are foreign text. */
export const keeping = {
  /** While it's under way, by how it's kept. */
  underWay: {
    extend: 'Zugriff behalten: Gatehouse schaltet die automatische Verlängerung ein.',
    removeGlobalAdministrator:
      'Zugriff behalten: Microsoft entfernt den globalen Administrator, danach wird die automatische Verlängerung eingeschaltet.',
    request: 'Zugriff behalten: Gatehouse bereitet die Anfrage für eine weitere Beziehung vor.',
  },
  late: 'Es bleiben weniger als 24 Stunden, daher kann es zu spät sein. Gatehouse prüft nach dem Ende noch einmal.',
  emptied: icu<{ count: number; groups: string }>(
    '{count, plural, one {# Gruppe hatte keine andere Rolle und hat jetzt keine mehr} other {# Gruppen hatten keine andere Rolle und haben jetzt keine mehr}}: {groups}.',
  ),
  failed: ({ cause }: { cause: string }) => `Der Zugriff konnte nicht erhalten werden. ${cause}`,
  causes: {
    operationFailed: 'Microsoft hat begonnen, den globalen Administrator zu entfernen, und ist gescheitert.',
    unconfirmed: 'Microsoft hat es vor mehr als einer Stunde angenommen, zeigt es aber nicht als erledigt an.',
    ended: 'Die Beziehung war vorher zu Ende.',
    notApproved: 'Der Kunde hat die Anfrage nicht genehmigt.',
  },
  wayOut: 'Sie können es im Partner Center erledigen oder „Zugriff behalten“ noch einmal wählen.',
  answer: ({ answer }: { answer: string }) => `Antwort von Microsoft: ${answer}.`,
  openPartnerCenter: 'Im Partner Center öffnen',
  title: ({ tenant }: { tenant: string }) => `Zugriff auf ${tenant} behalten?`,
  /** Before Global Administrator is given up. */
  removal: {
    intro: ({ date }: { date: string }) =>
      `Der Zugriff endet am ${date}. Microsoft verlängert keine Beziehung mit der Rolle „Globaler Administrator“, daher entfernt Gatehouse diese Rolle zuerst.`,
    removed: ({ relationship }: { relationship: string }) =>
      `Die Rolle „Globaler Administrator“ wird aus „${relationship}“ entfernt. Nur eine neue, vom Kunden genehmigte Anfrage bringt sie zurück.`,
    noLonger: 'Was bei diesem Kunden nur ein globaler Administrator darf, können Ihre Gruppen nicht mehr.',
    groups: icu<{ count: number }>(
      '{count, plural, one {# Gruppe hat keine andere Rolle und verliert ihren Zugriff.} other {# Gruppen haben keine andere Rolle und verlieren ihren Zugriff.}}',
    ),
    extended:
      'Die automatische Verlängerung wird eingeschaltet: Am letzten Tag verlängert sich der Zugriff um 180 Tage und danach wieder.',
    othersStay: 'Alle anderen Rollen und die Gruppen, die sie haben.',
    takesAdmin: 'Dafür ist die Rolle „Admin“ nötig: Fragen Sie einen Ihrer Admins.',
    yes: 'Entfernen und behalten',
    yesTooltip: ({ tenant }: { tenant: string }) =>
      `Globalen Administrator entfernen und Zugriff auf ${tenant} behalten`,
  },
  /** Before auto-extend is switched on, where that takes a ticket. */
  extension: {
    intro: ({ date }: { date: string }) => `Der Zugriff endet am ${date}, und Gatehouse kann ihn verlängern.`,
    yes: 'Zugriff behalten',
    yesTooltip: ({ tenant }: { tenant: string }) => `Zugriff auf ${tenant} behalten`,
  },
  /** Before another relationship is asked for. */
  request: {
    intro: ({ date }: { date: string }) =>
      `Der Zugriff endet am ${date}, und diese Beziehung lässt sich nicht mit allen Rollen Ihrer Zugriffsvorlage verlängern.`,
    sent: 'Gatehouse bittet den Kunden um eine weitere Beziehung mit allen Rollen Ihrer Zugriffsvorlage.',
    approval:
      'Der Administrator des Kunden muss sie genehmigen. Die Anfrage lässt sich 90 Tage lang nicht zurückziehen.',
    accessStays: 'Ihr Zugriff bis dahin. Gruppen ziehen um, sobald der Kunde genehmigt hat.',
    yes: 'Anfrage senden',
    yesTooltip: ({ tenant }: { tenant: string }) => `Anfrage an ${tenant} senden`,
  },
  drift: {
    card: ({ when }: { when: string }) =>
      `Die automatische Verlängerung ist aus, obwohl die Zugriffsvorlage sie vorsieht. Der Zugriff endet ${when}, wenn sie aus bleibt.`,
    cause: ({ when }: { when: string }) => `Automatische Verlängerung ist aus, der Zugriff endet ${when}`,
    title: icu<{ count: number }>(
      '{count, plural, one {⚠️ Automatische Verlängerung ist bei # Mandanten aus} other {⚠️ Automatische Verlängerung ist bei # Mandanten aus}}',
    ),
    list: 'Mandanten anzeigen',
    hint: 'Ihre Zugriffsvorlage sieht sie vor. Öffnen Sie einen Mandanten und wählen Sie „Zugriff behalten“, um sie einzuschalten.',
  },
  repairStopped: icu<{ count: number }>(
    'Gatehouse hat das {count, plural, other {#-mal}} behoben, wie es die Zugriffsvorlage vorsieht, und jedes Mal wurde es wieder geändert. Von selbst tut es das nicht mehr.',
  ),
};
