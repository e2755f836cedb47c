// Why tenants of a batch are left as they are, counted.
import { knownCoverage } from '../access/coverage.js';
import type { Tenant } from '../tenant/tenant.js';
import type { BatchAction, BatchRefusal } from './batch.js';

/**
 * Why tenants are left as they are, told apart further where the refusal alone, `doesNotApply`, doesn't say what would apply.
 * - `newRequestWontHelp`: Issues found, none of which a new request solves.
 * - `awaitsCustomer`: Needs approval.
 * - `notApproved`: not Approved, so that its earlier relationship may still be needed.
 * - `onlyWithoutGlobalAdministrator`, `accessEnded`, `successorWaits`, `noKnownEnd`: by what is known of the access that would be kept.
 */
export type LeftReason =
  | BatchRefusal
  | 'newRequestWontHelp'
  | 'awaitsCustomer'
  | 'notApproved'
  | 'onlyWithoutGlobalAdministrator'
  | 'accessEnded'
  | 'successorWaits'
  | 'noKnownEnd';

/** Tenants that can't be done for one reason. */
export interface RefusedGroup {
  readonly why: LeftReason;
  readonly count: number;
}

/** Whether a refusal says that the tenant has what is asked for, or is on the way to it. */
export function isFine(why: LeftReason): boolean {
  return why === 'alreadyDone' || why === 'alreadyUnderWay';
}

/** The reason behind a refusal. `tenant`: as it is now. Absent: it isn't known any longer. */
export function leftReason(why: BatchRefusal, { do: name }: BatchAction, tenant: Tenant | undefined): LeftReason {
  if (why !== 'doesNotApply') return why;
  switch (name) {
    case 'enable':
      return 'newRequestWontHelp';
    case 'revalidate':
      return 'awaitsCustomer';
    case 'endEarlier':
      return 'notApproved';
    case 'keepAccess':
      return tenant ? whyNotKept(tenant) : why;
    case 'disable':
    case 'tag':
    case 'import':
    case 'take':
    case 'release':
    case 'releaseOther':
      return why;
    default:
      return name satisfies never;
  }
}

function whyNotKept({ onboarding }: Tenant): LeftReason {
  const coverage = onboarding && knownCoverage(onboarding);
  if (coverage?.keep === 'removeGlobalAdministrator') return 'onlyWithoutGlobalAdministrator';
  if (coverage?.is === 'ended') return 'accessEnded';
  return coverage?.is === 'successorWaits' ? coverage.is : 'noKnownEnd';
}

/** Counts by reason as groups, the largest first, and always in the same order. */
export function groupsOf(counts: Iterable<readonly [LeftReason, number]>): readonly RefusedGroup[] {
  return [...counts]
    .map(([why, count]) => ({ why, count }))
    .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
}
