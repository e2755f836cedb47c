// What does Partner Center's list of customers mean for what we remember?
import { type Customer, newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { recordFact } from '../commands/record-fact.js';
import { commitLatest, creating } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { ListedCustomer } from '../ports/microsoft.js';
import { forEachTenant } from './for-each-tenant.js';

/**
 * Remembers new customers, new names, and who is a customer again. `before` are the tenants as they were when the list was
 * asked for: one of them that has been forgotten since does not come back because of an older list. Resolves to the tenants that are not in the list; what
 * that means, the list of relationships tells.
 * @throws StoreError
 */
export async function syncCustomers(
  deps: Dependencies,
  customers: readonly ListedCustomer[],
  before: ReadonlyMap<string, unknown> = new Map(),
): Promise<ReadonlySet<string>> {
  const { store, clock } = deps;
  const listed = new Map(customers.map((customer) => [customer.tenantId, customer]));
  await commitLatest(store, () => {
    const now = clock.now();
    const unknown = customers.filter(({ tenantId }) => !store.tenant(tenantId) && !before.has(tenantId));
    const tenants = unknown.map(({ tenantId, ...customer }) => newTenant(tenantId, customer, now));
    return tenants.length === 0 ? undefined : creating(store, tenants);
  });
  const missing = new Set<string>();
  await forEachTenant(deps, (tenant) => {
    const customer = listed.get(tenant.tenantId);
    if (!customer) {
      missing.add(tenant.tenantId);
      return undefined;
    }
    if (tenant.exCustomer) return takeBack(deps, tenant, customer);
    return isSameCustomer(customer, tenant.customer) ? undefined : rename(deps, tenant, customer);
  });
  return missing;
}

function isSameCustomer(a: Customer, b: Customer): boolean {
  return a.displayName === b.displayName && a.domain === b.domain;
}

function rename(deps: Dependencies, { tenantId }: Tenant, { displayName, domain }: Customer): Promise<void> {
  return recordFact(deps, tenantId, () => ({ type: 'customerRenamed', customer: { displayName, domain } }));
}

function takeBack(deps: Dependencies, { tenantId }: Tenant, { displayName, domain }: Customer): Promise<void> {
  return recordFact(deps, tenantId, () => ({ type: 'customerListed', customer: { displayName, domain } }));
}
