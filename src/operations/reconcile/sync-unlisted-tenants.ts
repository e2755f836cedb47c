// Tenants that Partner Center doesn't list: customers by GDAP, former customers while there is leftover access, or forgotten.

import type { FactData } from '../../domain/tenant/facts.js';
import { newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import { commitLatest, creating, HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';
import type { ListedLeftover, ListedRelationships } from './listed-relationships.js';

/** The tenants that Partner Center's list didn't have, and those that weren't customers the last time that it could be read. */
export interface Missing {
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** What has been seen once, and means something when it's seen the next time too. */
export interface UnlistedSynced {
  /** Tenants that had neither a place in a list nor leftover access. */
  readonly untied: ReadonlySet<string>;
  /** Customers by GDAP to whom no access is left. */
  readonly leaving: ReadonlySet<string>;
}

/**
 * Makes customers of tenants that GDAP gives access to, keeps former customers with leftover access, adds those of both that
 * only a relationship shows, and forgets the rest. A customer stays one until it has stood on neither list twice in a row.
 * `written` are the tenants that have been written since the lists were asked for: one that was forgotten doesn't come back
 * because of them. `untiedBefore`: `untied` of the time before.
 * @throws StoreError
 */
export async function syncUnlistedTenants(
  deps: Dependencies,
  { listed, missing, written }: UnlistedSync,
  untiedBefore: ReadonlySet<string>,
): Promise<UnlistedSynced> {
  await rememberUnlisted(deps, listed, written);
  const untied = new Set<string>();
  const leaving = new Set<string>();
  const tenants = [...missing.now].map((tenantId) => ({ tenantId }));
  await forEachTenant(deps, tenants, (tenant) => {
    const { tenantId, customerBy } = tenant;
    const leftover = listed.leftoverOf(tenantId);
    const wasMissing = missing.before.has(tenantId);
    if (leftover?.leftoverAccess === 'none') {
      // Who was added by hand is on no list, and stays until a person removes it.
      if (customerBy === 'added') return undefined;
      untied.add(tenantId);
      return untiedBefore.has(tenantId) ? forget(deps, tenantId) : undefined;
    }
    if (leftover?.leftoverAccess === 'approvalRequest' && customerBy === 'gdap') leaving.add(tenantId);
    const said = { leftover, wasMissing };
    return standing(tenant, said) && recordFact(deps, tenantId, (current) => standing(current, said));
  });
  return { untied, leaving };
}

/** The lists that such tenants show in, and what is newer. */
export interface UnlistedSync {
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
        const isCustomer = leftover.leftoverAccess === 'liveAccess';
        const is = isCustomer ? ({ customerBy: 'gdap' } as const) : ({ formerCustomer: true } as const);
        return { ...newTenant(tenantId, customer, now), ...leftover, ...is };
      });
      return found.length === 0 ? undefined : creating(store, found);
    });
  }
}

/** What the lists said of a tenant. */
interface Said {
  /** Absent: not known, since Gatehouse looked after it when it was listed. */
  readonly leftover: ListedLeftover | undefined;
  /** It had no place in a list the last time either. */
  readonly wasMissing: boolean;
}

/** What a tenant that Partner Center doesn't list has become; `undefined`: it's as it was. */
function standing(tenant: Tenant, { leftover, wasMissing }: Said): FactData | undefined {
  const { onboarding, delegatedAdmin, offboarding, customerBy, formerCustomer } = tenant;
  if (delegatedAdmin.removal !== undefined || offboarding !== undefined) return undefined;
  const settled = leftover && named(tenant, leftover);
  const becomesByGdap: FactData | undefined = wasMissing ? { type: 'customerByGdap' } : undefined;
  if (onboarding) return customerBy || formerCustomer ? settled : becomesByGdap;
  switch (leftover?.leftoverAccess) {
    case 'liveAccess':
      if (customerBy) return settled;
      return formerCustomer ? { type: 'customerByGdap' } : becomesByGdap;
    case 'approvalRequest':
      if (formerCustomer || customerBy === 'added') return settled;
      return wasMissing ? { type: 'customerLeft' } : undefined;
    default:
      return undefined;
  }
}

/** A name for a tenant that had none so far: it's called by its id, or by the domain that it was added by. */
function named({ tenantId, customer }: Tenant, { customerName: displayName }: ListedLeftover): FactData | undefined {
  const isNamed = ![tenantId, customer.domain].includes(customer.displayName);
  if (isNamed || displayName === undefined || displayName === customer.displayName) return undefined;
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
