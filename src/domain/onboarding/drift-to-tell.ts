// Whether people are to be told that auto-extend is off: once for each time that it was switched off.
import type { AccessTemplate } from '../access/access-template.js';
import { hasAutoExtendDrift } from '../access/drift.js';
import { hasStopped } from '../access/repair.js';
import { lagPatienceSeconds } from '../problem.js';
import type { FactData } from '../tenant/facts.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsBetween } from '../time.js';

/**
 * Whether auto-extend is off and nothing has been begun about it. Minutes after it was switched on, a part of Microsoft may not
 * know of that yet.
 */
export function hasFreshDrift(tenant: Tenant, template: AccessTemplate, now: Instant): boolean {
  const { keeping, kept } = tenant.onboarding ?? {};
  const isJustKept = kept !== undefined && secondsBetween(kept.at, now) < lagPatienceSeconds;
  return !keeping && !isJustKept && hasAutoExtendDrift(tenant, template);
}

/**
 * The facts of it, by what was last read. `withEnd`: a warning of the end is due at the same moment. What Gatehouse will put right
 * by itself isn't told.
 */
export function driftToTell(
  tenant: Tenant,
  template: AccessTemplate,
  { now, withEnd }: { readonly now: Instant; readonly withEnd: boolean },
): readonly FactData[] {
  const { coverage, toldDrift, repairs, keepFailed } = tenant.onboarding ?? {};
  if (!coverage) return [];
  if (toldDrift !== undefined) return coverage.is === 'rollsOver' ? [{ type: 'coverageDriftOver' }] : [];
  const isLeftToRepair = template.repair && !keepFailed && !hasStopped(repairs, 'autoExtend');
  if (isLeftToRepair || !hasFreshDrift(tenant, template, now)) return [];
  return [{ type: 'coverageDrifted', on: coverage.on, ...(withEnd && { withEnd }) }];
}
