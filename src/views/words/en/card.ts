// What stands above every card.

/** For text blocks. */
export const card = {
  sandbox: '🧪 Sandbox: nothing here touches Microsoft',
  playCustomer: 'Play this customer',
};
