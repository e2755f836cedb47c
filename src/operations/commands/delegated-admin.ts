// Is delegated admin (DAP) still granted? Partner Center tells it for one customer at a time only.
import { NotFound } from '../../domain/errors.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import { recordFact } from './record-fact.js';

/** Reads it for a tenant that somebody opens, unless it was read a moment ago. Never fails. */
export type ReadDelegatedAdmin = (tenantId: string) => Promise<void>;

const freshForMs = 300_000;

/** One call for a tenant that is opened, none for the list: N customers would cost N calls. */
export function delegatedAdminReader(deps: Dependencies): ReadDelegatedAdmin {
  const { microsoft, store, clock, log } = deps;
  const readAtMs = new Map<string, number>();
  return async (tenantId) => {
    const last = readAtMs.get(tenantId);
    const now = clock.elapsedMs();
    if (last !== undefined && now - last < freshForMs) return;
    readAtMs.set(tenantId, now);
    try {
      const granted = await microsoft.delegatedAdmin(tenantId);
      await recordDelegatedAdmin(deps, tenantId, granted);
    } catch (error) {
      readAtMs.delete(tenantId);
      // Partner Center does not answer about whom it does not list, and whoever is no customer has no delegated admin either.
      if (error instanceof NotFound && store.tenant(tenantId)?.exCustomer) return;
      log.warn('delegatedAdminNotRead', { tenantId, error });
    }
  };
}

/**
 * Takes note of what was read, if it is new.
 * @throws StoreError
 */
export function recordDelegatedAdmin(deps: Dependencies, tenantId: string, granted: boolean): Promise<void> {
  return recordFact(deps, tenantId, (tenant) =>
    isKnown(tenant, granted) ? undefined : { type: 'delegatedAdminRead', granted },
  );
}

// While a removal is under way, its own follow-up reads.
function isKnown({ delegatedAdmin }: Tenant, granted: boolean): boolean {
  return delegatedAdmin.removal !== undefined || delegatedAdmin.state === (granted ? 'granted' : 'none');
}
