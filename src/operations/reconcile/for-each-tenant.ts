// Work for many tenants, in which one failure never stops the rest.
import type { Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Log } from '../../runtime/log.js';
import type { Dependencies } from '../dependencies.js';

/**
 * Does work for each of these tenants, as it is by then; each failure is logged. A slice of them is done at the same time, and
 * the next one once it has ended, so that neither the event loop nor the disk gets more than a slice at once. Work that is
 * `undefined`, the usual case among ten thousand, costs no promise.
 */
export async function forEachTenant<Named extends { readonly tenantId: string }>(
  { store, log }: Dependencies,
  tenants: Iterable<Named>,
  work: (tenant: Tenant, named: Named) => Promise<void> | undefined,
): Promise<void> {
  for await (const slice of inSlices(tenants)) {
    const underWay: Promise<void>[] = [];
    for (const named of slice) {
      const tenant = store.tenant(named.tenantId);
      const begun = tenant && caught(log, named.tenantId, () => work(tenant, named));
      if (begun) underWay.push(begun);
    }
    if (underWay.length > 0) await Promise.all(underWay);
  }
}

/** Begins work for a tenant. Never fails: a failure is logged. */
export function caught(log: Log, tenantId: string, work: () => Promise<void> | undefined): Promise<void> | undefined {
  const failed = (error: unknown) => log.error('tenantNotReconciled', { tenantId, error });
  try {
    return work()?.catch(failed);
  } catch (error) {
    failed(error);
    return undefined;
  }
}
