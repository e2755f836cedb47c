// Privileged roles that a template has gained in its file, where a second admin must approve those: held until one has.
import type { AccessTemplate } from './access-template.js';
import { isPrivileged } from './gdap-roles.js';
import { isTakenWith } from './observation.js';
import type { AccessAssignment } from './relationship.js';

/** What one group isn't given yet. */
export interface HeldRoles {
  readonly groupId: string;
  /** Role template ids, in lower case; at least one. */
  readonly roleIds: readonly string[];
}

/** What was known at a tenant's last check. */
export interface KnownBefore {
  /** Whether everything was in place then, so that what a group lacks by now is new. */
  readonly wasInPlace: boolean;
  /** Name of the template that it was checked with. Absent: it wasn't checked since a person asked for its access. */
  readonly checkedWith?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly assignments?: readonly AccessAssignment[] | undefined;
  readonly held?: readonly HeldRoles[] | undefined;
}

/**
 * What is held by now: what was held before and is still wanted, and, where the template of the same name has changed since,
 * each privileged role that its group doesn't have. What tags or an import lead to is another template, which was approved by
 * itself. `undefined`: nothing is.
 */
export function heldRolesIn(
  { wasInPlace, checkedWith, fingerprint, assignments = [], held = [] }: KnownBefore,
  template: AccessTemplate,
): readonly HeldRoles[] | undefined {
  const isSame = checkedWith === template.name;
  const hasGrown = isSame && wasInPlace && fingerprint !== undefined && !isTakenWith(fingerprint, template);
  if (!hasGrown && held.length === 0) return undefined;
  const found = template.assignments.flatMap(({ groupId, roles }): readonly HeldRoles[] => {
    const has = new Set(assignments.filter(isLiveOf(groupId)).flatMap(({ roleIds }) => roleIds));
    const before = new Set(
      isSame ? held.filter((each) => each.groupId === groupId).flatMap(({ roleIds }) => roleIds) : [],
    );
    const roleIds = roles
      .filter(isPrivileged)
      .map(({ id }) => id)
      .filter((id) => !has.has(id) && (hasGrown || before.has(id)));
    return roleIds.length === 0 ? [] : [{ groupId, roleIds }];
  });
  return found.length === 0 ? undefined : found;
}

function isLiveOf(groupId: string): (assignment: AccessAssignment) => boolean {
  return (each) => each.groupId === groupId && (each.status === 'active' || each.status === 'pending');
}

/** The template without what is held; the same object where nothing is. */
export function withoutHeld(template: AccessTemplate, held: readonly HeldRoles[] | undefined): AccessTemplate {
  if (!held) return template;
  const isHeld = (groupId: string, roleId: string) =>
    held.some((each) => each.groupId === groupId && each.roleIds.includes(roleId));
  const assignments = template.assignments
    .map((each) => ({ ...each, roles: each.roles.filter(({ id }) => !isHeld(each.groupId, id)) }))
    .filter(({ roles }) => roles.length > 0);
  return { ...template, assignments };
}
