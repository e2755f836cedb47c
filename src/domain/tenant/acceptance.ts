// Limitations that a person has accepted: who answers for them, why, and on which day they're looked at again.
import { addDays, type Instant, secondsBetween } from '../time.js';
import type { FactData } from './facts.js';
import type { Tenant } from './tenant.js';

/** Days after which accepted limitations are looked at again, unless another day is chosen, and at most. */
export const reviewDays = { usual: 90, most: 365 } as const;

/** The day of a review as it's typed, `2027-03-01`; `undefined`: it's no day, not ahead, or too far ahead. */
export function reviewDayIn(text: string, now: Instant): Instant | undefined {
  const typed = text.trim();
  const at = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00.000Z`) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed) return undefined;
  const on = at.toISOString();
  return on > now && on <= addDays(now, reviewDays.most) ? on : undefined;
}

/** That the day has come, once; none: it hasn't, it was told, or nothing is accepted. */
export function reviewsDue(tenant: Tenant, now: Instant): readonly FactData[] {
  const seconds = secondsToReview(tenant, now);
  return seconds !== undefined && seconds <= 0 ? [{ type: 'acceptanceReviewDue' }] : [];
}

/** Seconds until then, 0 or less once it has come; `undefined`: no such day is ahead, or it was told. */
export function secondsToReview({ onboarding, offboarding }: Tenant, now: Instant): number | undefined {
  const { reviewOn, remindedAt } = onboarding?.accepted ?? {};
  if (offboarding || reviewOn === undefined || remindedAt !== undefined) return undefined;
  return secondsBetween(now, reviewOn);
}
