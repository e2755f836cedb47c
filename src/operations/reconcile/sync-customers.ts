// Brings tenants in line with Partner Center's list of customers.
import type { Customer } from '../../domain/customer.js';
import { newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { commitLatest, creating } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { ListedCustomer } from '../ports/microsoft.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';

/**
 * Records new customers, new names and former customers who are back. `before` are the tenants when the list was asked for: one
 * that has been forgotten since doesn't come back because of it. Resolves to the tenants that the list doesn't have; what that
 * means depends on the relationships.
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
    if (tenant.formerCustomer) return takeBack(deps, tenant, customer);
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
