// The roles that are known, from our own list and the partner’s, and what a name means among them.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Role } from '../domain/access/gdap-roles.js';
import { FileError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { bareFault, type LineFault } from '../domain/setting-fault.js';
import { nearest } from '../runtime/nearest.js';
import { placedJson } from './json-lines.js';
import { lineFaults } from './line-faults.js';

/** A role of a list. */
export interface ListedRole extends Role {
  /** What it is about, in a word or two. */
  readonly group: string;
}

const shape = z.array(
  z.strictObject({
    id: z
      .string()
      .toLowerCase()
      .refine((id) => guidPattern.test(id), { params: { fault: bareFault('notRoleId') } }),
    name: z.string().trim().min(1).max(100),
    group: z.string().trim().min(1).max(100).default('Your own'),
  }),
);

/** The roles that an access template may name. */
export class GdapRoles {
  /** In the order of the lists, ours first. */
  readonly all: readonly ListedRole[];
  readonly #byId: ReadonlyMap<string, ListedRole>;
  readonly #byName: ReadonlyMap<string, ListedRole>;

  constructor(roles: readonly ListedRole[]) {
    // The later of two wins, so that a partner can give a role its new name before we do.
    this.#byId = new Map(roles.map((role) => [role.id, role]));
    this.all = [...this.#byId.values()];
    this.#byName = new Map(roles.map((role) => [role.name.toLowerCase(), this.#byId.get(role.id) ?? role]));
  }

  /** The role that a person means by a name (any case) or a template id; an id that no list has is its own name. */
  find(nameOrId: string): Role | undefined {
    const wanted = nameOrId.trim().toLowerCase();
    const listed = this.#byId.get(wanted) ?? this.#byName.get(wanted);
    if (listed) return { id: listed.id, name: listed.name };
    return guidPattern.test(wanted) ? { id: wanted, name: wanted } : undefined;
  }

  /** Whether a list has the role, so that Microsoft is known to take it. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The closest name to one that no list has; `undefined`: none is close. */
  meantBy(name: string): string | undefined {
    const names = this.all.map((role) => role.name);
    const wanted = name.trim().toLowerCase();
    const beginning = wanted.length < 4 ? undefined : names.find((each) => each.toLowerCase().startsWith(wanted));
    return beginning ?? nearest(wanted, names, Math.ceil(wanted.length / 3));
  }
}

/**
 * Our own list, and after it the partner's. Ours has the roles of Microsoft's bulk migration tool
 * (microsoft/PartnerCenter-GDAPTransition, checked 2026-11-22) and those that partners request since
 * (KelvinTegelaar/CIPP, src/data/GDAPRoles.json, checked 2026-11-29). A role that Microsoft has renamed is in it twice, the new
 * name last. Which of Entra's newer roles Graph takes isn't published, so they are left to the partner's list.
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference (checked 2026-11-29)
 * @throws FileError that names the lines of the partner's file that are wrong.
 */
export function readGdapRoles(ownFile?: string): GdapRoles {
  const ours = readFileSync(new URL('../../roles/gdap-roles.json', import.meta.url), 'utf8');
  const own = ownFile === undefined ? [] : rolesIn(readFileSync(ownFile, 'utf8'), ownFile);
  return new GdapRoles([...rolesIn(ours, 'roles/gdap-roles.json'), ...own]);
}

function rolesIn(text: string, source: string): readonly ListedRole[] {
  const json = placedJson(text);
  if ('fault' in json) throw wrong(source, [{ ...json, at: '' }]);
  const parsed = shape.safeParse(json.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw wrong(source, lineFaults(parsed.error, json));
}

function wrong(source: string, lines: readonly LineFault[]): FileError {
  return new FileError(source, { code: 'roleListHasErrors', lines });
}
