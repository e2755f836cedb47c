// What does looking at everything cost? The pages of customers and of relationships, and a look at whom they concern.
import { MicrosoftError } from '../domain/errors.js';
import { isCheckDue, isLookDue, isWaiting } from '../domain/next-look.js';
import { fingerprintOf } from '../domain/observation.js';
import type { Problem } from '../domain/problem.js';
import { residueOf } from '../domain/read.js';
import type { ListedRelationship } from '../domain/relationship.js';
import { type Customer, newTenant, type Tenant } from '../domain/tenant.js';
import type { Means } from './means.js';
import { note } from './note.js';
import type { ListedCustomer, Log } from './ports.js';

/**
 * Looks at all customers and relationships once. Never fails: what could not be read is logged, the rest goes on.
 * Resolves to why something could not be read, or kept; `undefined` when all of it was.
 */
export type Sweep = () => Promise<SweepFailure | undefined>;

/** Why a sweep was not complete. */
export interface SweepFailure {
  /** Absent: Microsoft answered, but what it said could not be kept. */
  readonly problem?: Problem | undefined;
}

/** Looks at one tenant, with its relationships in hand where they are; takes care of its own failures. */
type LookAt = (tenantId: string, listed?: readonly ListedRelationship[]) => Promise<void>;

// Looking at everybody at once, because everybody was onboarded at once, would hold up what people wait for.
const mostDailyChecks = 50;

/** Builds the sweep. */
export function sweeper(means: Means, lookAt: LookAt): Sweep {
  const { microsoft, store, log } = means;
  let missing: ReadonlySet<string> = new Set();
  return async () => {
    const before = new Map([...store.tenants()].map((tenant) => [tenant.tenantId, tenant]));
    const [customers, relationships] = await Promise.allSettled([microsoft.customers(), microsoft.relationships()]);
    const failures = [
      await take(log, 'customers', customers, async (all) => {
        missing = await takeCustomers(means, all, missing);
      }),
      await take(log, 'relationships', relationships, (all) => takeRelationships(means, lookAt, all, before)),
    ];
    log.info('swept', { customers: countOf(customers), relationships: countOf(relationships) });
    return failures.find((failure) => failure !== undefined);
  };
}

function countOf(answer: PromiseSettledResult<readonly unknown[]>): number | undefined {
  return answer.status === 'fulfilled' ? answer.value.length : undefined;
}

/** Why it could not be read, or what it tells could not be kept. */
async function take<T>(
  log: Log,
  what: string,
  answer: PromiseSettledResult<readonly T[]>,
  keep: (all: readonly T[]) => Promise<void>,
): Promise<SweepFailure | undefined> {
  try {
    if (answer.status === 'rejected') throw answer.reason;
    await keep(answer.value);
    return undefined;
  } catch (error) {
    log.warn('notSwept', { what, error });
    return { problem: error instanceof MicrosoftError ? error.problem : undefined };
  }
}

/**
 * Resolves to the tenants that are not in the list. They are forgotten if they were missing before: a list that breaks
 * off may leave somebody out once.
 */
async function takeCustomers(
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

/** One bad tenant never stops the rest. */
async function forEachTenant(
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
    if (!tenant?.onboarding && !tenant?.delegatedAdmin.removal) await store.commit({ forgottenTenantIds: [tenantId] });
  });
}

async function takeRelationships(
  means: Means,
  lookAt: LookAt,
  relationships: readonly ListedRelationship[],
  before: ReadonlyMap<string, Tenant>,
): Promise<void> {
  const { template, clock } = means;
  const byTenant = new Map<string, ListedRelationship[]>();
  for (const relationship of relationships) {
    const { customerTenantId } = relationship;
    if (customerTenantId === undefined) continue;
    const known = byTenant.get(customerTenantId);
    if (known) known.push(relationship);
    else byTenant.set(customerTenantId, [relationship]);
  }
  const now = clock.now();
  let dailyChecks = 0;
  await forEachTenant(means, (tenant) => {
    const { tenantId, onboarding } = tenant;
    const listed = byTenant.get(tenantId) ?? [];
    // What has happened since the list was asked for, a click or a look, is newer than the list.
    const isOutdated = before.has(tenantId) && before.get(tenantId) !== tenant;
    if (!onboarding) return isOutdated ? undefined : takeResidue(means, tenant, listed);
    if (isLookDue(tenant) || isOutdated) return lookAt(tenantId);
    if (isWaiting(tenant) || onboarding.fingerprint !== fingerprintOf(listed, template))
      return lookAt(tenantId, listed);
    if (dailyChecks >= mostDailyChecks || !isCheckDue(tenant, now)) return undefined;
    dailyChecks += 1;
    return lookAt(tenantId, listed);
  });
}

function takeResidue(
  means: Means,
  { tenantId, residue }: Tenant,
  listed: readonly ListedRelationship[],
): Promise<void> | undefined {
  const seen = residueOf(listed);
  if (seen === residue) return undefined;
  // Somebody may have pressed Enable meanwhile; then it is no residue.
  return note(means, tenantId, ({ onboarding }) => (onboarding ? undefined : { type: 'residueSeen', residue: seen }));
}
