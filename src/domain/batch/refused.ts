// Why tenants of a batch are left as they are, counted.
import { knownCoverage } from '../access/coverage.js';
import type { Tenant } from '../tenant/tenant.js';
import type { BatchAction, BatchRefusal, BatchTenant, NotApplying } from './batch.js';

/** Why a tenant is left as it is: the refusal, or what's behind it. */
export type LeftReason = BatchRefusal | NotApplying;

/** Tenants that can't be done for one reason. */
export interface RefusedGroup {
  readonly why: LeftReason;
  readonly count: number;
}

/** Whether a refusal says that the tenant has what is asked for, or is on the way to it. */
export function isFine(why: LeftReason): boolean {
  return why === 'alreadyDone' || why === 'alreadyUnderWay';
}

/** Whether a batch was done to a tenant, or found there what is asked for. */
export function isDoneOrFine({ result }: Pick<BatchTenant, 'result'>): boolean {
  return result?.is === 'done' || (result?.is === 'refused' && isFine(result.why));
}

/** What is behind a refusal at a tenant, as it is now; `undefined`: the refusal says it. */
export function becauseOf(why: BatchRefusal, { do: name }: BatchAction, tenant: Tenant): NotApplying | undefined {
  if (why !== 'doesNotApply') return undefined;
  switch (name) {
    case 'enable':
      return 'newRequestWontHelp';
    case 'revalidate':
      return 'awaitsCustomer';
    case 'endEarlier':
      return 'notApproved';
    case 'keepAccess':
      return whyNotKept(tenant);
    case 'disable':
    case 'tag':
    case 'import':
    case 'take':
    case 'release':
    case 'releaseOther':
      return undefined;
    default:
      return name satisfies never;
  }
}

// Of access that was read a moment too early, nothing is said.
function whyNotKept({ onboarding }: Tenant): NotApplying | undefined {
  const coverage = onboarding && knownCoverage(onboarding);
  if (!coverage) return 'noKnownEnd';
  if (coverage.keep === 'removeGlobalAdministrator') return 'onlyWithoutGlobalAdministrator';
  if (coverage.is === 'ended') return 'accessEnded';
  return coverage.is === 'successorWaits' ? coverage.is : undefined;
}

/** Counts by reason as groups, the largest first, and always in the same order. */
export function groupsOf(counts: Iterable<readonly [LeftReason, number]>): readonly RefusedGroup[] {
  return [...counts]
    .map(([why, count]) => ({ why, count }))
    .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
}
