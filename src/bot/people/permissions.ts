// What a role allows, and what a person is told when it doesn't.

import type { Person } from '../../domain/person.js';
import { includesRole, type RoleName } from '../../domain/tenant/commands.js';
import type { Words } from '../../views/catalogue.js';
import { joined, literal, phrase } from '../../views/render/text.js';
import type { Literal, Text } from '../../views/words/text-types.js';

const settings: Readonly<Record<RoleName, Text>> = {
  viewer: phrase`VIEWERS`,
  operator: phrase`OPERATORS`,
  admin: phrase`ADMINS`,
};

/** Why a person may not; `undefined` when they may. `isNotChecked`: their role may be higher than the known one. */
export function denial(
  role: RoleName | undefined,
  least: RoleName,
  { id }: Person,
  { replies }: Words,
  isNotChecked = false,
): Literal | undefined {
  if (role !== undefined && includesRole(role, least)) return undefined;
  if (isNotChecked) return joined([replies.roleNotChecked, replies.nothingDone]);
  const needed = { id: literal(id), role: replies.roles[least], setting: settings[least] };
  return role === undefined ? replies.noRole(needed) : replies.roleTooLow({ ...needed, have: replies.roles[role] });
}
