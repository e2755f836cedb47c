// What a role allows, and what a person is told when it doesn't.

import type { Person } from '../../domain/person.js';
import { includesRole, type RoleName } from '../../domain/tenant/commands.js';
import { roleNotCheckedForThis, roleTooLow } from '../../views/words/bot-replies.js';

/** Why a person may not; `undefined` when they may. `isNotChecked`: their role may be higher than the known one. */
export function denial(
  role: RoleName | undefined,
  least: RoleName,
  person: Person,
  isNotChecked = false,
): string | undefined {
  if (role !== undefined && includesRole(role, least)) return undefined;
  return isNotChecked ? roleNotCheckedForThis : roleTooLow(role, least, person.id);
}
