// Privileged roles to which a template leads by itself, where a second admin must approve those: held until one has.
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
  /** Hash of the template that a person's command has led to since. Absent: none has. */
  readonly agreedTo?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** Absent: what the groups have isn't known, so that nothing tells which roles are new. */
  readonly assignments?: readonly AccessAssignment[] | undefined;
  readonly held?: readonly HeldRoles[] | undefined;
}

/**
 * What is held by now: what was held before and is still wanted, and, where the template is another than the one of the last
 * check, each privileged role that its group doesn't have: its file has changed, or the rules lead to another one. What Enable, tags
 * or an import have led to since was approved by itself. `undefined`: nothing is.
 */
export function heldRolesIn(before: KnownBefore, template: AccessTemplate): readonly HeldRoles[] | undefined {
  const { agreedTo, assignments = [], held = [] } = before;
  if (agreedTo === template.templateHash) return undefined;
  const hasGrown = isAnother(before, template);
  if (!hasGrown && held.length === 0) return undefined;
  const found = template.assignments.flatMap(({ groupId, roles }): readonly HeldRoles[] => {
    const has = new Set(assignments.filter(isLiveOf(groupId)).flatMap(({ roleIds }) => roleIds));
    const known = new Set(held.filter((each) => each.groupId === groupId).flatMap(({ roleIds }) => roleIds));
    const roleIds = roles
      .filter(isPrivileged)
      .map(({ id }) => id)
      .filter((id) => !has.has(id) && (hasGrown || known.has(id)));
    return roleIds.length === 0 ? [] : [{ groupId, roleIds }];
  });
  return found.length === 0 ? undefined : found;
}

// Where something is held already, nothing but that is missing.
function isAnother({ wasInPlace, agreedTo, fingerprint, held = [] }: KnownBefore, template: AccessTemplate): boolean {
  if (agreedTo !== undefined) return true;
  return (wasInPlace || held.length > 0) && fingerprint !== undefined && !isTakenWith(fingerprint, template);
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
