// Graph's lists: page size, selected properties, and the link to the next page.
import type { Context } from 'hono';
import { badRequest, contextOf } from './answers.js';
import { type Condition, readFilter } from './filter.js';

const longestPage = 300;
const listOptions = ['$select', '$filter', '$top', '$orderby', '$count', '$skiptoken'];

/** The OData options of a list request, checked. */
export interface ListOptions {
  readonly conditions: readonly Condition[];
  readonly top: number;
  readonly offset: number;
  readonly orderBy: { readonly property: string; readonly isDescending: boolean } | undefined;
  readonly select: readonly string[] | undefined;
  readonly isCounted: boolean;
  /** Every page links to itself. */
  readonly loops: boolean;
}

/** Reads the options of a list. @throws Refusal 400 for an option or a value that Graph doesn't document */
export function readListOptions(
  c: Context,
  { filterable = [] as string[], ignoresTop = false, loops = false } = {},
): ListOptions {
  const query = odataQuery(c, listOptions);
  const filter = query.get('$filter');
  return {
    conditions: filter === undefined ? [] : readFilter(filter, filterable),
    top: ignoresTop ? longestPage : readTop(query.get('$top')),
    offset: readSkipToken(query.get('$skiptoken')),
    orderBy: readOrder(query.get('$orderby')),
    select: readNames(query.get('$select')),
    isCounted: query.get('$count') === 'true',
    loops,
  };
}

/** Reads `$select`, the only option of a single resource. @throws Refusal 400 for any other one */
export function readSelect(c: Context, allowed: readonly string[] = ['$select']): readonly string[] | undefined {
  return readNames(odataQuery(c, allowed).get('$select'));
}

/** One page of a list, with the link to the next. A page is a window by position; Microsoft doesn't document more. */
export function answerList<T>(
  c: Context,
  options: ListOptions,
  { items, toWire, fragment }: { items: readonly T[]; toWire: (item: T) => object; fragment: string },
): Response {
  const end = options.offset + options.top;
  const page = ordered(items, toWire, options.orderBy).slice(options.offset, end);
  return c.json({
    '@odata.context': contextOf(c, fragment),
    ...(options.isCounted && { '@odata.count': items.length }),
    // @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/4897 (checked 2026-11-28)
    ...(options.loops && { '@odata.nextLink': c.req.url }),
    ...(!options.loops && end < items.length && { '@odata.nextLink': nextLink(c, end) }),
    value: page.map((item) => selected(toWire(item), options.select)),
  });
}

/** The selected properties, and the annotations, which are always included. */
export function selected(entity: object, select: readonly string[] | undefined): object {
  if (!select) return entity;
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name.startsWith('@') || select.includes(name)));
}

function ordered<T>(items: readonly T[], toWire: (item: T) => object, orderBy: ListOptions['orderBy']): readonly T[] {
  if (!orderBy) return items;
  const { property, isDescending } = orderBy;
  const keyed = items.map((item) => ({
    item,
    key: String(Object.entries(toWire(item)).find(([k]) => k === property)?.[1] ?? ''),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (isDescending ? -1 : 1));
  return keyed.map(({ item }) => item);
}

function odataQuery(c: Context, allowed: readonly string[]): Map<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URL(c.req.url).searchParams) {
    const option = name.toLowerCase();
    if (option.startsWith('$') && !allowed.includes(option)) {
      throw badRequest(`The query option '${name}' is not allowed here.`);
    }
    query.set(option, value);
  }
  return query;
}

function nextLink(c: Context, offset: number): string {
  const { origin, pathname, searchParams } = new URL(c.req.url);
  const kept = [...searchParams].filter(([name]) => name.toLowerCase() !== '$skiptoken');
  const token = Buffer.from(JSON.stringify({ offset })).toString('base64url');
  const query = [...kept, ['$skipToken', token]].map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  return `${origin}${pathname}?${query.join('&')}`;
}

function readSkipToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const match = /^\{"offset":(\d+)\}$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match) throw badRequest('The skip token is not valid.');
  return Number(match[1]);
}

function readTop(top: string | undefined): number {
  if (top === undefined) return longestPage;
  const size = Number(top);
  if (Number.isInteger(size) && size >= 1 && size <= longestPage) return size;
  throw badRequest(`Invalid value '${top}' for $top: it must be between 1 and ${longestPage}.`);
}

function readOrder(order: string | undefined): ListOptions['orderBy'] {
  if (order === undefined) return undefined;
  const match = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(order);
  if (!match?.[1]) throw badRequest(`Invalid value '${order}' for $orderby.`);
  return { property: match[1], isDescending: match[2] === 'desc' };
}

function readNames(select: string | undefined): string[] | undefined {
  return select?.split(',').map((name) => name.trim());
}
