// What stands above every card, and what cards of every kind say.

export const card = {
  sandbox: '🧪 Sandbox: nothing here touches Microsoft',
  playCustomer: 'Play this customer',
  /** A person whose name Teams doesn't say. */
  nameless: 'a Teams user',
};
