// The access template: the groups and roles that the partner wants in every tenant.
import type { Role } from './gdap-roles.js';

/** The roles that one of the partner's security groups gets in every tenant. */
export interface TemplateAssignment {
  /** Object id of a security group in the partner's own tenant. */
  readonly groupId: string;
  readonly groupName: string;
  /** At least one. */
  readonly roles: readonly Role[];
}

/** The access that the partner asks every customer for. */
export interface AccessTemplate {
  /** Changes with anything else in the template, so that tenants are checked again. */
  readonly templateHash: string;
  /** Lifetime of a relationship, 1 to 730 days. */
  readonly durationDays: number;
  /** Whether a relationship extends itself by 180 days when it ends. Not possible with Global Administrator. */
  readonly autoExtend: boolean;
  /** Whether a tenant without an active Azure plan has an issue. */
  readonly requireAzure: boolean;
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
