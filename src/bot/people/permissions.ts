// What a role allows, and what a person is told when it doesn't.

import type { Person } from '../../domain/person.js';
import { includesRole, type RoleName } from '../../domain/tenant/commands.js';

/** For a person whose role may be higher than what could be found out just now. */
export const roleNotChecked =
  'Gatehouse couldn’t check your groups in Microsoft Entra just now, so it can’t tell whether you have the role for this. Try again in a moment.';

/** Why a person may not; `undefined` when they may. `isNotChecked`: their role may be higher than the known one. */
export function denial(
  role: RoleName | undefined,
  least: RoleName,
  person: Person,
  isNotChecked = false,
): string | undefined {
  if (role !== undefined && includesRole(role, least)) return undefined;
  if (isNotChecked) return `${roleNotChecked} Nothing was done.`;
  const have = role === undefined ? 'You are on none of Gatehouse’s lists' : `You are ${withArticle(role)}`;
  return `${have}; this takes ${withArticle(least)}. Whoever runs Gatehouse can add your Entra object id ${person.id} to ${listOf[least]}.`;
}

const listOf: Readonly<Record<RoleName, string>> = { viewer: 'VIEWERS', operator: 'OPERATORS', admin: 'ADMINS' };

function withArticle(role: RoleName): string {
  return role === 'viewer' ? 'a viewer' : `an ${role}`;
}
