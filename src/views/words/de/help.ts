// Help and greeting.

/** `say` is what a person types. */
export const help = {
  title: 'Befehle',
  hint: 'Der Schrägstrich ist optional. Erwähnen Sie Gatehouse in einem Kanal oder Gruppenchat zuerst.',
  /** A button's label and a tenant's name, which can be typed too. */
  buttonsToo: ({ enable, disable, offboarding }: { enable: string; disable: string; offboarding: string }) =>
    `Sie können auch „${enable} contoso“, „${disable} contoso“ oder „${offboarding} contoso“ schreiben: Das öffnet die Karte des Mandanten und ändert nichts.`,
  /** What people say besides commands, without punctuation; English works too. */
  smallTalk: {
    hello: [
      'hallo',
      'hallo zusammen',
      'guten morgen',
      'guten tag',
      'guten abend',
      'moin',
      'servus',
      'grüß gott',
      'grüezi',
    ],
    helloTitle: 'Hallo!',
    helloLine: 'Schreiben Sie /tenants für die Mandanten Ihrer Kunden oder /help für alle Befehle.',
    thanks: [
      'danke',
      'danke schön',
      'dankeschön',
      'vielen dank',
      'besten dank',
      'herzlichen dank',
      'ok danke',
      'super danke',
      'merci',
    ],
    thanksTitle: 'Gern geschehen!',
  },
  notUnderstood: ({ said }: { said: string }) => `„${said}“ kenne ich nicht.`,
  didYouMean: ({ nearest }: { nearest: string }) => `Meinten Sie ${nearest}?`,
  showTenants: 'Alle Kundenmandanten anzeigen',
  /** What subscribed conversations are notified of. The manifest says it too, so it has at most 128 characters. */
  notifiedWhen:
    'Sie erfahren hier, wenn Zugriff genehmigt wird, endet oder verloren geht, es Probleme gibt oder ein Offboarding Sie braucht.',
  commands: {
    tenants: 'Alle Kundenmandanten mit Status, die dringendsten zuerst',
    tenantsByName: 'Mandanten nach einem Teil von Name, Domäne oder Mandanten-ID',
    tenantsByStatus: 'Mandanten nach Status',
    open: 'Was auf jemanden wartet, das Dringendste zuerst; „/offen ich“ zeigt nur Ihre Mandanten',
    expiring: 'Mandanten, deren Zugriff endet, die frühesten zuerst',
    fleet: 'Wie alle Mandanten stehen, und wie sich das bewegt',
    tenantsByTag: 'Mandanten mit einem Tag',
    view: 'Eine Ihrer Ansichten öffnen oder eine Suche als Ansicht speichern',
    views: 'Ihre gespeicherten Suchen mit dem, was sie finden',
    add: 'Einen Kunden hinzufügen, der auf keiner Liste steht, nach Domäne oder Mandanten-ID (Operatoren)',
    tag: 'Einem Mandanten ein Tag geben; „-vip“ nimmt es weg (Operatoren)',
    note: 'Eine Notiz zu einem Mandanten, die alle auf seiner Karte sehen (Operatoren)',
    ticket: 'Das Ticket zu einem Mandanten (Operatoren)',
    snooze: 'Einen Mandanten für einige Tage ruhen lassen, mit Grund (Operatoren)',
    take: 'Sich um einen Mandanten oder alle passenden kümmern: Alle sehen Ihren Namen (Operatoren)',
    release: 'Einen Mandanten oder alle passenden wieder freigeben (Operatoren)',
    assign:
      'Einen Mandanten oder alle passenden einer anderen Person übergeben; das können, wer sich kümmert, und Admins (Operatoren)',
    enable: 'Zugriff auf alle passenden Mandanten anfordern, nach einem Probelauf (Operatoren)',
    revalidate: 'Alle passenden Mandanten erneut prüfen (Operatoren)',
    keep: 'Zugriff auf alle passenden Mandanten behalten (Operatoren)',
    disable: 'Alle passenden Mandanten deaktivieren (Admins)',
    batches: 'Was für viele Mandanten auf einmal begonnen wurde, und wie weit es ist',
    templates: 'Zugriffsvorlagen, und welche Mandanten sie haben',
    export: 'Mandanten, Beziehungen, Zuweisungen, verbliebenen Zugriff, Kundenhinweise oder Verlauf als Datei erhalten',
    import:
      'Tags, Zugriffsvorlagen und Zuständige aus eingefügten Zeilen oder einer Datei ändern, nach einer Vorschau (Operatoren)',
    history: 'Wer was an einem Mandanten getan hat, mit den Anforderungs-IDs von Microsoft',
    certificate: 'Nachweis zum vollständigen Offboarding eines Mandanten (Admins)',
    leftovers: 'Nicht verwaltete Mandanten, auf die Sie noch Zugriff haben',
    status: 'Zustand von Gatehouse und seinen Zustellungen (Admins)',
    subscriptions: 'Worüber diese Unterhaltung benachrichtigt wird und warum',
    unsubscribe: 'Diese Unterhaltung nicht mehr benachrichtigen',
    language: 'Die Sprache dieser Unterhaltung',
    help: 'Diese Liste',
    helpSearch: 'So suchen Sie Mandanten',
  },
  greeting: {
    title: 'Gatehouse ist da',
    what: 'Die Mandanten Ihrer Kunden in dieser Unterhaltung: Zugriff anfordern, Genehmigungen verfolgen und Zugriff zurückgeben.',
    subscribed:
      'Schreiben Sie **/unsubscribe**, um das zu beenden, oder **/help** für alle Befehle. Erwähnen Sie Gatehouse in einem Kanal oder Gruppenchat zuerst.',
    notSubscribed:
      'Hier gibt es keine automatischen Benachrichtigungen: Die Person, die Gatehouse installiert hat, hat keine Rolle. Jemand mit einer Rolle kann **/subscribe** schreiben. Erwähnen Sie Gatehouse in einem Kanal oder Gruppenchat zuerst.',
    forCard:
      'Hier gibt es keine automatischen Benachrichtigungen: Gatehouse wurde bald nach einer Suche hinzugefügt, vielleicht nur für eine Karte. Jemand mit einer Rolle kann **/subscribe** schreiben. Erwähnen Sie Gatehouse in einem Kanal oder Gruppenchat zuerst.',
  },
};
