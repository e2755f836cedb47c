// Whether a person may still have a file that the bot hands to them, and its line in the audit log.

import type { Person } from '../../domain/person.js';
import { includesRole } from '../../domain/tenant/commands.js';
import type { Audit } from '../../operations/ports/audit.js';
import type { HandedFile } from '../../operations/ports/handed-files.js';
import type { Clock } from '../../runtime/clock.js';
import type { RoleDirectory } from '../people/role-directory.js';

/** Who may, and where it is written down. */
export interface HandingDeps {
  readonly roles: RoleDirectory;
  readonly audit: Pick<Audit, 'append'>;
  readonly clock: Clock;
}

/** Whether a person still has the role that a file takes. @throws ExpectedError when that can't be found out now. */
export async function mayStillHave(
  { leastRole = 'admin' }: Pick<HandedFile, 'leastRole'>,
  person: Person,
  roles: RoleDirectory,
): Promise<boolean> {
  const role = await roles.checkedRoleOf(person);
  return includesRole(role, leastRole);
}

/**
 * Records that a person gets a file, before they do.
 * @throws StoreError
 */
export async function auditOpened(file: HandedFile, { id: by }: Person, deps: HandingDeps): Promise<void> {
  const { what, tenantId, subject } = file;
  await deps.audit.append([
    {
      at: deps.clock.now(),
      what,
      ...(by !== '' && { by }),
      ...(tenantId !== undefined && { tenantId }),
      ...(subject !== undefined && { subject }),
    },
  ]);
}
