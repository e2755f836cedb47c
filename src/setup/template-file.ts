// The access template's file: its groups, and the IDs that are put into it.
import { readFileSync } from 'node:fs';
import type { GdapRoles } from '../config/gdap-roles.js';
import { groupsOfTemplate, type TemplateGroup, withGroupId } from '../config/template-groups.js';
import { replaceFile } from '../runtime/replace-file.js';

/** A template in a file. */
export class TemplateFile {
  readonly groups: readonly TemplateGroup[];
  readonly #path: string;
  readonly #kept = new Set<string>();

  /**
   * Reads it.
   * @throws ConfigError that names every line where it's wrong.
   */
  constructor(path: string, roles: GdapRoles) {
    this.#path = path;
    this.groups = groupsOfTemplate(readFileSync(path, 'utf8'), path, roles);
  }

  /** Puts IDs into the file, by their group's place, once each. */
  async keep(groupIds: Readonly<Record<number, string>>): Promise<void> {
    for (const [index, id] of Object.entries(groupIds)) {
      if (this.#kept.has(index)) continue;
      await replaceFile(this.#path, withGroupId(readFileSync(this.#path, 'utf8'), Number(index), id));
      this.#kept.add(index);
    }
  }
}
