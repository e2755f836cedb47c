// Reads one access template from JSON, and tells on which line it is wrong.
import type { AccessTemplate } from '../domain/access/access-template.js';
import type { GdapRoles } from './gdap-roles.js';
import { readShape } from './template-faults.js';
import { namedTemplate, templateShape } from './template-shape.js';

/** The name of the template in a file that has only one and gives it none. */
export const unnamedTemplate = 'default';

/**
 * Reads an access template from JSON.
 * @throws FileError that names every line where it is wrong.
 */
export function readAccessTemplate(
  text: string,
  source: string,
  roles: GdapRoles,
  name = unnamedTemplate,
): AccessTemplate {
  return namedTemplate(name, readShape(text, source, templateShape(roles)));
}
