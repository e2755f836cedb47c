// Brings a tenant's status in line with what was read, once only waiting is left.

import type { AccessTemplate } from '../access/access-template.js';
import { areAmong, type Ending, type Limitation } from '../access/limitation.js';
import { isStillRepeated } from '../problem.js';
import type { FactData } from '../tenant/facts.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsSince } from '../time.js';
import { assess } from './assess.js';

/** The facts that change the status or its limitations; none when all is as before and Revalidate wasn't pressed. */
export function settle(
  tenant: Tenant,
  onboarding: Onboarding,
  template: AccessTemplate,
  now: Instant,
): readonly FactData[] {
  const { status, limitations } = assess(tenant, onboarding, template, now);
  const isSame =
    status === tenant.status &&
    areAmong(limitations, onboarding.limitations) &&
    areAmong(onboarding.limitations, limitations);
  // Someone else was faster than what Gatehouse had begun to put right.
  const isRepairOver = status === 'approved' && onboarding.repairs?.some(({ groupIds }) => groupIds) === true;
  if (isSame && isRepairOver) return [{ type: 'accessApproved' }];
  if (isSame && onboarding.revalidation && status !== 'awaitingMicrosoft') return answerAsked(onboarding, now);
  if (isSame) return !onboarding.isSlow && isSlow(tenant, now) ? [{ type: 'waitIsLong' }] : [];
  switch (status) {
    case 'awaitingMicrosoft':
      return [{ type: 'microsoftAwaited' }];
    case 'needsApproval':
      return [{ type: 'approvalAwaited' }];
    case 'approved':
      return [{ type: 'accessApproved' }];
    case 'issuesFound':
      return [{ type: limitations.some(isLoss) ? 'accessLost' : 'issuesFound', limitations }];
    default:
      return status satisfies never;
  }
}

/** The answer to Revalidate when all is as before: that, or that a part of it couldn't be read. */
function answerAsked({ revalidation, checkFailed }: Onboarding, now: Instant): readonly FactData[] {
  if (!revalidation) return [];
  if (!checkFailed) return [{ type: 'nothingChanged' }];
  const { problem } = checkFailed;
  return isStillRepeated(problem, revalidation.at, now) ? [] : [{ type: 'checkFailed', problem }];
}

// A request that was never approved gave no access to lose, and what's expiring isn't lost yet.
const losses: readonly Ending[] = ['terminated', 'expired', 'gone'];

function isLoss(limitation: Limitation): boolean {
  return limitation.code === 'relationshipLost' && losses.includes(limitation.ending);
}

// Usual are a minute or two, sometimes five.
const slowAfterSeconds = 300;
const checkSlowAfterSeconds = 120;

/** Whether something that a tenant waits for has taken longer than usual. */
function isSlow({ status, since, onboarding }: Tenant, now: Instant): boolean {
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
