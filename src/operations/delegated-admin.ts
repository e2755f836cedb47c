// Is delegated admin (DAP) still granted? Partner Center tells it for one customer at a time only.
import type { Tenant } from '../domain/tenant.js';
import { type Instant, secondsBetween } from '../domain/time.js';
import type { OneAtATime } from './one-at-a-time.js';
import type { Clock, Log, Microsoft, Store } from './ports.js';
import { Record } from './record.js';

/** Reads it for a tenant that somebody opens, unless it was read a moment ago. Never fails. */
export type ReadDelegatedAdmin = (tenantId: string) => Promise<void>;

/** What reading it takes. */
export interface ReadDelegatedAdminPorts {
  readonly microsoft: Microsoft;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly turns: OneAtATime;
}

const freshForSeconds = 300;

/** One call for a tenant that is opened, none for the list: N customers would cost N calls. */
export function delegatedAdminReader(ports: ReadDelegatedAdminPorts): ReadDelegatedAdmin {
  const { microsoft, store, clock, log } = ports;
  const readAt = new Map<string, Instant>();
  return async (tenantId) => {
    const last = readAt.get(tenantId);
    const now = clock.now();
    if (last !== undefined && secondsBetween(last, now) < freshForSeconds) return;
    readAt.set(tenantId, now);
    try {
      const granted = await microsoft.delegatedAdmin(tenantId);
      await note(ports, tenantId, granted);
    } catch (error) {
      readAt.delete(tenantId);
      log.warn('delegatedAdminNotRead', { tenantId, error });
    }
  };

  function note({ turns }: ReadDelegatedAdminPorts, tenantId: string, granted: boolean): Promise<void> {
    return turns.run(tenantId, async () => {
      const tenant = store.tenant(tenantId);
      if (!tenant || isKnown(tenant, granted)) return;
      const record = new Record(tenant, store, clock);
      record.add([{ type: 'delegatedAdminRead', granted }]);
      await record.save();
    });
  }
}

// While a removal is under way, its own follow-up reads.
function isKnown({ delegatedAdmin }: Tenant, granted: boolean): boolean {
  return delegatedAdmin.removal !== undefined || delegatedAdmin.state === (granted ? 'granted' : 'none');
}
