// An access template: the groups and roles that the partner wants in the tenants that have it.
import type { Role } from './gdap-roles.js';

/** The roles that one of the partner's security groups gets in a tenant. */
export interface TemplateAssignment {
  /** Object id of a security group in the partner's own tenant. */
  readonly groupId: string;
  readonly groupName: string;
  /** At least one. */
  readonly roles: readonly Role[];
}

/** The access that the partner asks customers for. */
export interface AccessTemplate {
  /** Its name among all templates; `default` where a file has one that has no name. */
  readonly name: string;
  /** Changes with everything in the template but its name, so that its tenants are checked again. */
  readonly templateHash: string;
  /** Lifetime of a relationship, 1 to 730 days. */
  readonly durationDays: number;
  /** Whether a relationship extends itself by 180 days when it ends. Not possible with Global Administrator. */
  readonly autoExtend: boolean;
  /** It asks for that and for Global Administrator, so it counts as off. Absent: it doesn't. */
  readonly autoExtendRefused?: true | undefined;
  /** Whether a tenant without an active Azure plan has an issue. */
  readonly requireAzure: boolean;
  /** Whether what differs from it is put right without asking. */
  readonly repair: boolean;
  /** At least one, each group once. */
  readonly assignments: readonly TemplateAssignment[];
}

/** Every role of the template once, in its order: what a new relationship asks for. */
export function rolesOf(template: AccessTemplate): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { roles: ofGroup } of template.assignments) for (const role of ofGroup) roles.set(role.id, role);
  return [...roles.values()];
}

/** The roles of the template that aren't among the given role ids. */
export function missingRoles(template: AccessTemplate, roleIds: readonly string[]): readonly Role[] {
  const present = new Set(roleIds);
  return rolesOf(template).filter((role) => !present.has(role.id));
}
