// How is something done for every tenant, whatever becomes of one of them?
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';

/**
 * Does work for every tenant, all at the same time. One bad tenant never stops the rest: its failure is logged. For most of
 * ten thousand there is nothing to do, which takes no promise.
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
