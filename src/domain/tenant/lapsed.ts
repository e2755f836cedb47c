// What time alone brings about at a tenant: the end of a snooze, of that someone looks after it and of what no second admin has
// approved; and the review of accepted limitations.
import type { Instant } from '../time.js';
import { reviewsDue, secondsToReview } from './acceptance.js';
import { lapsedSnooze, secondsToWake } from './attention.js';
import type { FactData } from './facts.js';
import { lapsedOwnership, secondsToLapse } from './ownership.js';
import { lapsedSecond, secondsToSecondLapse } from './second-admin.js';
import type { Tenant } from './tenant.js';

/** What is over or due by now. `ownershipDays`: see `lapsedOwnership`. */
export function lapsedBy(now: Instant, tenant: Tenant, ownershipDays: number): readonly FactData[] {
  return [
    ...lapsedSnooze(tenant, now),
    ...lapsedOwnership(tenant, now, ownershipDays),
    ...lapsedSecond(tenant, now),
    ...reviewsDue(tenant, now),
  ];
}

/** Seconds until the next of them is; `undefined`: none is ahead. */
export function secondsToNextLapse(tenant: Tenant, now: Instant, ownershipDays: number): number | undefined {
  const all = [
    secondsToWake(tenant, now),
    secondsToLapse(tenant, now, ownershipDays),
    secondsToSecondLapse(tenant, now),
    secondsToReview(tenant, now),
  ];
  const ahead = all.filter((each) => each !== undefined);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}
