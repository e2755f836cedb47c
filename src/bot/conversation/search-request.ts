// What Teams asks for while a person types a search: in the box of the message extension, or in an input of a card. Everything in it
// may have been made up, so only what has its shape is taken.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { inQuotes } from '../../domain/query/query-tokens.js';
import type { ListPart } from '../../domain/tenant/list.js';
import { tenantsDataset } from '../../views/render/verbs.js';

/**
 * The invokes of a search. Of a message extension Teams waits five seconds for the answer, then asks twice more.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search (checked 2026-11-28)
 */
export const extensionInvoke = 'composeExtension/query';

/**
 * The invoke of an input of a card that completes what a person types.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search (checked 2026-11-28)
 */
export const typeaheadInvoke = 'application/search';

/** Whether an activity is a search. */
export function isSearch({ name }: Pick<Activity, 'name'>): boolean {
  return name === extensionInvoke || name === typeaheadInvoke;
}

/** The command of the message extension, as the manifest has it. */
export const searchCommand = {
  id: 'tenants',
  /** The first is what a person types; the others are for Copilot to fill in. */
  parameters: ['query', 'status', 'endsAfter', 'endsBefore', 'tag'],
} as const;

/** A search, and which part of what it finds is shown. */
export interface SearchRequest {
  /** A query. */
  readonly search: string;
  readonly part: ListPart;
}

// As many as Teams shows at a time, and as much of a query as the list takes.
const mostRows = 25;
const mostChoices = 15;
const mostSearch = 200;
const mostSkipped = 1_000_000;

const rowCount = z.number().int().min(0);
const extensionShape = z.object({
  commandId: z.literal(searchCommand.id),
  parameters: z
    .array(z.object({ name: z.string().max(64), value: z.string() }))
    .max(20)
    .optional(),
  queryOptions: z.object({ skip: rowCount.max(mostSkipped).optional(), count: rowCount.optional() }).optional(),
});

/** What is searched for with the message extension; `undefined`: that isn't a search of ours. */
export function extensionSearch(value: unknown): SearchRequest | undefined {
  const parsed = extensionShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { parameters = [], queryOptions: { skip = 0, count = mostRows } = {} } = parsed.data;
  const said = (name: (typeof searchCommand.parameters)[number]) =>
    (parameters.find((each) => each.name === name)?.value ?? '').slice(0, mostSearch).trim();
  const terms = [
    said('query'),
    term('status:', listed(said('status'))),
    term('ends>=', said('endsAfter')),
    term('ends<=', said('endsBefore')),
    term('tag:', listed(said('tag'))),
  ];
  const search = terms.filter((each) => each !== '').join(' ');
  return { search: search.slice(0, 2 * mostSearch), part: { skip, count: Math.min(Math.max(1, count), mostRows) } };
}

const typeaheadShape = z.object({
  dataset: z.literal(tenantsDataset),
  queryText: z.string(),
  queryOptions: z.object({ skip: rowCount.max(mostSkipped).optional(), top: rowCount.optional() }).optional(),
});

/** What is searched for in an input of a card; `undefined`: that isn't a search of ours. */
export function typeaheadSearch(value: unknown): SearchRequest | undefined {
  const parsed = typeaheadShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { queryText, queryOptions: { skip = 0, top = mostChoices } = {} } = parsed.data;
  return { search: queryText.slice(0, mostSearch), part: { skip, count: Math.min(Math.max(1, top), mostChoices) } };
}

function term(key: string, value: string): string {
  return value === '' ? '' : `${key}${value}`;
}

// Each as a whole, so that nothing in it is another condition.
function listed(values: string): string {
  return values
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map(inQuotes)
    .join(',');
}
