// How is something done for every tenant, whatever becomes of one of them?
import type { Tenant } from '../domain/tenant.js';
import type { Means } from './means.js';

/** Does work for every tenant. One bad tenant never stops the rest: its failure is logged. */
export async function forEachTenant(
  { store, log }: Means,
  work: (tenant: Tenant) => Promise<void> | undefined,
): Promise<void> {
  const attempt = async (tenant: Tenant) => {
    try {
      await work(tenant);
    } catch (error) {
      log.error('tenantNotSwept', { tenantId: tenant.tenantId, error });
    }
  };
  await Promise.all([...store.tenants()].map(attempt));
}
