// Reads a list of Partner Center to its end.

import type { z } from 'zod';
import type { Listing, Pages } from '../../operations/ports/microsoft.js';
import type { Log } from '../../runtime/log.js';
import { EndOfPages } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { gathered, readPages } from '../http/pages.js';
import { collectionShape } from './shapes.js';

/**
 * The items of all pages.
 * @throws MicrosoftError, and what `parse` throws.
 */
export function itemsOf<Item>(...list: Parameters<typeof pagesOf<Item>>): Promise<Listing<Item>> {
  return gathered(pagesOf(...list));
}

/**
 * The items, a part of a page at a time.
 * @throws MicrosoftError, and what `parse` throws.
 */
export function pagesOf<Item>(
  http: HttpClient,
  first: HttpRequest,
  parse: (items: readonly unknown[]) => readonly Item[],
  log: Log,
): Pages<Item> {
  return readPages({
    first,
    log,
    read: (request) => page(http, request, request === first),
    nextOf({ continuationToken }) {
      if (!continuationToken) return undefined;
      const separator = first.path.includes('?') ? '&' : '?';
      const headers = { 'MS-ContinuationToken': continuationToken };
      return { ...first, path: `${first.path}${separator}seekOperation=Next`, headers };
    },
    itemsOf: ({ items }) => items,
    parse,
  });
}

// Reading past the last page may be answered with 400 and code 2000 instead of an empty page.
async function page(
  http: HttpClient,
  request: HttpRequest,
  isFirst: boolean,
): Promise<z.infer<typeof collectionShape> | undefined> {
  try {
    return await http.read(request, collectionShape);
  } catch (error) {
    if (!isFirst && error instanceof EndOfPages) return undefined;
    throw error;
  }
}
