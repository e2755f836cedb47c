// What stands above every card, and what cards of every kind say.

/** Of cards of every kind. */
export const card = {
  sandbox: '🧪 Bac à sable : rien ici n’a d’effet chez Microsoft',
  playCustomer: 'Jouer le rôle de ce client',
  knownAsOf: ({ time }: { time: string }) =>
    `⚠️ Situation à ${time}. Gatehouse n’arrive pas à joindre sa base de données pour l’instant.`,
  /** A person whose name Teams doesn't say. */
  nameless: 'un utilisateur Teams',
  /** In a sentence such as “Ends on 22 November 2026”, and its place on that very day. */
  onDay: ({ day }: { day: string }) => `le ${day}`,
  today: 'aujourd’hui',
  /** Whom a message is meant for above all. */
  concerns: ({ names }: { names: string }) => `Pour ${names}`,
};
