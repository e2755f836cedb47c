// What stands above every card, and what cards of every kind say.

/** Of cards of every kind. */
export const card = {
  sandbox: '🧪 Sandbox: Nichts hier berührt Microsoft',
  playCustomer: 'Kunden spielen',
  knownAsOf: ({ time }: { time: string }) => `⚠️ Stand: ${time}. Gatehouse erreicht seine Datenbank gerade nicht.`,
  /** A person whose name Teams doesn't say. */
  nameless: 'Teams-Benutzer',
  /** In a sentence such as “Ends on 22 November 2026”, and its place on that very day. */
  onDay: ({ day }: { day: string }) => `am ${day}`,
  today: 'heute',
  /** Whom a message is meant for above all. */
  concerns: ({ names }: { names: string }) => `Für ${names}`,
};
