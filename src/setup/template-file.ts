// The access template's file: its groups, and the IDs that are put into it.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { GdapRoles } from '../config/gdap-roles.js';
import { groupsOfTemplate, type TemplateGroup, withGroupId } from '../config/template-groups.js';
import { ConfigError } from '../domain/errors.js';
import { replaceOrTell } from './replace-or-tell.js';

/** A template in a file. */
export class TemplateFile {
  readonly groups: readonly TemplateGroup[];
  readonly #path: string;
  readonly #roles: GdapRoles;
  readonly #kept = new Set<string>();

  /**
   * Reads it.
   * @throws ConfigError that names every line where it's wrong.
   */
  constructor(path: string, roles: GdapRoles) {
    this.#roles = roles;
    this.groups = groupsOfTemplate(readFileSync(path, 'utf8'), path, roles);
    // A link stays one.
    this.#path = realpathSync(path);
  }

  /**
   * Puts IDs into the file, by their group's place, once each. Who may read it stays.
   * @throws ConfigError where that place isn't this group's any more (another group would get its roles), or the file can't be
   * written.
   */
  async keep(groupIds: Readonly<Record<number, string>>): Promise<void> {
    for (const [index, id] of Object.entries(groupIds)) {
      if (this.#kept.has(index)) continue;
      const text = readFileSync(this.#path, 'utf8');
      const now = groupsOfTemplate(text, this.#path, this.#roles)[Number(index)];
      const meant = this.groups[Number(index)]?.name ?? '';
      if (now?.name !== meant || now.id !== undefined) throw changedMeanwhile(this.#path, meant, id);
      await replaceOrTell(this.#path, withGroupId(text, Number(index), id), statSync(this.#path).mode & 0o777);
      this.#kept.add(index);
    }
  }
}

function changedMeanwhile(path: string, name: string, id: string): ConfigError {
  return new ConfigError(
    `${path} has been changed since the setup began, so the ID of the group “${name}” (${id}) isn’t put into it`,
    'Put the ID there yourself, or run the same command again.',
  );
}
