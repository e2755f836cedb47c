// What a batch that takes a second admin is about: its first tenants by name, what they get, and what they lose.

import type { Batch } from '../../domain/batch/batch.js';
import type { BatchProgress } from '../../domain/batch/progress.js';
import { templatesInBasis } from '../../domain/batch/second-admin.js';
import { mostTicketCharacters } from '../../domain/tenant/attention.js';
import type { TenantChange } from '../../domain/tenant/tenant-change.js';
import type { Words } from '../catalogue.js';
import { privilegedRoleNames } from '../explain/privileged-roles.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { changeLine, lossLines, namesLine, tagLines } from './batch-lines.js';

/** One of a batch's first tenants; of an import with what changes there. */
export interface FirstTenant {
  /** Foreign. */
  readonly name: string;
  readonly change: TenantChange;
}

// More templates than this are counted.
const mostTemplates = 5;

/** Who it's about: the first tenants, of an import with what changes there, tags, and its ticket. `first`: as many as are named. */
export function subjectLines(
  { action, count, ticket }: Batch,
  first: readonly FirstTenant[],
  words: Words,
): readonly Literal[] {
  const names = first.map(({ name }) => name);
  const column = words.exporting.columns.ticket;
  const tickets =
    ticket === undefined ? [] : [words.importing.part({ column, value: literal(ticket, mostTicketCharacters) })];
  if (action.do !== 'import') return [namesLine(names, count, words), ...tagLines(action, words), ...tickets];
  const hidden = count - first.length;
  return [
    ...first.map(({ name, change }) => changeLine(name, change, words)),
    ...(hidden > 0 ? [words.importing.more({ count: hidden })] : []),
  ];
}

/** What the tenants get, by the templates as they are now, how many are sent a request, and what they lose. */
export function effectLines(
  { action, second }: Batch,
  { requests }: Pick<BatchProgress, 'requests'>,
  { templates, words }: ViewContext,
): readonly Literal[] {
  const { gives, givesNone, moreTemplates } = words.batches.second;
  const found = templatesInBasis(second?.basis ?? '', templates);
  const more = found.length - mostTemplates;
  return [
    ...found.slice(0, mostTemplates).map((template) => {
      const name = literal(template.name, 60);
      const roles = privilegedRoleNames(template, words);
      return roles === '' ? givesNone({ template: name }) : gives({ template: name, roles });
    }),
    ...(more > 0 ? [moreTemplates({ count: more })] : []),
    ...(requests > 0 ? [words.batches.requests({ count: requests })] : []),
    ...lossLines(action, words),
  ];
}
