// What stands above every card.

/** For text blocks. */
export const card = {
  sandbox: '🧪 Bac à sable : rien ici n’a d’effet chez Microsoft',
  playCustomer: 'Jouer le rôle de ce client',
};
