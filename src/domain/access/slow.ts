// Whether Microsoft takes longer than usual, so that what it works on is named item by item.
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsSince } from '../time.js';

// A minute or two is usual, sometimes five.
const slowAfterSeconds = 300;
const checkSlowAfterSeconds = 120;

/** Whether something that a tenant waits for has taken longer than usual. */
export function isSlow({ status, since, onboarding }: Tenant, now: Instant): boolean {
  if (!onboarding || status !== 'awaitingMicrosoft') return false;
  const { relationship, assignments = [], assignmentsUnread, azure } = onboarding;
  const isOlder = (from: Instant | undefined, seconds: number) =>
    from !== undefined && secondsSince(from, now) >= seconds;
  return (
    (relationship?.status !== 'active' && isOlder(since, slowAfterSeconds)) ||
    assignments.some(({ pendingSince }) => isOlder(pendingSince, slowAfterSeconds)) ||
    isOlder(assignmentsUnread?.since, checkSlowAfterSeconds) ||
    (typeof azure === 'object' && isOlder(azure.since, checkSlowAfterSeconds))
  );
}
