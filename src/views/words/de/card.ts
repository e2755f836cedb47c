// What stands above every card.

/** For text blocks. */
export const card = {
  sandbox: '🧪 Sandbox: Nichts hier berührt Microsoft',
  playCustomer: 'Kunden spielen',
};
