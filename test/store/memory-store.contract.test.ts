// The tests' own store keeps the contract that the operations are written against.
import { MemoryStore } from '../support/memory-store.js';
import { storeContract } from './contract.js';

storeContract('the store of the tests', async () => {
  let store = new MemoryStore();
  const again = async () => {
    store = store.reopened();
    return store;
  };
  return {
    open: async () => store,
    reopened: again,
    crashed: again,
    async whileBroken(_, work) {
      store.isBroken = true;
      await work();
      store.isBroken = false;
    },
    end: async () => undefined,
  };
});
