// Where tenants stand after a batch, counted and grouped by cause.
import type { Limitation } from '../access/limitation.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Batch, type BatchActionName, type BatchTenant, batchTenantId } from './batch.js';

/** Tenants in Issues found for the same first cause. */
export interface CauseGroup {
  readonly first: Limitation;
  readonly tenants: readonly Tenant[];
}

/** What has become by now of the tenants that a batch was done to. */
export interface BatchStanding {
  readonly approved: number;
  /** Their customer hasn't approved yet. */
  readonly awaitsApproval: number;
  /** The largest group first. */
  readonly issues: readonly CauseGroup[];
}

/** Whether what follows an action at Microsoft and at the customers is followed on the batch's card. */
export function isFollowed(action: BatchActionName): boolean {
  return action === 'enable' || action === 'revalidate';
}

/** Where these stand. */
export function standingOf(tenants: readonly Tenant[]): BatchStanding {
  const count = (status: Tenant['status']) => tenants.filter((tenant) => tenant.status === status).length;
  return { approved: count('approved'), awaitsApproval: count('needsApproval'), issues: groupedByCause(tenants) };
}

/** How far the ends of earlier relationships are that a batch has asked for. */
export interface EndingStanding {
  readonly ended: number;
  /** Microsoft hasn't shown it yet. */
  readonly underWay: number;
  readonly failed: number;
  /** No one looks any more: the tenant was disabled meanwhile, or is being offboarded. */
  readonly unfollowed: number;
}

/** How far they are of these tenants. */
export function endingStandingOf(tenants: readonly Tenant[]): EndingStanding {
  const counts = { ended: 0, underWay: 0, failed: 0, unfollowed: 0 };
  for (const { onboarding, offboarding } of tenants) {
    if (!onboarding || offboarding) counts.unfollowed += 1;
    else if (onboarding.earlierEnding) counts.underWay += 1;
    else if (onboarding.earlierEndFailed) counts.failed += 1;
    else counts.ended += 1;
  }
  return counts;
}

/** Those of them that are in Issues found, by their first cause, the largest group first and always in the same order. */
export function groupedByCause(tenants: readonly Tenant[]): readonly CauseGroup[] {
  const groups = new Map<string, { first: Limitation; tenants: Tenant[] }>();
  for (const tenant of tenants) {
    const [first] = tenant.status === 'issuesFound' ? (tenant.onboarding?.limitations ?? []) : [];
    if (!first) continue;
    const key = keyOf(first);
    const group = groups.get(key);
    if (group) group.tenants.push(tenant);
    else groups.set(key, { first, tenants: [tenant] });
  }
  return [...groups]
    .sort(([key, a], [other, b]) => b.tenants.length - a.tenants.length || (key < other ? -1 : 1))
    .map(([, group]) => group);
}

// As much of a limitation as its words name.
function keyOf(limitation: Limitation): string {
  const ending = 'ending' in limitation ? limitation.ending : '';
  const group = 'groupName' in limitation ? limitation.groupName : '';
  const roles = 'roles' in limitation ? limitation.roles.map(({ id }) => id).join() : '';
  const what = 'what' in limitation ? limitation.what : 'tried' in limitation ? limitation.tried.step : '';
  return [limitation.code, ending, what, group, roles].join(' ');
}

/** The newest batch that did something to a tenant that is followed; `undefined`: none that is still kept. */
export function followingBatch(
  tenantId: string,
  batches: Iterable<Batch>,
  rowOf: (id: string) => BatchTenant | undefined,
): Batch | undefined {
  let newest: Batch | undefined;
  for (const batch of batches) {
    if (!isFollowed(batch.action.do) || (newest && newest.at >= batch.at)) continue;
    if (rowOf(batchTenantId(batch.id, tenantId))?.result?.is === 'done') newest = batch;
  }
  return newest;
}
