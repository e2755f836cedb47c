// What time alone ends at a tenant: a snooze, and that someone looks after it.
import type { Instant } from '../time.js';
import { lapsedSnooze, secondsToWake } from './attention.js';
import type { FactData } from './facts.js';
import { lapsedOwnership, secondsToLapse } from './ownership.js';
import type { Tenant } from './tenant.js';

/** What is over by now. `ownershipDays`: see `lapsedOwnership`. */
export function lapsedBy(now: Instant, tenant: Tenant, ownershipDays: number): readonly FactData[] {
  return [...lapsedSnooze(tenant, now), ...lapsedOwnership(tenant, now, ownershipDays)];
}

/** Seconds until the next of them is; `undefined`: none is ahead. */
export function secondsToNextLapse(tenant: Tenant, now: Instant, ownershipDays: number): number | undefined {
  const all = [secondsToWake(tenant, now), secondsToLapse(tenant, now, ownershipDays)];
  const ahead = all.filter((each) => each !== undefined);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}
