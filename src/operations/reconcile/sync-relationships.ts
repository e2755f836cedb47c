// Brings tenants in line with Graph's list of relationships, and checks those that it concerns.

import { isSameSpan, leftoverAccessOf, leftoverSpanOf } from '../../domain/access/leftover-access.js';
import { fingerprintOf } from '../../domain/access/observation.js';
import type { ListedRelationship } from '../../domain/access/relationship.js';
import { checkDueSince, isCheckAskedFor, isCheckDueByAge, isWaiting } from '../../domain/tenant/next-check.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import type { RowVersion } from '../ports/store.js';
import { recordFact } from '../recording/record-fact.js';
import { forEachTenant } from './for-each-tenant.js';
import type { Pinned } from './sync-former-customers.js';
import type { TenantScheduler } from './tenant-scheduler.js';

// Checking all at once, because all were onboarded at once, would hold up what people wait for.
const mostDailyChecks = 50;

/** The relationships of each customer. One that isn't approved yet and made for no one in particular is left out. */
export function pinnedOf(relationships: readonly ListedRelationship[]): Pinned {
  const byTenant = new Map<string, ListedRelationship[]>();
  for (const relationship of relationships) {
    const { customerTenantId } = relationship;
    if (customerTenantId === undefined) continue;
    const known = byTenant.get(customerTenantId);
    if (known) known.push(relationship);
    else byTenant.set(customerTenantId, [relationship]);
  }
  return byTenant;
}

/**
 * Checks tenants that wait, whose relationships have changed, or that haven't been checked for a day. `before` are the
 * tenants as they were read when the list was asked for.
 */
export async function syncRelationships(
  deps: Dependencies,
  scheduler: TenantScheduler,
  { pinned, isPartial }: { readonly pinned: Pinned; readonly isPartial: boolean },
  before: ReadonlyMap<string, RowVersion>,
): Promise<void> {
  const { template, clock, store } = deps;
  const dueSince = checkDueSince(clock.now());
  let dailyChecks = 0;
  await forEachTenant(deps, (tenant) => {
    const { tenantId, onboarding } = tenant;
    const listed = pinned.get(tenantId) ?? [];
    // A click or a check since the list was asked for is newer than the list.
    const read = before.get(tenantId);
    const isOutdated = read !== undefined && !store.isCurrent(read);
    if (!onboarding) return isOutdated || isPartial ? undefined : syncLeftoverAccess(deps, tenant, listed);
    if (isCheckAskedFor(tenant) || isOutdated) return scheduler.checkNow(tenantId);
    // What a partial list says of a tenant may not be all, so the tenant is asked for by itself if it says something new.
    const known = isPartial ? undefined : listed;
    if (
      isWaiting(tenant) ||
      (onboarding.fingerprint !== fingerprintOf(listed, template) && !isSilent(listed, isPartial))
    )
      return scheduler.checkNow(tenantId, known);
    if (dailyChecks >= mostDailyChecks || !isCheckDueByAge(tenant, dueSince)) return undefined;
    dailyChecks += 1;
    return scheduler.checkNow(tenantId, known);
  });
}

/** Whether a list says nothing of a tenant, rather than that it has no relationship. */
function isSilent(listed: readonly ListedRelationship[], isPartial: boolean): boolean {
  return isPartial && listed.length === 0;
}

/** Records leftover access of a tenant that isn't onboarded; `undefined`: nothing has changed. */
export function syncLeftoverAccess(
  deps: Dependencies,
  { tenantId, leftoverAccess, leftoverSpan }: Tenant,
  listed: readonly ListedRelationship[],
): Promise<void> | undefined {
  const seen = leftoverAccessOf(listed);
  const span = leftoverSpanOf(listed, seen);
  if (seen === leftoverAccess && isSameSpan(span, leftoverSpan)) return undefined;
  // After Enable in the meantime it isn't leftover.
  return recordFact(deps, tenantId, ({ onboarding }) =>
    onboarding ? undefined : { type: 'leftoverAccessSeen', leftoverAccess: seen, span },
  );
}
