// What stands above every card, and what cards of every kind say.

export const card = {
  sandbox: '🧪 Entorno de pruebas: nada de esto llega a Microsoft',
  playCustomer: 'Actuar como este cliente',
  /** A person whose name Teams doesn't say. */
  nameless: 'usuario de Teams',
};
