// Reads an access template from JSON, and tells on which line it is wrong.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessTemplate } from '../domain/access/access-template.js';
import { globalAdministratorId } from '../domain/access/gdap-roles.js';
import { FileError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { bareFault, fault, type LineFault } from '../domain/setting-fault.js';
import type { GdapRoles } from './gdap-roles.js';
import { placedJson } from './json-lines.js';
import { lineFaults } from './line-faults.js';

const days = { least: 1, most: 730 };

function shapeWith(roles: GdapRoles) {
  const role = z.string().transform((nameOrId, context) => {
    const found = roles.find(nameOrId);
    if (found) return found;
    const meant = roles.meantBy(nameOrId);
    const unknown =
      meant === undefined
        ? fault('roleUnknown', { role: nameOrId })
        : fault('roleMisspelled', { role: nameOrId, meant });
    context.addIssue({ code: 'custom', params: { fault: unknown } });
    return z.NEVER;
  });
  const assignment = z.strictObject({
    groupId: z
      .string()
      .toLowerCase()
      .refine((id) => guidPattern.test(id), { params: { fault: bareFault('notSecurityGroup') } }),
    groupName: z.string().trim().min(1).max(256),
    roles: z.array(role).min(1),
  });
  return z
    .strictObject({
      durationDays: z.custom<number>(isDuration, { params: { fault: fault('notDays', days) } }),
      autoExtend: z.boolean(),
      requireAzure: z.boolean(),
      assignments: z.array(assignment).min(1),
    })
    .check(({ value, issues }) => {
      const groupIds = value.assignments.map(({ groupId }) => groupId);
      const twice = groupIds.findIndex((id, index) => groupIds.indexOf(id) !== index);
      if (twice >= 0) {
        const params = { fault: fault('groupTwice', { groupId: groupIds[twice] ?? '' }) };
        issues.push({ code: 'custom', path: ['assignments', twice, 'groupId'], params, input: value });
      }
      const isGlobal = value.assignments.some(({ roles }) => roles.some(({ id }) => id === globalAdministratorId));
      if (isGlobal && value.autoExtend) {
        const params = { fault: bareFault('globalAdministratorRenews') };
        issues.push({ code: 'custom', path: ['autoExtend'], params, input: value });
      }
    });
}

function isDuration(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= days.least && Number(value) <= days.most;
}

/**
 * Reads an access template from JSON.
 * @throws FileError that names every line where it is wrong.
 */
export function readAccessTemplate(text: string, source: string, roles: GdapRoles): AccessTemplate {
  const json = placedJson(text);
  if ('fault' in json) throw wrong(source, [{ ...json, at: '' }]);
  const parsed = shapeWith(roles).safeParse(json.value, { reportInput: true });
  if (!parsed.success) throw wrong(source, lineFaults(parsed.error, json));
  const templateHash = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex').slice(0, 12);
  return { templateHash, ...parsed.data };
}

function wrong(source: string, lines: readonly LineFault[]): FileError {
  return new FileError(source, { code: 'templateHasErrors', lines });
}
