// One button that begins a batch with what the list shows: its dry run, which names the number again.
import type { UniformAction } from '../../domain/batch/batch.js';
import type { QueryPage } from '../../domain/query/query-page.js';
import type { ViewContext } from '../render/context.js';
import { mayPress } from '../render/navigation.js';
import { phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';

// What people come to a list for; the rest is typed.
const offered = [
  ['notConfigured', 'enable'],
  ['issuesFound', 'revalidate'],
] as const satisfies readonly (readonly [string, UniformAction['do']])[];

// Only while everything works by what took its place.
const endsEarlier = ['approved', 'endEarlier'] as const;

// What a click can carry back whole; a part of a query finds others.
const mostSearch = 200;

/** None on the list of all tenants, and none where fewer than two could be done at once. */
export function forAllButtons(
  { query, counts, notUnderstood, isAboutEarlier }: QueryPage,
  context: ViewContext,
): readonly Button[] {
  const { search, status } = query;
  if (notUnderstood || (search === '' && status === undefined) || search.length > mostSearch) return [];
  const choices = isAboutEarlier ? [endsEarlier] : offered;
  const [first] = choices.filter(([of]) => (status ?? of) === of && counts[of] > 1);
  if (!first) return [];
  const [filter, batchAction] = first;
  const { batches, buttons } = context.words;
  const tooltip = phrase`${batches.title[batchAction]({ count: counts[filter] })}…`;
  // A phone has no room for the whole title; and of all that have one, its dry run says where the end isn't possible.
  const title = isAboutEarlier ? buttons.endEarlier : tooltip;
  const shown = isAboutEarlier ? status : filter;
  const data = { ...(shown && { filter: shown }), query: search, batchAction };
  const button: Button = { title, tooltip, verb: 'batch.ask', data, style: 'default' };
  return mayPress(button, context) ? [button] : [];
}
