// What a role allows, and what a person is told when it doesn't.

import type { Person } from '../../domain/person.js';
import {
  type CommandName,
  includesRole,
  leastRoleFor,
  type MayAsk,
  type RoleName,
} from '../../domain/tenant/commands.js';
import type { Words } from '../../views/catalogue.js';
import { joined, literal, phrase } from '../../views/render/text.js';
import type { Literal, Text } from '../../views/words/text-types.js';
import { type RoleDirectory, RoleNotChecked } from './role-directory.js';

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
  if (includesRole(role, least)) return undefined;
  if (isNotChecked) return joined([replies.roleNotChecked, replies.nothingDone]);
  const needed = { id: literal(id), role: replies.roles[least], setting: settings[least] };
  return role === undefined ? replies.noRole(needed) : replies.roleTooLow({ ...needed, have: replies.roles[role] });
}

/** Whether a person's role lets them ask for a command. */
export async function mayAsk(
  { roles }: { readonly roles: Pick<RoleDirectory, 'roleOf' | 'isNotChecked'> },
  person: Person,
  command: CommandName,
): Promise<MayAsk> {
  if (includesRole(await roles.roleOf(person), leastRoleFor(command))) return 'yes';
  return roles.isNotChecked(person) ? 'unknown' : 'no';
}

/** The same for who asks, and would otherwise be told that only others may. @throws RoleNotChecked when it can't be told. */
export async function mayCertainlyAsk(...asked: Parameters<typeof mayAsk>): Promise<boolean> {
  const may = await mayAsk(...asked);
  if (may === 'unknown') throw new RoleNotChecked();
  return may === 'yes';
}
