// What the bot says when it has no card to show, or not the one that was asked for.

/** Names are foreign text. */
export const replies = {
  noCustomer: 'Dieser Mandant ist nicht mehr Ihr Kunde.',
  buttonNotUnderstood: 'Gatehouse kennt diese Schaltfläche nicht. Schreiben Sie /tenants für eine aktuelle Karte.',
  /** Where only one line is shown, above a form that stays as it is. */
  typedTooLong: ({ count, most }: { count: number; most: number }) =>
    `Ihr Text hat ${count} Zeichen, möglich sind höchstens ${most}. Es wurde nichts geändert: Kürzen Sie ihn und versuchen Sie es noch einmal.`,
  /** Where only one line is shown. */
  fault: ({ reference }: { reference: string }) => `Etwas ist schiefgelaufen. Referenz: ${reference}`,
  failed: {
    title: 'Das hat nicht funktioniert',
    uncertain: 'Ob das geklappt hat, ist nicht bekannt',
    nothingChanged: 'Es wurde nichts geändert.',
    requestId: ({ id }: { id: string }) => `Anforderungs-ID von Microsoft: ${id}`,
    reference: ({ reference }: { reference: string }) => `Referenz: ${reference}`,
    /** Why it failed and what to do, where Microsoft isn't the cause. */
    causes: {
      store:
        'Gatehouse kann gerade nichts speichern. Bitten Sie Ihren Gatehouse-Administrator, das Laufwerk mit dem Datenordner (DATA_DIR) zu prüfen, und versuchen Sie es dann noch einmal. Listen und Karten zeigen weiter den bisherigen Stand.',
      database:
        'Gatehouse kann gerade nichts speichern, weil seine Datenbank nicht antwortet. Versuchen Sie es in einer Minute noch einmal. Hält es an, wenden Sie sich an Ihren Gatehouse-Administrator. Listen und Karten zeigen weiter den bisherigen Stand.',
      notKnownWhetherSaved:
        'Ob das gespeichert wurde, ist noch nicht bekannt. Die Karte zeigt es, sobald die Datenbank von Gatehouse wieder antwortet.',
      outdated: 'Jemand anderes hat das gleichzeitig geändert. Versuchen Sie es noch einmal.',
      delivery: 'Teams hat es nicht angenommen. Versuchen Sie es gleich noch einmal.',
      other:
        'Versuchen Sie es gleich noch einmal. Wenn es wieder fehlschlägt, wenden Sie sich an Ihren Gatehouse-Administrator.',
    },
  },
  broke: {
    title: 'In Gatehouse ist etwas schiefgelaufen',
    reference: ({ reference }: { reference: string }) => `Referenz: ${reference}`,
    tryAgain:
      'Versuchen Sie es noch einmal. Wenn es wieder passiert, wenden Sie sich mit dieser Referenz an Ihren Gatehouse-Administrator.',
  },
  stillWorking: {
    title: 'Noch in Arbeit',
    click: 'Das dauert länger als üblich. Diese Karte aktualisiert sich, sobald es fertig ist.',
    message: 'Das dauert länger als üblich. Die Antwort folgt, sobald sie fertig ist.',
  },
  ownPeopleOnly: {
    title: 'Gatehouse kann Ihnen nicht antworten',
    line: 'Gatehouse antwortet nur Mitgliedern der eigenen Organisation.',
  },
  memberNotChecked: {
    title: 'Ihre Identität ließ sich nicht prüfen',
    line: 'Teams konnte nicht bestätigen, dass Sie Mitglied dieser Organisation sind. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.',
  },
  notAllowed: 'Dazu fehlt Ihnen die Berechtigung',
  roleNotChecked:
    'Gatehouse konnte Ihre Gruppen in Microsoft Entra gerade nicht prüfen und weiß deshalb nicht, ob Sie die Rolle dafür haben. Versuchen Sie es gleich noch einmal.',
  nothingDone: 'Es wurde nichts ausgeführt.',
  noRole: ({ id, role, setting }: { id: string; role: string; setting: string }) =>
    `Sie haben noch keinen Zugriff auf Gatehouse. Erforderlich ist die Rolle „${role}“. Bitten Sie Ihren Gatehouse-Administrator, Ihre Objekt-ID ${id} in ${setting} einzutragen.`,
  roleTooLow: ({ id, have, role, setting }: { id: string; have: string; role: string; setting: string }) =>
    `Dafür brauchen Sie die Rolle „${role}“; Sie haben die Rolle „${have}“. Bitten Sie Ihren Gatehouse-Administrator, Ihre Objekt-ID ${id} in ${setting} einzutragen.`,
  roles: { viewer: 'Betrachter', operator: 'Operator', admin: 'Admin' },
  /** After a button's label was typed with a tenant's name. */
  whichTenants: ({ command, all }: { command: string; all: string }) =>
    `Welche Mandanten? Schreiben Sie „${command}“ und einen Teil eines Namens, einen Status oder ein Tag, etwa „${command} tag:vip“, oder „${command} ${all}“ für alle Mandanten. Bei mehreren sehen Sie zuerst, was geschehen würde.`,
  whichTenant: ({ command }: { command: string }) =>
    `Welcher Mandant? Schreiben Sie „${command}“ und einen Teil seines Namens.`,
  severalTenants: ({ command }: { command: string }) =>
    `Mehrere Mandanten passen. Öffnen Sie einen oder schreiben Sie „${command}“ und den vollständigen Namen.`,
  selectButton: ({ button }: { button: string }) =>
    `Es wurde noch nichts ausgeführt. Wählen Sie „${button}“, um fortzufahren.`,
  whichHistory:
    'Mehrere Mandanten passen. Schreiben Sie /history und den vollständigen Namen oder die Mandanten-ID des gesuchten.',
  whichTag:
    'Mehrere Mandanten passen. Schreiben Sie /tag, den vollständigen Namen oder die Mandanten-ID des gesuchten und die Tags.',
  subscription: {
    isNow: 'Benachrichtigungen sind hier jetzt eingeschaltet',
    wasAlready: 'Benachrichtigungen sind hier bereits eingeschaltet',
    isNoLonger: 'Benachrichtigungen sind hier jetzt ausgeschaltet',
    wasNot: 'Benachrichtigungen waren hier nicht eingeschaltet',
    notSubscribed:
      'Hier gibt es keine automatischen Benachrichtigungen, außer zu Mandanten, die von hier aus aktiviert wurden. /subscribe schaltet sie ein.',
  },
  conversationNotKept:
    'Gatehouse konnte diese Unterhaltung nicht speichern. Versuchen Sie es gleich noch einmal. Wenn es wieder fehlschlägt, bitten Sie Ihren Gatehouse-Administrator, den Speicherort der Daten von Gatehouse zu prüfen (npm run doctor).',
  file: {
    noCertificate: { title: 'Nachweis nicht gefunden', line: 'Vielleicht hat ihn ein anderes Gatehouse ausgestellt.' },
    certificateMissing: {
      title: 'Die Datei des Nachweises fehlt',
      line: ({ file }: { file: string }) =>
        `${file} fehlt unter den Nachweisen, die Gatehouse gespeichert hat. Bitten Sie Ihren Gatehouse-Administrator, sie aus einer Sicherung wiederherzustellen.`,
    },
    certificateChanged: {
      title: 'Die Datei des Nachweises wurde geändert',
      line: ({ file }: { file: string }) =>
        `${file}, wie Gatehouse sie gespeichert hat, ist nicht die ausgestellte Datei, deshalb gibt Gatehouse sie nicht heraus. Bitten Sie Ihren Gatehouse-Administrator, sie aus einer Sicherung wiederherzustellen.`,
    },
    planSlow: {
      title: 'Der Plan ist noch nicht fertig',
      line: 'Microsoft hat noch nicht alles beantwortet. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.',
    },
    noPlan: { title: 'Kein Plan vorhanden', line: 'Dieser Mandant ist nicht mehr Ihr Kunde.' },
    notSavedTitle: 'Die Datei wurde nicht gespeichert',
    offerOver:
      'Dieses Angebot ist abgelaufen oder war für jemand anderen. Wählen Sie die Schaltfläche auf der Karte noch einmal.',
    notAllowed: 'Die Datei wurde nicht gespeichert: Dafür brauchen Sie die Rolle „Admin“.',
    notSaved:
      'Die Datei ließ sich nicht in Ihrem OneDrive speichern. Wählen Sie gleich noch einmal „Annehmen“ oder verwenden Sie den Link auf der Karte.',
    /** What Teams' own card says of the file that it offers. */
    offered: 'Von Gatehouse. Für Admins.',
  },
  /** What a phone's lock screen says of an answer. */
  summaries: {
    help: 'Befehle',
    greeting: 'Gatehouse ist da',
    tenants: 'Mandanten',
    leftovers: 'Verbliebener Zugriff',
    expiring: 'Endender Zugriff',
    waiting: 'Das wartet auf Sie',
    history: 'Verlauf',
    certificates: 'Offboarding-Nachweise',
    certificate: 'Offboarding-Nachweis',
    plan: 'Plan',
    offboarding: 'Offboarding',
    status: 'Status von Gatehouse',
  },
};
