// Work for every tenant, in which one failure never stops the rest.
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';

/**
 * Starts work for every tenant at the same time; each failure is logged. `undefined`: nothing to do, the usual case among ten
 * thousand, which costs no promise.
 */
export async function forEachTenant(
  { store, log }: Dependencies,
  work: (tenant: Tenant) => Promise<void> | undefined,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (const tenant of [...store.tenants()]) {
    const failed = (error: unknown) => log.error('tenantNotReconciled', { tenantId: tenant.tenantId, error });
    try {
      const begun = work(tenant);
      if (begun) underWay.push(begun.catch(failed));
    } catch (error) {
      failed(error);
    }
  }
  await Promise.all(underWay);
}
