// What does Graph's list of relationships mean for what we remember, and whom does it make us look at?

import { fingerprintOf } from '../../domain/access/observation.js';
import type { ListedRelationship } from '../../domain/access/relationship.js';
import { isSameSpan, residueOf, residueSpanOf } from '../../domain/access/residue.js';
import { checkDueSince, isCheckDue, isLookDue, isWaiting } from '../../domain/tenant/next-check.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { note } from '../commands/record-fact.js';
import type { Means } from '../dependencies.js';
import type { RowVersion } from '../ports/store.js';
import { forEachTenant } from './for-each-tenant.js';
import type { Pinned } from './sync-former-customers.js';

/** Looks at one tenant, with its relationships in hand where they are; takes care of its own failures. */
export type LookAt = (tenantId: string, listed?: readonly ListedRelationship[]) => Promise<void>;

// Looking at everybody at once, because everybody was onboarded at once, would hold up what people wait for.
const mostDailyChecks = 50;

/** The relationships of each customer. One that nobody has approved yet, and that is pinned to nobody, is left out. */
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
 * Looks at whoever waits, whose relationships have changed, or whom nobody has looked at for a day. `before` are the
 * tenants as they were read when the list was asked for.
 */
export async function takeRelationships(
  means: Means,
  lookAt: LookAt,
  { pinned, isPartial }: { readonly pinned: Pinned; readonly isPartial: boolean },
  before: ReadonlyMap<string, RowVersion>,
): Promise<void> {
  const { template, clock, store } = means;
  const dueSince = checkDueSince(clock.now());
  let dailyChecks = 0;
  await forEachTenant(means, (tenant) => {
    const { tenantId, onboarding } = tenant;
    const listed = pinned.get(tenantId) ?? [];
    // What has happened since the list was asked for, a click or a look, is newer than the list.
    const read = before.get(tenantId);
    const isOutdated = read !== undefined && !store.isCurrent(read);
    if (!onboarding) return isOutdated || isPartial ? undefined : takeResidue(means, tenant, listed);
    if (isLookDue(tenant) || isOutdated) return lookAt(tenantId);
    // What a partial list says of a tenant may not be all, so the tenant is asked for by itself if it says something new.
    const known = isPartial ? undefined : listed;
    if (
      isWaiting(tenant) ||
      (onboarding.fingerprint !== fingerprintOf(listed, template) && !isSilent(listed, isPartial))
    )
      return lookAt(tenantId, known);
    if (dailyChecks >= mostDailyChecks || !isCheckDue(tenant, dueSince)) return undefined;
    dailyChecks += 1;
    return lookAt(tenantId, known);
  });
}

/** Whether a list says nothing of a tenant, rather than that it has no relationship. */
function isSilent(listed: readonly ListedRelationship[], isPartial: boolean): boolean {
  return isPartial && listed.length === 0;
}

/** Takes note of what a tenant that is not onboarded still has of ours at Microsoft, if that is new. */
export function takeResidue(
  means: Means,
  { tenantId, residue, residueSpan }: Tenant,
  listed: readonly ListedRelationship[],
): Promise<void> | undefined {
  const seen = residueOf(listed);
  const span = residueSpanOf(listed, seen);
  if (seen === residue && isSameSpan(span, residueSpan)) return undefined;
  // Somebody may have pressed Enable meanwhile; then it is no residue.
  return note(means, tenantId, ({ onboarding }) =>
    onboarding ? undefined : { type: 'residueSeen', residue: seen, span },
  );
}
