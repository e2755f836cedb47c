// Since when a request waits for the customer, when it lapses, and when its requester is reminded of it.

import { approvalLapsesAfterDays } from '../access/relationship.js';
import { addDays, type Instant, secondsBetween } from '../time.js';
import { approvalRequestOf } from './approval-request.js';
import type { Tenant } from './tenant.js';

/** Since when a request waits for the customer: since it was locked for approval, else since it was created. */
export function requestWaitingSince(tenant: Tenant): Instant {
  const { since, onboarding } = tenant;
  return approvalRequestOf(tenant)?.since ?? onboarding?.lockedAt ?? onboarding?.relationship?.createdAt ?? since;
}

/** When the request that waits for the customer expires. */
export function requestExpiry(tenant: Tenant): Instant {
  return addDays(requestWaitingSince(tenant), approvalLapsesAfterDays);
}

/** Days before a request lapses on which its requester is told for the last time. */
const lastNudgeDaysBefore = 7;

// A reminder waits for a check that doesn't fail. What fails comes again after a share of the time that it's late.
const overdue = { leastSeconds: 60, share: 0.1, mostSeconds: 3600 };

/**
 * When the requester is to be reminded of a request that its customer hasn't answered, the earliest first: so many days after it
 * was put before them, or was adopted here, and a week before it lapses. None while the tenant waits for no customer.
 */
function nudgesOf(tenant: Tenant, days: readonly number[]): readonly Instant[] {
  const { status, onboarding, offboarding } = tenant;
  if (status !== 'needsApproval' || !onboarding || offboarding || tenant.snooze) return [];
  const waiting = requestWaitingSince(tenant);
  const known = onboarding.requestedAt > waiting ? onboarding.requestedAt : waiting;
  const lapse = requestExpiry(tenant);
  const all = [...days.map((each) => addDays(known, each)), addDays(lapse, -lastNudgeDaysBefore)];
  const told = onboarding.nudgedFor ?? known;
  return all.filter((at) => at > known && at > told && at < lapse).sort();
}

/** The latest reminder that's due, which stands for the earlier ones; `undefined`: none is. `days`: after how many. */
export function nudgeDue(tenant: Tenant, now: Instant, days: readonly number[]): Instant | undefined {
  return nudgesOf(tenant, days)
    .filter((at) => at <= now)
    .at(-1);
}

/** Seconds until a tenant is checked for the sake of its next reminder; `undefined`: none is ahead. */
export function secondsToNudge(tenant: Tenant, now: Instant, days: readonly number[]): number | undefined {
  const [next] = nudgesOf(tenant, days);
  if (next === undefined) return undefined;
  const seconds = secondsBetween(now, next);
  if (seconds > 0) return Math.max(1, seconds);
  return Math.min(overdue.mostSeconds, Math.max(overdue.leastSeconds, -overdue.share * seconds));
}
