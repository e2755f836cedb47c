// The roles of a template that Microsoft labels as privileged, in words.
import { type AccessTemplate, rolesOf } from '../../domain/access/access-template.js';
import { isPrivileged } from '../../domain/access/gdap-roles.js';
import type { Words } from '../catalogue.js';
import { joined, literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

// More wouldn't be read; the question before Enable lists all.
const mostRoles = 8;

/** Their names; empty: it has none. */
export function privilegedRoleNames(template: AccessTemplate, { tenant: { progress } }: Words): Literal {
  const names = rolesOf(template)
    .filter(isPrivileged)
    .map(({ name }) => literal(name, 60));
  const more = names.length - mostRoles;
  return joined([...names.slice(0, mostRoles), ...(more > 0 ? [progress.more({ count: more })] : [])], ', ');
}
