// Is this JSON an access template, and which roles does it mean?
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessTemplate } from './domain/access-template.js';
import { ConfigError } from './domain/errors.js';
import { findRole, globalAdministratorId } from './domain/gdap-roles.js';

const role = z.string().transform((nameOrId, context) => {
  const found = findRole(nameOrId);
  if (found) return found;
  context.addIssue(
    `“${nameOrId}” is not a role that GDAP supports; a role that is newer than this list goes by its template id`,
  );
  return z.NEVER;
});

const shape = z
  .strictObject({
    durationDays: z.number().int().min(1).max(730),
    autoExtend: z.boolean(),
    requireAzure: z.boolean(),
    assignments: z
      .array(
        z.strictObject({
          groupId: z.guid('must be the object id (a GUID) of a security group').transform((id) => id.toLowerCase()),
          groupName: z.string().trim().min(1).max(256),
          roles: z.array(role).min(1),
        }),
      )
      .min(1),
  })
  .check(({ value, issues }) => {
    const groupIds = value.assignments.map(({ groupId }) => groupId);
    const twice = groupIds.find((id, index) => groupIds.indexOf(id) !== index);
    if (twice)
      issues.push({ code: 'custom', path: ['assignments'], message: `names group ${twice} twice`, input: value });
    const isGlobal = value.assignments.some(({ roles }) => roles.some(({ id }) => id === globalAdministratorId));
    if (isGlobal && value.autoExtend) {
      const message =
        'must be false where Global Administrator is among the roles: Microsoft does not renew such a relationship';
      issues.push({ code: 'custom', path: ['autoExtend'], message, input: value });
    }
  });

/**
 * Reads an access template from JSON.
 * @throws ConfigError that names every place where it is wrong.
 */
export function readAccessTemplate(text: string, source: string): AccessTemplate {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw wrong(source, ['it is not JSON'], cause);
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    throw wrong(
      source,
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`),
    );
  }
  const mark = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex').slice(0, 12);
  return { mark, ...parsed.data };
}

function wrong(source: string, problems: readonly string[], cause?: unknown): ConfigError {
  return new ConfigError(
    `the access template ${source} is wrong: ${problems.join('; ')}`,
    'Mend the file; .env.example shows one, under ACCESS_TEMPLATE.',
    { cause },
  );
}
