// Roles that a group of the template had and has no more, although Gatehouse didn't take them.
import type { AccessTemplate } from './access-template.js';
import type { AccessAssignment, Relationship } from './relationship.js';

/** What was taken away from one group. It's given back only when a person asks for that, or where the template says so. */
export interface TakenAway {
  readonly groupId: string;
  /** Role template ids, in lower case; at least one. */
  readonly roleIds: readonly string[];
}

/** Two readings of the assignments of one relationship. */
export interface AssignmentReadings {
  /** As last read, with what Gatehouse has done since. Absent: not read yet. */
  readonly before: readonly AccessAssignment[] | undefined;
  readonly now: readonly AccessAssignment[];
  /** What was known to be taken away before. */
  readonly known: readonly TakenAway[] | undefined;
}

/**
 * What is taken away by now, of what the template wants and the relationship carries. An assignment that has failed is a finding
 * of its own, and one that's pending counts as there. Assigned roles can be taken away by the partner alone, in Partner Center
 * or over Graph.
 * @see https://learn.microsoft.com/graph/api/delegatedadminaccessassignment-update (checked 2026-11-29)
 */
export function takenAwayIn(
  { before = [], now, known = [] }: AssignmentReadings,
  template: AccessTemplate,
  relationship: Relationship,
): readonly TakenAway[] | undefined {
  const found = template.assignments.flatMap(({ groupId, roles }): readonly TakenAway[] => {
    const live = now.filter(
      (each) => each.groupId === groupId && each.status !== 'deleted' && each.status !== 'deleting',
    );
    if (live.some(({ status }) => status === 'error')) return [];
    const had = new Set([
      ...before
        .filter((each) => each.groupId === groupId && each.status === 'active')
        .flatMap(({ roleIds }) => roleIds),
      ...known.filter((each) => each.groupId === groupId).flatMap(({ roleIds }) => roleIds),
    ]);
    const has = new Set(live.flatMap(({ roleIds }) => roleIds));
    const carried = new Set(relationship.roleIds);
    const roleIds = roles.map(({ id }) => id).filter((id) => carried.has(id) && had.has(id) && !has.has(id));
    return roleIds.length === 0 ? [] : [{ groupId, roleIds }];
  });
  return found.length === 0 ? undefined : found;
}
