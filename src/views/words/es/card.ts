// What stands above every card.

/** For text blocks. */
export const card = {
  sandbox: '🧪 Entorno de pruebas: nada de esto llega a Microsoft',
  playCustomer: 'Actuar como este cliente',
};
