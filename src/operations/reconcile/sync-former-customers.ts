// Tenants that aren't in the list of customers: kept while there is leftover access, else forgotten.

import type { FactData } from '../../domain/tenant/facts.js';
import { newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import { commitLatest, creating, HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';
import type { ListedLeftover, ListedRelationships } from './listed-relationships.js';

/** The tenants that the list of customers didn't have, this time and the last time that it could be read. */
export interface Missing {
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/**
 * Keeps former customers with leftover access, adds those that only a relationship shows, and forgets the rest. It takes two
 * lists in a row to become a former customer or to be forgotten. `written` are the tenants that have been written since the
 * lists were asked for: one that was forgotten doesn't come back because of them. Resolves to the tenants that this time
 * had neither a place in the list nor leftover access; `untiedBefore` are those of the time before.
 * @throws StoreError
 */
export async function syncFormerCustomers(
  deps: Dependencies,
  { listed, missing, written }: FormerCustomersSync,
  untiedBefore: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  await rememberUnlisted(deps, listed, written);
  const untied = new Set<string>();
  const tenants = [...missing.now].map((tenantId) => ({ tenantId }));
  await forEachTenant(deps, tenants, (tenant) => {
    const { tenantId } = tenant;
    const leftover = listed.leftoverOf(tenantId);
    if (!leftover) return undefined;
    if (leftover.leftoverAccess === 'none') {
      untied.add(tenantId);
      return untiedBefore.has(tenantId) ? forget(deps, tenantId) : undefined;
    }
    const isNew = missing.before.has(tenantId) && leaving(tenant) !== undefined;
    if (isNew) return recordFact(deps, tenantId, leaving);
    return named(tenant, leftover) && recordFact(deps, tenantId, (current) => named(current, leftover));
  });
  return untied;
}

/** The lists that former customers show in, and what is newer. */
export interface FormerCustomersSync {
  readonly listed: ListedRelationships;
  readonly missing: Missing;
  readonly written: ReadonlySet<string>;
}

// An ended relationship is listed for a year; a forgotten tenant must not come back because of one.
async function rememberUnlisted(
  { store, clock }: Dependencies,
  { leftovers }: ListedRelationships,
  written: ReadonlySet<string>,
): Promise<void> {
  for await (const slice of inSlices(leftovers)) {
    await commitLatest(store, () => {
      const now = clock.now();
      const unlisted = slice.filter(
        ([tenantId, { leftoverAccess }]) =>
          leftoverAccess !== 'none' && !store.tenant(tenantId) && !written.has(tenantId),
      );
      const found = unlisted.map(([tenantId, { customerName, ...leftover }]): Tenant => {
        const customer = { displayName: customerName ?? tenantId, domain: '' };
        return { ...newTenant(tenantId, customer, now), ...leftover, formerCustomer: true };
      });
      return found.length === 0 ? undefined : creating(store, found);
    });
  }
}

function leaving(tenant: Tenant): FactData | undefined {
  return tenant.formerCustomer || isAtWork(tenant) ? undefined : { type: 'customerLeft' };
}

/** A name for a former customer that had none so far. */
function named(
  { tenantId, customer, formerCustomer }: Tenant,
  { customerName: displayName }: ListedLeftover,
): FactData | undefined {
  if (!formerCustomer || customer.displayName !== tenantId || displayName === undefined) return undefined;
  return displayName === tenantId ? undefined : { type: 'customerRenamed', customer: { ...customer, displayName } };
}

/** Whether onboarding, a removal or an offboarding is under way. */
function isAtWork({ onboarding, delegatedAdmin, offboarding }: Tenant): boolean {
  return onboarding !== undefined || delegatedAdmin.removal !== undefined || offboarding !== undefined;
}

function forget({ locks, store }: Dependencies, tenantId: string): Promise<void> {
  return locks.run(tenantId, async () => {
    const tenant = store.tenant(tenantId);
    const row = new HeldRow(store, 'tenants', tenantId);
    if (tenant && !isAtWork(tenant)) await row.commit({ forgottenTenantIds: [tenantId] });
  });
}
