// The groups of an access template that's still being written: which of them have no ID yet, and putting one in.
import { applyEdits, modify } from 'jsonc-parser';
import { z } from 'zod';
import { readAccessTemplate } from './access-template.js';
import type { GdapRoles } from './gdap-roles.js';
import { placedJson } from './json-lines.js';

/** A group as a template names it. */
export interface TemplateGroup {
  readonly name: string;
  /** In lower case. Absent: the template leaves it open. */
  readonly id?: string | undefined;
}

const openShape = z.object({
  assignments: z.array(z.looseObject({ groupName: z.string(), groupId: z.string().nullish() })),
});

// Leaving it out, leaving it empty, or leaving the dots of the example.
const isOpen = (groupId: string | null | undefined) => /^[\s.…]*$/.test(groupId ?? '');

/**
 * The groups, in the template's order. Apart from IDs that are left open, it has to be right.
 * @throws FileError that names every line where it's wrong.
 */
export function groupsOfTemplate(text: string, source: string, roles: GdapRoles): readonly TemplateGroup[] {
  const json = placedJson(text);
  const open = 'fault' in json ? undefined : openShape.safeParse(json.value).data;
  const ids = (open?.assignments ?? []).map(({ groupId }, index) => (isOpen(groupId) ? index : -1));
  const filled = ids
    .filter((index) => index >= 0)
    // On the line of what is there, so that a fault names the line of the file.
    .reduce((so, index) => applyEdits(so, modify(so, pathOfId(index), standInId(index), {})), text);
  const { assignments } = readAccessTemplate(filled, source, roles);
  return assignments.map(({ groupName: name, groupId }, index) => ({
    name,
    ...(ids[index] === -1 && { id: groupId }),
  }));
}

function pathOfId(index: number) {
  return ['assignments', index, 'groupId'];
}

function standInId(index: number): string {
  return `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;
}

/** The template with an ID for the group at this place. Its list of groups may be laid out anew, with the same content. */
export function withGroupId(text: string, index: number, id: string): string {
  const isSpread = /\n/.test(text.trim());
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  return applyEdits(text, modify(text, pathOfId(index), id, isSpread ? { formattingOptions } : {}));
}
