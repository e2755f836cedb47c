// What does Partner Center's list of customers mean for what we remember?
import { type Customer, newTenant, type Tenant } from '../domain/tenant.js';
import { forEachTenant } from './for-each-tenant.js';
import type { Means } from './means.js';
import { note } from './note.js';
import type { ListedCustomer } from './ports.js';

/**
 * Remembers new customers and new names. Resolves to the tenants that are not in the list; they are forgotten if they
 * were missing before, since a list that breaks off may leave somebody out once.
 * @throws StoreError
 */
export async function takeCustomers(
  means: Means,
  customers: readonly ListedCustomer[],
  missingBefore: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { store, clock } = means;
  const listed = new Map(customers.map((customer) => [customer.tenantId, customer]));
  const unknown = customers.filter(({ tenantId }) => !store.tenant(tenantId));
  if (unknown.length > 0) {
    const now = clock.now();
    await store.commit({ tenants: unknown.map(({ tenantId, ...customer }) => newTenant(tenantId, customer, now)) });
  }
  const missing = new Set<string>();
  await forEachTenant(means, (tenant) => {
    const customer = listed.get(tenant.tenantId);
    if (!customer) {
      missing.add(tenant.tenantId);
      return missingBefore.has(tenant.tenantId) ? forget(means, tenant) : undefined;
    }
    return isSameCustomer(customer, tenant.customer) ? undefined : rename(means, tenant, customer);
  });
  return missing;
}

function isSameCustomer(a: Customer, b: Customer): boolean {
  return a.displayName === b.displayName && a.domain === b.domain;
}

function rename(means: Means, { tenantId }: Tenant, { displayName, domain }: Customer): Promise<void> {
  return note(means, tenantId, () => ({ type: 'customerRenamed', customer: { displayName, domain } }));
}

// Who is no longer a customer leaves the list, unless we still look after access there.
function forget({ turns, store }: Means, { tenantId }: Tenant): Promise<void> {
  return turns.run(tenantId, async () => {
    const tenant = store.tenant(tenantId);
    if (!tenant?.onboarding && !tenant?.delegatedAdmin.removal && !tenant?.exit)
      await store.commit({ forgottenTenantIds: [tenantId] });
  });
}
