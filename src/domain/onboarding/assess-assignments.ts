// Compares the access assignments of a tenant with the access template.

import type { AccessTemplate, TemplateAssignment } from '../access/access-template.js';
import type { PartAssessment } from '../access/limitation.js';
import { type AccessAssignment, isStuck, type Relationship } from '../access/relationship.js';
import { isStillRepeated } from '../problem.js';
import type { Onboarding } from '../tenant/onboarding.js';
import { assessTries, type Moment } from './assess-tries.js';

/** One finding for each group of the template, or a single one when the assignments couldn't be read. */
export function assessAssignments(
  onboarding: Onboarding,
  relationship: Relationship,
  template: AccessTemplate,
  moment: Moment,
): readonly PartAssessment[] {
  const { assignments, assignmentsUnread } = onboarding;
  if (assignments === undefined) {
    if (!assignmentsUnread) return ['waiting'];
    const { problem, since } = assignmentsUnread;
    return isStillRepeated(problem, since, moment.now)
      ? ['waiting']
      : [[{ code: 'couldNotCheck', what: 'assignments', problem }]];
  }
  return template.assignments.map((wanted) =>
    assessGroup(wanted, { ...onboarding, assignments }, relationship, moment),
  );
}

function assessGroup(
  wanted: TemplateAssignment,
  onboarding: Onboarding & { readonly assignments: readonly AccessAssignment[] },
  relationship: Relationship,
  moment: Moment,
): PartAssessment {
  const { groupName } = wanted;
  const refusal = onboarding.refusals.find((each) => 'groupId' in each && each.groupId === wanted.groupId);
  if (refusal) return [{ code: 'groupNotAssigned', groupName, problem: refusal.problem }];
  const [failing] = assessTries(onboarding, ['assignAccess', 'widenAssignment', 'removeAssignment'], moment, wanted);
  if (failing) return failing;
  const assignment = assignmentOf(wanted.groupId, onboarding.assignments);
  if (assignment?.status === 'error') return [{ code: 'assignmentFailed', groupName }];
  if (assignment?.pendingSince !== undefined && isStuck(assignment, moment.now))
    return [{ code: 'assignmentStuck', groupName, pendingSince: assignment.pendingSince }];
  if (grantableRoles(wanted, relationship).length === 0) return 'inPlace';
  const taken = onboarding.takenAway?.find(({ groupId }) => groupId === wanted.groupId);
  if (taken && (!assignment || assignment.status === 'deleting')) return [{ code: 'assignmentGone', groupName }];
  if (taken && assignment?.status === 'active') {
    const roles = wanted.roles.filter(({ id }) => taken.roleIds.includes(id));
    return [{ code: 'rolesTakenAway', groupName, roles }];
  }
  if (assignment?.status !== 'active' || lacksRoles(wanted, relationship, assignment)) return 'waiting';
  return 'inPlace';
}

/**
 * The assignment that counts for a group. Deleted ones stay listed for good and don't count; a working one outweighs a
 * failed one.
 */
export function assignmentOf(groupId: string, assignments: readonly AccessAssignment[]): AccessAssignment | undefined {
  const live = assignments.filter((each) => each.groupId === groupId && each.status !== 'deleted');
  return live.find(({ status }) => status !== 'error') ?? live[0];
}

/** Ids of the group's roles that the relationship carries; one that it lacks is a limitation of its own. */
export function grantableRoles(wanted: TemplateAssignment, relationship: Relationship): readonly string[] {
  const granted = new Set(relationship.roleIds);
  return wanted.roles.map((role) => role.id).filter((id) => granted.has(id));
}

/** Whether an assignment gives its group less than the template wants and the relationship carries. */
export function lacksRoles(
  wanted: TemplateAssignment,
  relationship: Relationship,
  assignment: AccessAssignment,
): boolean {
  return grantableRoles(wanted, relationship).some((id) => !assignment.roleIds.includes(id));
}
