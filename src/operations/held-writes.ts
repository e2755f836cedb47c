// Calls that change something at Microsoft, begun only while a lock is held.

import { type HeldLock, mustHold } from '../runtime/keyed-lock.js';
import type { MicrosoftWrites } from './ports/microsoft-writes.js';

/** The calls under a lock. Each asks whether it's still held before it begins, and fails with `LockLost` if it isn't. */
export type WritesUnder = (lock: HeldLock) => MicrosoftWrites;

/** The one way from the ports to the calls that are made under a lock. */
export function heldWrites({ relationships, customers, consents }: MicrosoftWrites): WritesUnder {
  return (lock) => {
    const held =
      <Asked extends readonly unknown[], T>(call: (...asked: Asked) => Promise<T>) =>
      async (...asked: Asked): Promise<T> => {
        mustHold(lock);
        return call(...asked);
      };
    return {
      relationships: {
        create: held((step) => relationships.create(step)),
        lockForApproval: held((step) => relationships.lockForApproval(step)),
        assignAccess: held((step) => relationships.assignAccess(step)),
        widenAssignment: held((step) => relationships.widenAssignment(step)),
        removeAssignment: held((step) => relationships.removeAssignment(step)),
        setAutoExtend: held((step) => relationships.setAutoExtend(step)),
        removeGlobalAdministrator: held((step) => relationships.removeGlobalAdministrator(step)),
        terminate: held((relationshipId) => relationships.terminate(relationshipId)),
        delete: held((relationshipId) => relationships.delete(relationshipId)),
      },
      customers: {
        removeDelegatedAdmin: held((tenantId, requestId) => customers.removeDelegatedAdmin(tenantId, requestId)),
        endReseller: held((tenantId, requestId) => customers.endReseller(tenantId, requestId)),
      },
      consents: { withdraw: held((tenantId, requestId) => consents.withdraw(tenantId, requestId)) },
    };
  };
}
