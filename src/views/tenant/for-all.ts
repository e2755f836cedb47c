// One button that begins a batch with what the list shows: its dry run, which names the number again.
import type { BatchActionName } from '../../domain/batch/batch.js';
import type { QueryPage } from '../../domain/query/query-page.js';
import type { ViewContext } from '../render/context.js';
import { mayPress } from '../render/navigation.js';
import { phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';

// What people come to a list for; the rest is typed.
const offered = [
  ['notConfigured', 'enable'],
  ['issuesFound', 'revalidate'],
] as const satisfies readonly (readonly [string, BatchActionName])[];

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
  const { batches } = context.words;
  const title = phrase`${batches.title[batchAction]({ count: counts[filter] })}…`;
  const data = { filter, query: search, batchAction };
  const button: Button = { title, tooltip: title, verb: 'batch.ask', data, style: 'default' };
  return mayPress(button, context) ? [button] : [];
}
