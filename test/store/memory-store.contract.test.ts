// The tests' own store keeps the contract that the operations are written against.
import { currentOrigin } from '../../src/runtime/correlation.js';
import { MemoryStore } from '../support/memory-store.js';
import { storeContract } from './contract.js';

storeContract('the store of the tests', async () => {
  let store = new MemoryStore();
  store.audit.origin = currentOrigin;
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
    async whileAuditBroken(_, work) {
      store.audit.isBroken = true;
      await work();
      store.audit.isBroken = false;
    },
    auditOf: () => store.audit,
    end: async () => undefined,
  };
});
