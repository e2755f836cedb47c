// Requests to offboarded tenants that may still be approved.
/** Names are foreign text. */
export const watchedRequests = {
  theRequest: 'die Anfrage',
  namedRequest: ({ request }: { request: string }) => `die Anfrage „${request}“`,
  overTitle: ({ tenant }: { tenant: string }) => `✅ Der Zugriff auf ${tenant} ist beendet`,
  over: ({ request }: { request: string }) => `Microsoft bestätigt: Durch ${request} besteht kein Zugriff mehr.`,
  terminatingTitle: ({ tenant }: { tenant: string }) => `⏳ Der Zugriff auf ${tenant} wird beendet`,
  requestedBy: ({ person, date }: { person: string; date: string }) => `Angefordert von ${person} am ${date}.`,
  unnamed: 'einer unbekannten Person',
  asking:
    'Gatehouse fragt bei Microsoft an. Zugriff, der noch eingerichtet wird, kann Microsoft nicht beenden. Gatehouse versucht es erneut, bis es geht.',
  accepted: 'Microsoft hat den Auftrag angenommen. Das dauert meist einige Minuten.',
  youAreNotified: 'Sie werden benachrichtigt, wenn Microsoft den Zugriff als beendet anzeigt.',
  refusedTitle: ({ tenant }: { tenant: string }) => `❌ Der Zugriff auf ${tenant} ließ sich nicht beenden`,
  byHandTerminate:
    'Um ihn selbst zu beenden, öffnen Sie im Partner Center den Kunden, dann „Administratorbeziehungen“, und wählen Sie „Beziehung beenden“.',
  byHand: 'Um es selbst zu prüfen, öffnen Sie im Partner Center den Kunden, dann „Administratorbeziehungen“.',
  openTitle: ({ tenant }: { tenant: string }) => `Die Anfrage an ${tenant} wurde nicht genehmigt`,
  open: ({ date }: { date: string }) => `Es gibt nichts zu beenden. Sie läuft am ${date} ab.`,
  approvedTitle: ({ tenant }: { tenant: string }) =>
    `⚠️ Sie haben wieder Zugriff auf ${tenant}: Eine alte Anfrage wurde genehmigt`,
  approved: ({ request, date }: { request: string; date: string }) =>
    `Beim Offboarding des Mandanten war ${request} noch offen und ließ sich nicht zurückziehen. Ein Administrator des Mandanten hat sie genehmigt; Gatehouse hat es am ${date} bemerkt. Sie haben dort wieder Zugriff.`,
  approvedNext:
    'Wenn das nicht gewollt ist, beenden Sie den Zugriff jetzt. Wenn Sie wieder für diesen Mandanten arbeiten, müssen Sie nichts tun; um ihn zu verwalten, aktivieren Sie ihn in /tenants.',
  notWatchedTitle: ({ tenant }: { tenant: string }) => `Gatehouse beobachtet die Anfrage an ${tenant} nicht mehr`,
  nothingDone: 'Es wurde nichts ausgeführt.',
  notFound: 'Microsoft kennt die Anfrage nicht mehr oder hat gerade nicht geantwortet.',
  mayGiveAccess: ({ request }: { request: string }) =>
    `Microsoft zeigt ${request} noch an, sie kann also Zugriff geben. Wenn der Mandant wieder verwaltet wird, ist das so gewollt, und seine Karte in /tenants kann sie beenden.`,
  offboarded: ({ date, certificate }: { date: string; certificate: string }) =>
    `Das Offboarding des Mandanten wurde am ${date} beendet, Nachweis ${certificate}.`,
  settingUp:
    'Microsoft richtet den Zugriff noch ein und kann ihn vorher nicht beenden. Wählen Sie die Schaltfläche trotzdem: Gatehouse wartet darauf.',
  refusedUnconfirmed: 'Microsoft hat den Auftrag vor mehr als einer Stunde angenommen, zeigt den Zugriff aber noch an.',
  refusedForAnHour: 'Microsoft meldet seit einer Stunde, dass es gerade nicht möglich ist.',
  requestId: ({ id }: { id: string }) => `Anforderungs-ID von Microsoft: ${id}`,
  tenantId: ({ id }: { id: string }) => `Mandant: ${id}`,
  busy: 'Gatehouse ist gerade damit beschäftigt. Es wurde nichts ausgeführt. Versuchen Sie es noch einmal.',
  terminate: 'Jetzt beenden',
  terminateTooltip: ({ tenant }: { tenant: string }) => `Zugriff auf ${tenant} jetzt beenden`,
  retryTooltip: ({ tenant }: { tenant: string }) => `Erneut versuchen, den Zugriff auf ${tenant} zu beenden`,
};
