// A file that the bot hands to an admin, and whether they may still have it.

import type { Person } from '../../domain/person.js';
import { includesRole } from '../../domain/tenant/commands.js';
import type { Audit } from '../../operations/ports/audit.js';
import type { Clock } from '../../runtime/clock.js';
import type { RoleDirectory } from '../people/role-directory.js';

/** A file for an admin. */
export interface HandedFile {
  /** Its name on the person's disk: letters, digits, dots and hyphens. */
  readonly name: string;
  readonly contentType: 'application/pdf' | 'application/json';
  readonly bytes: Uint8Array;
  readonly tenantId: string;
  /** The audit log's word for opening it. */
  readonly what: 'certificateOpened' | 'offboardingPlanOpened';
  /** What was opened, for the audit log: a certificate's number and the kind of file. */
  readonly subject?: string | undefined;
}

/** Who may, and where it is written down. */
export interface HandingDeps {
  readonly roles: RoleDirectory;
  readonly audit: Pick<Audit, 'append'>;
  readonly clock: Clock;
}

/** Whether a person is still an admin. @throws ExpectedError when that can't be found out now. */
export async function isStillAdmin(person: Person, roles: RoleDirectory): Promise<boolean> {
  const role = await roles.checkedRoleOf(person);
  return role !== undefined && includesRole(role, 'admin');
}

/**
 * Records that a person gets a file, before they do.
 * @throws StoreError
 */
export async function auditOpened(file: HandedFile, { id: by }: Person, deps: HandingDeps): Promise<void> {
  const { what, tenantId, subject } = file;
  await deps.audit.append([
    { at: deps.clock.now(), what, ...(by !== '' && { by }), tenantId, ...(subject !== undefined && { subject }) },
  ]);
}
