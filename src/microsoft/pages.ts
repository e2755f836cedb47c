// How is a list read that comes in pages?
import { setImmediate as oneTurn } from 'node:timers/promises';
import type { WireRequest } from './wire.js';
import { unexpected } from './wire-errors.js';

/** How to get from one page to the next. */
export interface Pages<Page, Item> {
  readonly first: WireRequest;
  /** `undefined`: there is no such page, the one before was the last. */
  readonly read: (request: WireRequest) => Promise<Page | undefined>;
  /** `undefined`: it is the last one. */
  readonly nextOf: (page: Page) => WireRequest | undefined;
  readonly itemsOf: (page: Page) => readonly Item[];
}

// Far more pages than any partner has of anything; a next link that leads in circles ends here.
const mostPages = 10_000;

/**
 * The items of all pages. While one page is gone through, the next is on its way already.
 * @throws MicrosoftError, and what `itemsOf` throws.
 */
export async function readPages<Page, Item>({ first, read, nextOf, itemsOf }: Pages<Page, Item>): Promise<Item[]> {
  const items: Item[] = [];
  let coming: Promise<Page | undefined> | undefined = read(first);
  for (let count = 1; coming; count += 1) {
    const page: Page | undefined = await coming;
    if (page === undefined) return items;
    const next = nextOf(page);
    if (next && count === mostPages) throw unexpected(`${first.template}: more than ${mostPages} pages`, undefined);
    coming = next && read(next);
    // It may fail before we come to wait for it, or this page may be refused before that: neither is a fault of the process.
    coming?.catch(() => undefined);
    // The request has to get out of the house first.
    if (coming) await oneTurn();
    for (const item of itemsOf(page)) items.push(item);
  }
  return items;
}
