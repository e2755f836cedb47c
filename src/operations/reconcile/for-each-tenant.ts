// Work for many tenants, in which one failure never stops the rest.
import type { Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Log } from '../../runtime/log.js';
import type { Dependencies } from '../dependencies.js';

/** Work for one tenant. `undefined`: nothing to do, the usual case among ten thousand, which costs no promise. */
type TenantWork = (tenant: Tenant) => Promise<void> | undefined;

/**
 * Does work for each of these tenants, as it is by then; each failure is logged. A slice of them is done at the same time, and
 * the next one once it has ended, so that neither the event loop nor the disk gets more than a slice at once.
 */
export async function forEachTenant(
  { store, log }: Dependencies,
  tenants: Iterable<{ readonly tenantId: string }>,
  work: TenantWork,
): Promise<void> {
  for await (const slice of inSlices(tenants)) {
    const underWay: Promise<void>[] = [];
    for (const { tenantId } of slice) {
      const tenant = store.tenant(tenantId);
      const begun = tenant && caught(log, tenantId, () => work(tenant));
      if (begun) underWay.push(begun);
    }
    await Promise.all(underWay);
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
