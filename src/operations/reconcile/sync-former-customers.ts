// Tenants that aren't in the list of customers: kept while there is leftover access, else forgotten.

import { leftoverAccessOf, leftoverSpanOf } from '../../domain/access/leftover-access.js';
import type { ListedRelationship } from '../../domain/access/relationship.js';
import type { FactData } from '../../domain/tenant/facts.js';
import { newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { commitLatest, creating, HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';

/** The relationships of each customer that has any. */
export type Pinned = ReadonlyMap<string, readonly ListedRelationship[]>;

/** The tenants that the list of customers didn't have, this time and the last time that it could be read. */
export interface Missing {
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/**
 * Keeps former customers with leftover access, adds those that only a relationship shows, and forgets the rest. It takes two
 * lists in a row to become a former customer or to be forgotten. Resolves to the tenants that this time had neither a place in
 * the list nor leftover access; `untiedBefore` are those of the time before.
 * @throws StoreError
 */
export async function syncFormerCustomers(
  deps: Dependencies,
  pinned: Pinned,
  missing: Missing,
  untiedBefore: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  await rememberUnlisted(deps, pinned);
  const untied = new Set<string>();
  if (missing.now.size === 0) return untied;
  await forEachTenant(deps, (tenant) => {
    const { tenantId } = tenant;
    if (!missing.now.has(tenantId)) return undefined;
    const relationships = pinned.get(tenantId) ?? [];
    if (leftoverAccessOf(relationships) === 'none') {
      untied.add(tenantId);
      return untiedBefore.has(tenantId) ? forget(deps, tenantId) : undefined;
    }
    const isNew = missing.before.has(tenantId) && leaving(tenant) !== undefined;
    if (isNew) return recordFact(deps, tenantId, leaving);
    return named(tenant, relationships) && recordFact(deps, tenantId, (current) => named(current, relationships));
  });
  return untied;
}

// An ended relationship is listed for a year; a forgotten tenant must not come back because of one.
async function rememberUnlisted({ store, clock }: Dependencies, pinned: Pinned): Promise<void> {
  await commitLatest(store, () => {
    const now = clock.now();
    const found: Tenant[] = [];
    for (const [tenantId, relationships] of pinned) {
      if (store.tenant(tenantId)) continue;
      const leftoverAccess = leftoverAccessOf(relationships);
      if (leftoverAccess === 'none') continue;
      const customer = { displayName: nameIn(relationships) ?? tenantId, domain: '' };
      const leftoverSpan = leftoverSpanOf(relationships, leftoverAccess);
      found.push({ ...newTenant(tenantId, customer, now), leftoverAccess, leftoverSpan, formerCustomer: true });
    }
    return found.length === 0 ? undefined : creating(store, found);
  });
}

function nameIn(relationships: readonly ListedRelationship[]): string | undefined {
  return relationships.flatMap(({ customerName }) => customerName ?? [])[0];
}

function leaving(tenant: Tenant): FactData | undefined {
  return tenant.formerCustomer || isAtWork(tenant) ? undefined : { type: 'customerLeft' };
}

/** A name for a former customer that had none so far. */
function named(
  { tenantId, customer, formerCustomer }: Tenant,
  relationships: readonly ListedRelationship[],
): FactData | undefined {
  const displayName = nameIn(relationships);
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
