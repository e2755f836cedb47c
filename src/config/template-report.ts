// What an access template asks of customers, in words, and what its author should think about.
import { type AccessTemplate, rolesOf } from '../domain/access/access-template.js';
import type { AccessTemplates } from '../domain/access/access-templates.js';
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
  const { durationDays, autoExtend, requireAzure, repair, assignments } = template;
  const end = autoExtend
    ? 'then renews automatically, by 180 days each time'
    : 'then ends, and the customer must approve a new request';
  return [
    `A relationship lasts ${durationDays} days, ${end}.`,
    requireAzure ? 'A tenant without an active Azure plan has issues.' : 'Azure plans aren’t checked.',
    ...(repair ? ['What differs from it in a tenant is repaired without asking.'] : []),
    `It requests ${rolesOf(template).length} roles, for ${assignments.length} of your groups:`,
    ...assignments.map(
      ({ groupName, groupId, roles }) => `  ${groupName} (${groupId}): ${roles.map(({ name }) => name).join(', ')}`,
    ),
  ];
}

/** Which tenants have which template, line by line. */
export function rulesInWords({ default: name, rules }: AccessTemplates): readonly string[] {
  return [
    'The first of these that fits a tenant says which template it has, unless another one was chosen for the tenant:',
    ...rules.map((rule) =>
      'tag' in rule ? `  tag ${rule.tag}: “${rule.template}”` : `  named ${rule.name}: “${rule.template}”`,
    ),
    `  every other tenant: “${name}”`,
  ];
}

/** What a template may ask for and its author may not intend. */
export function warningsAbout(template: AccessTemplate, roles: GdapRoles): readonly string[] {
  const wanted = rolesOf(template);
  const unknown = wanted.filter(({ id }) => !roles.has(id)).map(({ id }) => id);
  const powerful = wanted.filter(({ id }) => keysToEverything.includes(id)).map(({ name }) => name);
  const isGlobal = wanted.some(({ id }) => id === globalAdministratorId);
  return [
    ...(isGlobal
      ? [
          `Global Administrator: Microsoft doesn’t auto-extend a relationship with this role, so ${template.autoExtendRefused ? '"autoExtend": true counts as false, and ' : ''}access ends after ${template.durationDays} days and every customer must approve a new request. Relationships with less privileged roles can renew automatically.`,
        ]
      : []),
    ...(powerful.length > 0
      ? [
          `${powerful.join(' and ')}: anyone with ${powerful.length === 1 ? 'this role' : 'one of these roles'} can give themselves any other role.`,
        ]
      : []),
    ...(!template.autoExtend && !isGlobal
      ? [
          `Relationships don’t renew: in ${template.durationDays} days, every customer must approve a new request. To avoid that, set "autoExtend": true.`,
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `${unknown.join(', ')}: not on the list of roles. If Microsoft doesn’t know it either, every request fails. Put newer roles in a list of your own, and set GDAP_ROLES to its path.`,
        ]
      : []),
  ];
}

/** Roles by subject, line by line; only those with a text in their name, if one is given. */
export function rolesInWords(roles: GdapRoles, text = ''): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const found = roles.all.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (found.length === 0)
    return [`No role name contains “${text}”. Put newer roles in a list of your own, and set GDAP_ROLES to its path.`];
  const width = Math.max(...found.map(({ name }) => name.length));
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.flatMap((group) => [
    group,
    ...found.filter((role) => role.group === group).map(({ name, id }) => `  ${name.padEnd(width)}  ${id}`),
    '',
  ]);
}
