// Whether people are to be told that auto-extend is off: once for each time that it was switched off.
import type { AccessTemplate } from '../access/access-template.js';
import { hasAutoExtendDrift } from '../access/drift.js';
import { lagPatienceSeconds } from '../problem.js';
import type { FactData } from '../tenant/facts.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsBetween } from '../time.js';

/**
 * The facts of it, by what was last read. `withEnd`: a warning of the end is due at the same moment. One that a person is
 * having switched on isn't told, nor is one of minutes after that, which a part of Microsoft may not know of yet.
 */
export function driftToTell(
  tenant: Tenant,
  template: AccessTemplate,
  { now, withEnd }: { readonly now: Instant; readonly withEnd: boolean },
): readonly FactData[] {
  const { coverage, keeping, kept, toldDrift } = tenant.onboarding ?? {};
  if (!coverage) return [];
  if (toldDrift !== undefined) return coverage.is === 'rollsOver' ? [{ type: 'coverageDriftOver' }] : [];
  const isJustKept = kept !== undefined && secondsBetween(kept.at, now) < lagPatienceSeconds;
  if (keeping || isJustKept || !hasAutoExtendDrift(tenant, template)) return [];
  return [{ type: 'coverageDrifted', on: coverage.on, ...(withEnd && { withEnd }) }];
}
