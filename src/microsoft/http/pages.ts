// Reads a list that comes in pages.

import { setImmediate as oneTurn } from 'node:timers/promises';
import type { Listing, Pages } from '../../operations/ports/microsoft.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Log } from '../../runtime/log.js';
import type { HttpRequest } from './http-request.js';

/** How to get from one page to the next. */
export interface Paging<Page, Item> {
  readonly first: HttpRequest;
  /** `undefined`: there's no such page, the one before was the last. */
  readonly read: (request: HttpRequest) => Promise<Page | undefined>;
  /** `undefined`: it's the last one. */
  readonly nextOf: (page: Page) => HttpRequest | undefined;
  /** The items as Microsoft sent them, in an array of their own, which is emptied. */
  readonly itemsOf: (page: Page) => unknown[];
  readonly parse: (items: readonly unknown[]) => readonly Item[];
  readonly log: Log;
}

// Far more pages than any partner has of anything, whatever their size, and few enough for every reconcile.
const mostPages = 1_000;
// What a part is parsed to is let go before the next one is, so that it doesn't live long enough for V8 to move it to what lasts.
const partSize = 100;
// Graph may send an empty page with a link to the next; many in a row are a link that leads nowhere.
const mostEmptyPages = 10;

/**
 * The items, a part of a page at a time. The next page is fetched while one is gone through, and no other is held. Where a link
 * leads to a page that was read already, or on and on to empty pages, the last part is partial.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/4897 (checked 2026-11-28)
 * @throws MicrosoftError, and what `itemsOf` throws.
 */
export async function* readPages<Page, Item>(paging: Paging<Page, Item>): Pages<Item> {
  const { first, read, nextOf, itemsOf, parse, log } = paging;
  const memory = new PageMemory(first);
  let coming: Promise<Page | undefined> | undefined = read(first);
  while (coming) {
    const page: Page | undefined = await coming;
    if (page === undefined) return;
    const next = nextOf(page);
    const end = next && memory.endAt(next);
    coming = next && end === undefined ? read(next) : undefined;
    // It may fail before it's awaited, or this page may be refused before that: neither is an unhandled rejection.
    coming?.catch(() => undefined);
    // Lets the request leave first.
    if (coming) await oneTurn();
    const rest = itemsOf(page);
    memory.record(rest.length);
    const isBrokenOff = end !== undefined;
    if (isBrokenOff)
      log.warn('pagingBrokeOff', { path: first.template, why: end, pages: memory.pages, items: memory.items });
    if (isBrokenOff && rest.length === 0) yield partial([]);
    for await (const part of inSlices(takenFrom(rest), partSize)) {
      const items = parse(part);
      yield isBrokenOff && rest.length === 0 ? partial(items) : items;
    }
  }
}

/**
 * A list that is short enough to be held, from its pages.
 * @throws what reading a page throws.
 */
export async function gathered<Item>(pages: Pages<Item>): Promise<Listing<Item>> {
  const items: Item[] = [];
  let isPartial = false;
  for await (const page of pages) {
    for (const item of page) items.push(item);
    isPartial = page.isPartial === true;
  }
  return isPartial ? partial(items) : items;
}

/** A list from which something may be missing. */
export function partial<T>(items: readonly T[]): Listing<T> {
  return Object.assign([...items], { isPartial: true } as const);
}

/** A list made from another one, and partial if that is. */
export function madeOf<T, S>(listing: Listing<T>, make: (items: readonly T[]) => readonly S[]): Listing<S> {
  const made = make(listing);
  return listing.isPartial ? partial(made) : made;
}

function* takenFrom(items: unknown[]): Generator<unknown> {
  while (items.length > 0) yield items.shift();
}

/** The pages of one list that have been asked for. */
class PageMemory {
  readonly #asked: Set<string>;
  #empty = 0;
  #items = 0;

  constructor(first: HttpRequest) {
    this.#asked = new Set([keyOf(first)]);
  }

  /** Number of pages asked for. */
  get pages(): number {
    return this.#asked.size;
  }

  /** Number of items on them so far. */
  get items(): number {
    return this.#items;
  }

  /** Records the next page; why it shouldn't be asked for, if so. */
  endAt(next: HttpRequest): 'repeats' | 'empty' | 'tooLong' | undefined {
    const key = keyOf(next);
    if (this.#asked.has(key)) return 'repeats';
    if (this.#empty >= mostEmptyPages) return 'empty';
    if (this.#asked.size >= mostPages) return 'tooLong';
    this.#asked.add(key);
    return undefined;
  }

  /** Records the number of items of a page. */
  record(count: number): void {
    this.#empty = count === 0 ? this.#empty + 1 : 0;
    this.#items += count;
  }
}

// The same link may be written in several ways. Partner Center names the next page in a header.
function keyOf({ path, headers }: HttpRequest): string {
  return `${decoded(path)}\n${headers?.['MS-ContinuationToken'] ?? ''}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
