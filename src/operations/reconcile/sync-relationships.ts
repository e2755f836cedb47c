// Brings tenants in line with Graph's list of relationships, and checks those that it concerns.

import { isSameSpan, type Leftover } from '../../domain/access/leftover-access.js';
import { isTakenWith } from '../../domain/access/observation.js';
import { dueByAge, isCheckAskedFor, isWaiting } from '../../domain/tenant/next-check.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Dependencies } from '../dependencies.js';
import { templateOf } from '../ports/templates.js';
import { recordFact } from '../recording/record-fact.js';
import { caught, forEachTenant } from './for-each-tenant.js';
import type { ListedRelationships } from './listed-relationships.js';
import { recordCoverage } from './record-coverage.js';
import type { TenantScheduler } from './tenant-scheduler.js';

// Checking all at once, because all were onboarded at once, would hold up what people wait for.
const mostDailyChecks = 50;

/**
 * Tenants that are checked whatever the list says: those that wait or were checked with another template than they have, and of those that
 * haven't been checked for a day the fifty for which that's longest ago.
 */
export async function checksDue(deps: Dependencies): Promise<ReadonlySet<string>> {
  const { store, clock } = deps;
  const isDueByAge = dueByAge(clock.now());
  const due = new Set<string>();
  let daily: readonly Tenant[] = [];
  for await (const slice of inSlices(store.tenants())) {
    const aged: Tenant[] = [];
    for (const tenant of slice) {
      const { tenantId, onboarding } = tenant;
      if (!onboarding) continue;
      if (isWaiting(tenant) || !isTakenWith(onboarding.fingerprint ?? '', templateOf(deps, tenant))) due.add(tenantId);
      else if (isDueByAge(tenant)) aged.push(tenant);
    }
    if (aged.length > 0) daily = longestUnchecked([...daily, ...aged]);
  }
  for (const { tenantId } of daily) due.add(tenantId);
  return due;
}

function longestUnchecked(tenants: readonly Tenant[]): readonly Tenant[] {
  const checkedAt = ({ onboarding }: Tenant) => onboarding?.checkedAt ?? '';
  return tenants.toSorted((a, b) => (checkedAt(a) < checkedAt(b) ? -1 : 1)).slice(0, mostDailyChecks);
}

/** A list of all relationships, and what else tells whom it concerns. */
export interface RelationshipsSync {
  readonly listed: ListedRelationships;
  readonly due: ReadonlySet<string>;
  /** The tenants that have been written since the list was asked for. */
  readonly written: ReadonlySet<string>;
}

/** Checks tenants that are due, or whose relationships have changed, and records what is left of others. */
export async function syncRelationships(
  deps: Dependencies & { readonly scheduler: TenantScheduler },
  { listed, due, written }: RelationshipsSync,
): Promise<void> {
  const checks: (Promise<void> | undefined)[] = [];
  await forEachTenant(deps, deps.store.tenants(), (tenant) => {
    const { tenantId, onboarding } = tenant;
    // A click or a check since the list was asked for is newer than the list.
    const isOutdated = written.has(tenantId);
    if (!onboarding) {
      const leftover = isOutdated || listed.isPartial ? undefined : listed.leftoverOf(tenantId);
      return leftover && syncLeftoverAccess(deps, tenant, leftover);
    }
    const isAskedFor = isOutdated || isCheckAskedFor(tenant);
    if (!isAskedFor && !due.has(tenantId) && !listed.differsFrom(tenant)) {
      const uncovered = listed.uncoveredOf(tenantId);
      return uncovered && recordCoverage(deps, tenantId, uncovered);
    }
    const known = isAskedFor ? undefined : listed.allOf(tenantId);
    checks.push(caught(deps.log, tenantId, () => deps.scheduler.checkNow(tenantId, known)));
    return undefined;
  });
  await Promise.all(checks);
}

/** Records leftover access of a tenant that isn't onboarded; `undefined`: nothing has changed. */
export function syncLeftoverAccess(
  deps: Dependencies,
  { tenantId, leftoverAccess, leftoverSpan }: Tenant,
  { leftoverAccess: seen, leftoverSpan: span }: Leftover,
): Promise<void> | undefined {
  if (seen === leftoverAccess && isSameSpan(span, leftoverSpan)) return undefined;
  // After Enable in the meantime it isn't leftover.
  return recordFact(deps, tenantId, ({ onboarding }) =>
    onboarding ? undefined : { type: 'leftoverAccessSeen', leftoverAccess: seen, span },
  );
}
