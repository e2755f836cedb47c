// What Gatehouse puts right by itself now, in a tenant whose template says so.
import type { AccessTemplate } from '../access/access-template.js';
import { hasAutoExtendDrift } from '../access/drift.js';
import { hasStopped, mayRepair, type RepairCause, repairerBy, secondsToRepair } from '../access/repair.js';
import type { FactData } from '../tenant/facts.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Tenant } from '../tenant/tenant.js';
import type { Instant } from '../time.js';
import { assignmentOf } from './assess-assignments.js';
import { hasFreshDrift } from './drift-to-tell.js';

type GroupCause = Exclude<RepairCause, 'autoExtend'>;

/**
 * The facts of it, by what was just read: what the button beside it would do, and nothing that takes a question. What a person
 * has accepted as it is stays so.
 */
export function repairsDue(tenant: Tenant, template: AccessTemplate, now: Instant): readonly FactData[] {
  const { onboarding, offboarding, status } = tenant;
  if (!template.repair || !onboarding || offboarding) return [];
  const { repairs, coverage, accepted, revalidation } = onboarding;
  const by = repairerBy(template.name);
  const facts: FactData[] = [];
  if (coverage && hasFreshDrift(tenant, template, now) && mayRepair(repairs, 'autoExtend', now))
    facts.push({ type: 'repairBegun', by, cause: 'autoExtend', groupIds: [] });
  if (accepted || revalidation) return facts;
  const isQuiet = status === 'approved' && { isQuiet: true as const };
  for (const [cause, groupIds] of groupsByCause(onboarding, template))
    if (mayRepair(repairs, cause, now)) facts.push({ type: 'repairBegun', by, cause, groupIds, ...isQuiet });
  return facts;
}

/** What was put right as often as it is, and has been changed back since. */
export function repairsStopped({ onboarding, ...tenant }: Tenant, template: AccessTemplate): readonly RepairCause[] {
  if (!template.repair || !onboarding) return [];
  return causesOf({ ...tenant, onboarding }, template).filter((cause) => hasStopped(onboarding.repairs, cause));
}

/** Seconds until something is put right by itself that may not be yet; `undefined`: there's nothing. */
export function secondsToNextRepair(tenant: Tenant, template: AccessTemplate, now: Instant): number | undefined {
  if (!template.repair || tenant.offboarding) return undefined;
  return secondsToRepair(tenant.onboarding?.repairs, causesOf(tenant, template), now);
}

function causesOf(tenant: Tenant, template: AccessTemplate): readonly RepairCause[] {
  const { onboarding } = tenant;
  if (!onboarding) return [];
  const ofGroups = [...groupsByCause(onboarding, template).keys()];
  return hasAutoExtendDrift(tenant, template) ? ['autoExtend', ...ofGroups] : ofGroups;
}

function groupsByCause(
  { assignments = [], takenAway = [], retryGroupIds, relationship }: Onboarding,
  template: AccessTemplate,
): ReadonlyMap<GroupCause, readonly string[]> {
  const found = new Map<GroupCause, string[]>();
  if (relationship?.status !== 'active') return found;
  for (const { groupId } of template.assignments) {
    const status = assignmentOf(groupId, assignments)?.status;
    const isTaken = takenAway.some((each) => each.groupId === groupId);
    const isFailed = status === 'error' && !retryGroupIds.includes(groupId);
    const isGone = status === undefined || status === 'deleting';
    // One that someone else makes at the moment isn't disturbed.
    const ofTaken = status === 'active' ? 'rolesTakenAway' : isGone ? 'assignmentGone' : undefined;
    const cause = isFailed ? 'assignmentFailed' : isTaken ? ofTaken : undefined;
    if (cause) found.set(cause, [...(found.get(cause) ?? []), groupId]);
  }
  return found;
}
