// Who may do what? It is settled by who somebody is at Entra, never by what a card says.
import { includesRole, type RoleName } from '../domain/commands.js';
import type { Person } from '../domain/person.js';

/** The role of a person; `undefined`: none, so nothing is allowed. */
export type RoleOf = (person: Person) => RoleName | undefined;

/** Entra object ids in lower case, by role. */
export interface Lists {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** Roles by the lists of the settings; the highest counts. No lists at all: the sandbox, where everybody is an admin. */
export function rolesFrom(lists: Lists | undefined): RoleOf {
  if (!lists) return () => 'admin';
  const roles = new Map<string, RoleName>();
  for (const id of lists.viewers) roles.set(id, 'viewer');
  for (const id of lists.operators) roles.set(id, 'operator');
  for (const id of lists.admins) roles.set(id, 'admin');
  return ({ id }) => roles.get(id.toLowerCase());
}

/** Why somebody may not; `undefined` when they may. */
export function denial(role: RoleName | undefined, least: RoleName, person: Person): string | undefined {
  if (role !== undefined && includesRole(role, least)) return undefined;
  const have = role === undefined ? 'You are on none of Gatehouse’s lists' : `You are ${withArticle(role)}`;
  return `${have}; this takes ${withArticle(least)}. Whoever runs Gatehouse can add your Entra object id ${person.id} to ${listOf[least]}.`;
}

const listOf: Readonly<Record<RoleName, string>> = { viewer: 'VIEWERS', operator: 'OPERATORS', admin: 'ADMINS' };

function withArticle(role: RoleName): string {
  return role === 'viewer' ? 'a viewer' : `an ${role}`;
}
