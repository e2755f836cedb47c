// Brings tenants in line with Partner Center's list of customers.
import type { Customer } from '../../domain/customer.js';
import { isInPartnerCenter, newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import { commitLatest, creating } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { ListedCustomer, Listing } from '../ports/microsoft.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';

/** What came of a list of customers. */
export interface CustomersSynced {
  readonly count: number;
  /** The tenants that aren't in it; what that means depends on the relationships. Absent: it's partial, and proves no one gone. */
  readonly missing?: ReadonlySet<string>;
}

/**
 * Records new customers, new names and who wasn't listed before, page by page. `written` are the tenants that have been
 * written since the list was asked for: one that was forgotten doesn't come back because of it.
 * @throws MicrosoftError, and StoreError; what the pages before said is saved.
 */
export async function syncCustomers(
  deps: Dependencies,
  pages: AsyncIterable<Listing<ListedCustomer>>,
  written: Set<string>,
): Promise<CustomersSynced> {
  const listed = new Set<string>();
  let count = 0;
  let isPartial = false;
  for await (const page of pages) {
    await addUnknown(deps, page, written);
    await forEachTenant(deps, page, (tenant, customer) => {
      // Our own copy of the id, so that the page can be let go.
      listed.add(tenant.tenantId);
      if (!isInPartnerCenter(tenant)) return takeBack(deps, tenant, customer);
      return isSameCustomer(customer, tenant.customer) ? undefined : rename(deps, tenant, customer);
    });
    count += page.length;
    isPartial = page.isPartial === true;
  }
  return isPartial ? { count } : { count, missing: await missingFrom(deps, listed) };
}

async function addUnknown(
  { store, clock }: Dependencies,
  page: readonly ListedCustomer[],
  written: Set<string>,
): Promise<void> {
  let added: readonly Tenant[] = [];
  await commitLatest(store, () => {
    const now = clock.now();
    const unknown = page.filter(({ tenantId }) => !store.tenant(tenantId) && !written.has(tenantId));
    added = unknown.map(({ tenantId, ...customer }) => newTenant(tenantId, customer, now));
    return added.length === 0 ? undefined : creating(store, added);
  });
  // By the list itself, so that it's no older than they are.
  for (const { tenantId } of added) written.delete(tenantId);
}

async function missingFrom({ store }: Dependencies, listed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for await (const slice of inSlices(store.tenants())) {
    for (const { tenantId } of slice) if (!listed.has(tenantId)) missing.add(tenantId);
  }
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
