// What an access template asks of customers, in words, and what its author should think about.
import { type AccessTemplate, rolesOf } from '../domain/access/access-template.js';
import { globalAdministratorId } from '../domain/access/gdap-roles.js';
import type { GdapRoles } from './gdap-roles.js';

// Roles that let a person give themselves, or anyone, every other role.
// @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference (checked 2026-11-22)
const keysToEverything: readonly string[] = [
  'e8611ab8-c189-46e8-94e1-60213ab1f814', // Privileged Role Administrator
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', // Privileged Authentication Administrator
];

/** The template in words, line by line. */
export function templateInWords(template: AccessTemplate): readonly string[] {
  const { durationDays, autoExtend, requireAzure, assignments } = template;
  const end = autoExtend
    ? 'then renews itself by 180 days, again and again'
    : 'then ends, and the customer has to approve anew';
  return [
    `A relationship lasts ${durationDays} days, ${end}.`,
    requireAzure ? 'A tenant without an active Azure plan counts as lacking something.' : 'Azure is not looked at.',
    `It asks for ${rolesOf(template).length} roles, for ${assignments.length} of your groups:`,
    ...assignments.map(
      ({ groupName, groupId, roles }) => `  ${groupName} (${groupId}): ${roles.map(({ name }) => name).join(', ')}`,
    ),
  ];
}

/** What in a template is allowed and may not be meant. */
export function warningsAbout(template: AccessTemplate, roles: GdapRoles): readonly string[] {
  const wanted = rolesOf(template);
  const unknown = wanted.filter(({ id }) => !roles.has(id)).map(({ id }) => id);
  const powerful = wanted.filter(({ id }) => keysToEverything.includes(id)).map(({ name }) => name);
  const isGlobal = wanted.some(({ id }) => id === globalAdministratorId);
  return [
    ...(isGlobal
      ? [
          `Global Administrator: Microsoft does not renew a relationship that has it, so access ends after ${template.durationDays} days, and every customer has to approve anew. Smaller roles can renew themselves.`,
        ]
      : []),
    ...(powerful.length > 0
      ? [
          `${powerful.join(' and ')}: whoever holds ${powerful.length === 1 ? 'it' : 'one'} can give themselves every other role.`,
        ]
      : []),
    ...(!template.autoExtend && !isGlobal
      ? [
          `Nothing renews itself: in ${template.durationDays} days every customer has to approve anew. "autoExtend": true avoids that.`,
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `${unknown.join(', ')}: on no list of roles. If Microsoft does not know it either, every request fails. A newer role goes into a list of your own, which GDAP_ROLES names.`,
        ]
      : []),
  ];
}

/** Roles by what they are about, line by line; only those with a text in their name, if one is given. */
export function rolesInWords(roles: GdapRoles, text = ''): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const found = roles.all.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (found.length === 0)
    return [`No role has “${text}” in its name. A newer role goes into a list of your own, which GDAP_ROLES names.`];
  const width = Math.max(...found.map(({ name }) => name.length));
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.flatMap((group) => [
    group,
    ...found.filter((role) => role.group === group).map(({ name, id }) => `  ${name.padEnd(width)}  ${id}`),
    '',
  ]);
}
