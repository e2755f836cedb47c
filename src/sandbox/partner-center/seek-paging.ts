// Partner Center's paging by seeking: the next page needs a token in a header.
import type { Context } from 'hono';
import { Refusal } from '../wire/refusal.js';
import { codes, invalidProperty, link } from './answers.js';

const defaultSize = 100;
const largestSize = 500;

/** A list, its path, and whether the last page has a token that leads nowhere. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly toWire: (item: T) => object;
  readonly path: string;
  readonly tokenOnLastPage?: boolean;
  /** Every page has the same token, which leads to an empty page. */
  readonly loops?: boolean;
}

/** One page of a list. @throws Refusal 400, code 2000, past the end */
export function answerPage<T>(
  c: Context,
  { items, toWire, path, tokenOnLastPage = false, loops = false }: Paged<T>,
): Response {
  const size = readSize(c.req.query('size'));
  const offset = loops && c.req.query('seekOperation') !== undefined ? items.length : readOffset(c);
  if (!loops && offset > 0 && offset >= items.length) throw pastTheEnd();
  const end = offset + size;
  const goesOn = loops || tokenOnLastPage || end < items.length;
  const continuationToken = goesOn ? Buffer.from(loops ? 'loop' : `seek:${end}`).toString('base64') : '';
  const uri = `${path}?size=${size}`;
  const next = link(`${uri}&seekOperation=Next`, [{ key: 'MS-ContinuationToken', value: continuationToken }]);
  return c.json({
    totalCount: items.length,
    items: items.slice(offset, end).map(toWire),
    links: { self: link(uri), ...(continuationToken && { next }) },
    ...(continuationToken && { continuationToken }),
    attributes: { objectType: 'Collection' },
  });
}

/** A list that's never long enough for a second page. */
export function answerCollection(c: Context, items: readonly object[], path: string): Response {
  const attributes = { objectType: 'Collection' };
  return c.json({ totalCount: items.length, items, links: { self: link(path) }, attributes });
}

function readSize(size: string | undefined): number {
  if (size === undefined) return defaultSize;
  const number = Number(size);
  if (Number.isInteger(number) && number >= 1 && number <= largestSize) return number;
  throw invalidProperty(`The size must be between 1 and ${largestSize}.`);
}

function readOffset(c: Context): number {
  const operation = c.req.query('seekOperation')?.toLowerCase();
  if (operation === undefined) return 0;
  if (operation !== 'next') throw invalidProperty(`The seek operation ${operation} is not supported.`);
  const token = Buffer.from(c.req.header('ms-continuationtoken') ?? '', 'base64').toString();
  const offset = /^seek:(\d+)$/.exec(token)?.[1];
  if (!offset) throw pastTheEnd();
  return Number(offset);
}

function pastTheEnd(): Refusal {
  return new Refusal(400, codes.pagingEnded, 'There is no next page for this continuation token.');
}
