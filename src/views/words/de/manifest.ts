// What Teams shows of the app: in its store, its "about" page, and the list of its commands.

/** At most 100, 80 and 4000 characters; of a command 128. Commands that aren't here are described as in help. */
export const manifest = {
  fullName: 'Gatehouse für Microsoft-Partner',
  shortDescription: 'Die Mandanten Ihrer Kunden und Ihr Zugriff darauf, direkt im Chat',
  fullDescription:
    'Gatehouse zeigt jeden Kundenmandanten mit dem Status Ihres delegierten Zugriffs (GDAP), bittet Kunden um Genehmigung, benachrichtigt Sie, wenn Zugriff genehmigt wird oder verloren geht, und gibt ihn zurück, wenn Sie ihn nicht mehr brauchen. Alles geschieht im Chat, in dem Ihr Team ohnehin arbeitet.',
  commands: {
    tenants: 'Kundenmandanten mit Status; zum Suchen einen Namen oder Status anhängen',
    history: 'Wer was an einem Mandanten getan hat; seinen Namen anhängen',
    certificate: 'Nachweis zum Offboarding eines Mandanten; seinen Namen anhängen (Admins)',
    language: 'Die Sprache dieser Unterhaltung; zum Ändern eine andere anhängen',
    help: 'Alle Befehle anzeigen',
  },
  /** The search while writing a message. Titles have at most 32 characters, all else 128. */
  search: {
    title: 'Mandanten finden',
    description:
      'Einen Mandanten nach Name, Status oder Ende des Zugriffs finden und seine Karte in Ihre Nachricht einfügen',
    query: {
      title: 'Suche',
      description: 'Ein Name, eine Domäne oder Bedingungen wie status:genehmigt, endet<30t oder tag:vip',
    },
    status: 'Status',
    endsAfter: 'Zugriff endet ab',
    endsBefore: 'Zugriff endet bis',
    day: 'Ein Datum wie 2027-01-31 oder Tage ab heute wie 30d',
    tag: { title: 'Tag', description: 'Ein Tag, das Ihr Team Mandanten gegeben hat' },
    /** What a person may ask Copilot. */
    prompts: [
      'Bei welchen Kunden endet der Zugriff nächsten Monat?',
      'Bei welchen Mandanten steht die Genehmigung aus?',
      'Welche Mandanten mit dem Tag vip haben Probleme?',
    ],
  },
};
