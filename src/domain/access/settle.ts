// What has become of a tenant, now that there is nothing left to do but wait?

import { isStillRepeated } from '../health/problem.js';
import type { FactData } from '../tenant/facts.js';
import type { Onboarding, Tenant } from '../tenant/tenant.js';
import type { Instant } from '../time.js';
import type { AccessTemplate } from './access-template.js';
import { assess } from './assess.js';
import { areAmong, type Ending, type Limitation } from './limitation.js';
import { isSlow } from './slow.js';

/** The facts that bring the tenant's status in line with what was read; none when all is as before and nobody asked. */
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

/** What whoever asked to look again hears when all is as before: that, or that a part of it could not be read. */
function answerAsked({ revalidation, checkFailed }: Onboarding, now: Instant): readonly FactData[] {
  if (!revalidation) return [];
  if (!checkFailed) return [{ type: 'nothingChanged' }];
  const { problem } = checkFailed;
  return isStillRepeated(problem, revalidation.at, now) ? [] : [{ type: 'checkFailed', problem }];
}

// A request that was never approved gave no access that could be lost, and what is expiring is not lost yet.
const losses: readonly Ending[] = ['terminated', 'expired', 'gone'];

function isLoss(limitation: Limitation): boolean {
  return limitation.code === 'relationshipLost' && losses.includes(limitation.ending);
}
