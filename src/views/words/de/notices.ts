// One-line answers to clicks, and headlines of messages.

/** Names in them are foreign text. */
export const notices = {
  refused: {
    alreadyUnderWay: ({ tenant }: { tenant: string }) =>
      `Läuft für ${tenant} bereits. Es wurde nichts doppelt ausgeführt.`,
    alreadyDone: ({ tenant }: { tenant: string }) => `Für ${tenant} bereits erledigt. Es wurde nichts geändert.`,
    notOnboarded: ({ tenant }: { tenant: string }) => `${tenant} ist nicht konfiguriert, es gibt also nichts zu tun.`,
    microsoftAtWork: ({ tenant }: { tenant: string }) =>
      `Microsoft arbeitet gerade an ${tenant}. Versuchen Sie es danach noch einmal.`,
    doesNotApply: ({ tenant, status }: { tenant: string; status: string }) =>
      `Für ${tenant} mit dem Status „${status}“ ist das nicht möglich. Es wurde nichts geändert.`,
    outdated: ({ tenant }: { tenant: string }) =>
      `Diese Karte war veraltet: ${tenant} hat sich inzwischen geändert. Es wurde nichts ausgeführt. Das ist der aktuelle Stand.`,
    tooManyTags: ({ tenant }: { tenant: string }) =>
      `${tenant} hätte mehr als 20 Tags, und mehr passen nicht. Es wurde nichts geändert.`,
    ofSomeoneElse: ({ tenant }: { tenant: string }) =>
      `Diese Notiz zu ${tenant} hat jemand anders geschrieben. Löschen kann sie diese Person oder ein Admin. Es wurde nichts geändert.`,
    neverSnoozed: ({ tenant }: { tenant: string }) =>
      `Der Zugriff auf ${tenant} ist verloren, und das kann nicht ruhen. Es wurde nichts geändert.`,
    ownedByOther: ({ tenant, owner }: { tenant: string; owner: string }) =>
      `Um ${tenant} kümmert sich ${owner}. Freigeben kann das diese Person oder ein Admin. Es wurde nichts geändert.`,
    ticketMissing: ({ tenant }: { tenant: string }) =>
      `Dafür ist ein Ticket nötig, und für ${tenant} wurde keines angegeben. Es wurde nichts ausgeführt. Schreiben Sie /ticket, den Namen des Mandanten und die Nummer, und versuchen Sie es noch einmal.`,
    noCustomer: ({ tenant }: { tenant: string }) =>
      `${tenant} ist im Partner Center nicht Ihr Kunde, deshalb kann Gatehouse keinen Zugriff anfordern. Es wurde nichts ausgeführt.`,
    busy: ({ tenant }: { tenant: string }) =>
      `Gatehouse arbeitet gerade an ${tenant}. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.`,
    offboardingUnderWay: ({ tenant }: { tenant: string }) =>
      `Das vollständige Offboarding von ${tenant} läuft. Bis dahin ist nichts anderes möglich.`,
    awaitsSecondAdmin: ({ tenant, review }: { tenant: string; review: string }) =>
      `Für ${tenant} wartet bereits etwas auf einen zweiten Admin. Es wurde nichts ausgeführt. Genehmigen Sie es zuerst, lehnen Sie es ab oder ziehen Sie es zurück: „${review}“ auf der Karte.`,
    noSuchRequest: ({ tenant }: { tenant: string }) =>
      `Hier wartet nichts mehr auf einen zweiten Admin. Das ist der aktuelle Stand von ${tenant}.`,
    notTheAsker:
      'Das hat jemand anders angefordert. Zurückziehen kann es diese Person oder ein Admin. Es wurde nichts geändert.',
    sameAdmin: 'Das muss ein anderer Admin genehmigen. Es wurde nichts ausgeführt.',
    tooLate: ({ tenant }: { tenant: string }) =>
      `Zu spät zum Rückgängigmachen: Das Offboarding von ${tenant} hat begonnen.`,
    noSuchOffboarding: ({ tenant }: { tenant: string }) =>
      `Hier ist keine Entscheidung mehr offen. Das ist der aktuelle Stand von ${tenant}.`,
    notRead: ({ tenant }: { tenant: string }) =>
      `Microsoft hat die Beziehungen von ${tenant} nicht mitgeteilt. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.`,
    noSteps: 'Wählen Sie mindestens einen Schritt aus. Es wurde nichts ausgeführt.',
  },
  removalSlow: 'Microsoft hat noch nicht geantwortet. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.',
  headlines: {
    approved: ({ tenant }: { tenant: string }) => `✅ ${tenant}: Zugriff genehmigt`,
    issuesFound: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    accessLost: ({ tenant, cause }: { tenant: string; cause: string }) => `⛔ ${tenant}: ${cause}`,
    accessEnding: ({ tenant, cause }: { tenant: string; cause: string }) => `⏳ ${tenant}: ${cause}`,
    autoExtendOff: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    templateChanged: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    requestUnanswered: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⏳ ${tenant} hat noch nicht genehmigt. Die Anfrage läuft am ${cause} ab`,
    acceptanceReviewDue: ({ tenant }: { tenant: string }) =>
      `🔎 ${tenant}: Die akzeptierten Einschränkungen sind zu prüfen`,
    ownershipGiven: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `👤 Sie kümmern sich jetzt um ${tenant}: zugewiesen von ${cause}`,
    offboardingAwaitsApproval: ({ tenant }: { tenant: string }) =>
      `🔐 ${tenant}: Ein zweiter Admin muss das Offboarding genehmigen`,
    offboardingLapsed: ({ tenant }: { tenant: string }) =>
      `${tenant}: Offboarding verworfen, kein zweiter Admin hat es innerhalb eines Tages genehmigt`,
    offboardingStale: ({ tenant }: { tenant: string }) =>
      `${tenant}: Offboarding verworfen, Ihr Zugriff hat sich seit der Genehmigung geändert`,
    offboardingStopped: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⚠️ Offboarding von ${tenant} angehalten. Nicht entfernt: ${cause}`,
    secondAdminAsked: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `🔐 ${tenant}: Ein zweiter Admin muss „${cause}“ genehmigen`,
    secondAdminDeclined: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: Ein zweiter Admin hat „${cause}“ abgelehnt. Es wurde nichts ausgeführt`,
    secondAdminLapsed: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: Kein zweiter Admin hat „${cause}“ innerhalb eines Tages genehmigt. Es wurde nichts ausgeführt`,
    secondAdminStale: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} hat sich geändert, seit ein zweiter Admin „${cause}“ genehmigen sollte. Es wurde nichts ausgeführt`,
  },
  earlier: {
    line: ({ day, what }: { day: string; what: string }) => `Nachricht vom ${day}: ${what}`,
    news: {
      approved: 'Zugriff genehmigt',
      issuesFound: 'Probleme gefunden',
      accessLost: 'Zugriff verloren',
      accessEnding: 'Zugriff vor dem Ende',
      autoExtendOff: 'automatische Verlängerung aus',
      templateChanged: 'Zugriffsvorlage geändert',
      requestUnanswered: 'Kunde hatte noch nicht genehmigt',
      acceptanceReviewDue: 'Prüfung der akzeptierten Einschränkungen fällig',
      ownershipGiven: 'jemandem zugewiesen',
      offboardingAwaitsApproval: 'zweiter Admin um Genehmigung des Offboardings gebeten',
      offboardingLapsed: 'Offboarding verworfen, nicht innerhalb eines Tages genehmigt',
      offboardingStale: 'Offboarding verworfen, Ihr Zugriff hatte sich geändert',
      offboardingStopped: 'Offboarding angehalten',
      secondAdminAsked: 'zweiter Admin um Genehmigung gebeten',
      secondAdminDeclined: 'von einem zweiten Admin abgelehnt',
      secondAdminLapsed: 'nicht innerhalb eines Tages von einem zweiten Admin genehmigt',
      secondAdminStale: 'Mandant hatte sich geändert, nichts ausgeführt',
    },
  },
};
