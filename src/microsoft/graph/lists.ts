// Reads a list of Graph.

import type { Pages } from '../../operations/ports/microsoft.js';
import type { Log } from '../../runtime/log.js';
import { unexpected } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { readPages } from '../http/pages.js';
import { pageShape } from './relationship-shape.js';
import { pathOfNextLink } from './transport.js';

/**
 * The items, a part of a page at a time.
 * @throws MicrosoftError, and what `parse` throws.
 */
export function graphPages<Item>(
  http: HttpClient,
  first: HttpRequest,
  parse: (items: readonly unknown[]) => readonly Item[],
  log: Log,
): Pages<Item> {
  return readPages({
    first,
    log,
    read: (request) => http.read(request, pageShape),
    nextOf({ '@odata.nextLink': nextLink }) {
      if (!nextLink) return undefined;
      const path = pathOfNextLink(nextLink);
      if (path === undefined) throw unexpected(`${first.template}: a next link that is no address`, undefined);
      return { ...first, path };
    },
    itemsOf: ({ value }) => value,
    parse,
  });
}
