// Reads an access template from JSON, and tells on which line it is wrong.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessTemplate } from '../domain/access/access-template.js';
import { globalAdministratorId } from '../domain/access/gdap-roles.js';
import { ConfigError } from '../domain/errors.js';
import type { GdapRoles } from './gdap-roles.js';
import { placedJson } from './json-lines.js';

const days = 'must be a whole number from 1 to 730';

function shapeWith(roles: GdapRoles) {
  const role = z.string().transform((nameOrId, context) => {
    const found = roles.find(nameOrId);
    if (found) return found;
    const meant = roles.meantBy(nameOrId);
    const hint = meant === undefined ? 'npm run template -- --roles lists them.' : `did you mean “${meant}”?`;
    context.addIssue(
      `“${nameOrId}” isn’t on the list of roles that GDAP supports: ${hint} Put a newer role in a list of your own, and set GDAP_ROLES to its path`,
    );
    return z.NEVER;
  });
  const assignment = z.strictObject({
    groupId: z.guid('must be the object ID (a GUID) of a security group').transform((id) => id.toLowerCase()),
    groupName: z.string().trim().min(1).max(256),
    roles: z.array(role).min(1, 'must name a role'),
  });
  return z
    .strictObject({
      durationDays: z.number(days).int(days).min(1, days).max(730, days),
      autoExtend: z.boolean(),
      requireAzure: z.boolean(),
      assignments: z.array(assignment).min(1, 'must name a group'),
    })
    .check(({ value, issues }) => {
      const groupIds = value.assignments.map(({ groupId }) => groupId);
      const twice = groupIds.findIndex((id, index) => groupIds.indexOf(id) !== index);
      if (twice >= 0) {
        const message = `names group ${groupIds[twice]} twice`;
        issues.push({ code: 'custom', path: ['assignments', twice, 'groupId'], message, input: value });
      }
      const isGlobal = value.assignments.some(({ roles }) => roles.some(({ id }) => id === globalAdministratorId));
      if (isGlobal && value.autoExtend) {
        const message =
          'must be false if the template includes Global Administrator: Microsoft doesn’t auto-extend such a relationship';
        issues.push({ code: 'custom', path: ['autoExtend'], message, input: value });
      }
    });
}

/**
 * Reads an access template from JSON.
 * @throws ConfigError that names every line where it is wrong.
 */
export function readAccessTemplate(text: string, source: string, roles: GdapRoles): AccessTemplate {
  const json = placedJson(text);
  if ('what' in json) throw wrong(source, [`line ${json.line}: it isn’t valid JSON (${json.what})`]);
  const parsed = shapeWith(roles).safeParse(json.value);
  if (!parsed.success) {
    throw wrong(
      source,
      parsed.error.issues.map(
        ({ path, message }) => `line ${json.lineOf(path)}: ${path.join('.') || 'the file'}: ${message}`,
      ),
    );
  }
  const templateHash = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex').slice(0, 12);
  return { templateHash, ...parsed.data };
}

function wrong(source: string, problems: readonly string[]): ConfigError {
  return new ConfigError(
    `the access template ${source} has errors: ${problems.join('; ')}`,
    'Fix the file, then check it with npm run template. For an example, see ACCESS_TEMPLATE in .env.example.',
  );
}
