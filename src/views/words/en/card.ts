// What stands above every card, and what cards of every kind say.

/** Of cards of every kind. */
export const card = {
  sandbox: '🧪 Sandbox: nothing here touches Microsoft',
  playCustomer: 'Play this customer',
  knownAsOf: ({ time }: { time: string }) => `⚠️ As of ${time}. Gatehouse can’t reach its database right now.`,
  /** A person whose name Teams doesn't say. */
  nameless: 'a Teams user',
  /** In a sentence such as “Ends on 22 November 2026”, and its place on that very day. */
  onDay: ({ day }: { day: string }) => `on ${day}`,
  today: 'today',
  /** Whom a message is meant for above all. */
  concerns: ({ names }: { names: string }) => `For ${names}`,
};
