// What stands above every card, and what cards of every kind say.

export const card = {
  sandbox: '🧪 Bac à sable : rien ici n’a d’effet chez Microsoft',
  playCustomer: 'Jouer le rôle de ce client',
  /** A person whose name Teams doesn't say. */
  nameless: 'un utilisateur Teams',
};
