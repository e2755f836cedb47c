// The roles of its access template that a relationship lacks, and whether that's because the template has changed since.
import { type AccessTemplate, missingRoles } from './access-template.js';
import { isTakenWith } from './observation.js';
import type { Relationship } from './relationship.js';

/** A role that the template wants and the followed relationship doesn't have. */
export interface LackingRole {
  readonly roleId: string;
  /** The relationship had every role of the template until that began to want this one. Absent: it lacks it otherwise. */
  readonly templateChanged?: true | undefined;
}

/** What was known of a relationship at its last check. */
export interface CheckedBefore {
  readonly relationship: Relationship;
  /** Absent: it wasn't checked yet. */
  readonly fingerprint?: string | undefined;
  /** What it lacked then. */
  readonly lacking: readonly LackingRole[];
}

/**
 * What a relationship lacks now. Only a role that the same relationship didn't have before, and that the template didn't want at
 * the check before, is lacking because of the template: any other was never given, or was taken away. That stays so, until the
 * relationship has the role. `undefined`: it lacks nothing.
 */
export function lackingRoles(
  relationship: Relationship,
  template: AccessTemplate,
  before: CheckedBefore | undefined,
): readonly LackingRole[] | undefined {
  const missing = missingRoles(template, relationship.roleIds).map(({ id }) => id);
  if (missing.length === 0) return undefined;
  const { fingerprint } = before ?? {};
  const hasChanged = fingerprint !== undefined && !isTakenWith(fingerprint, template);
  return missing.map((roleId) => {
    const known = before?.lacking.find((each) => each.roleId === roleId);
    if (known) return known;
    const isNew = hasChanged && before?.relationship.roleIds.includes(roleId) === false;
    return isNew ? { roleId, templateChanged: true } : { roleId };
  });
}
