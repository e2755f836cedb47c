// The shape of an access template in JSON, with the roles that it may name.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessTemplate } from '../domain/access/access-template.js';
import { globalAdministratorId, type Role } from '../domain/access/gdap-roles.js';
import { guidPattern } from '../domain/guid.js';
import { bareFault, fault } from '../domain/setting-fault.js';
import type { GdapRoles } from './gdap-roles.js';

const days = { least: 1, most: 730 };

/** What a template says in its file. */
export type WrittenTemplate = z.output<ReturnType<typeof templateShape>>;

/** The shape of one template. */
export function templateShape(roles: GdapRoles) {
  const role = z.string().transform((nameOrId, context): Role => {
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
      repair: z.boolean().optional(),
      assignments: z.array(assignment).min(1),
    })
    .check(({ value, issues }) => {
      const groupIds = value.assignments.map(({ groupId }) => groupId);
      const twice = groupIds.findIndex((id, index) => groupIds.indexOf(id) !== index);
      if (twice < 0) return;
      const params = { fault: fault('groupTwice', { groupId: groupIds[twice] ?? '' }) };
      issues.push({ code: 'custom', path: ['assignments', twice, 'groupId'], params, input: value });
    });
}

function isDuration(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= days.least && Number(value) <= days.most;
}

/** The template of that name. */
export function namedTemplate(name: string, written: WrittenTemplate): AccessTemplate {
  const { durationDays, autoExtend: asked, requireAzure, repair = false, assignments } = written;
  const isGlobal = assignments.some(({ roles }) => roles.some(({ id }) => id === globalAdministratorId));
  const autoExtend = asked && !isGlobal;
  // Its name isn't part of it: a template that gets another one asks for nothing else.
  const content = { durationDays, autoExtend, requireAzure, assignments };
  const hashed = repair ? { ...content, repair } : content;
  const templateHash = createHash('sha256').update(JSON.stringify(hashed)).digest('hex').slice(0, 12);
  return { name, templateHash, ...content, repair, ...(asked && isGlobal && { autoExtendRefused: true as const }) };
}
