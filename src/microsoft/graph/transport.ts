// Sends a request to Microsoft Graph through Microsoft's own client, with our token handling in its chain.

import type { Client, Context, Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import { lazily } from '../../runtime/lazily.js';
import type { HttpRequest, Transport } from '../http/http-request.js';

const version = 'v1.0';
/** The client's `ResponseType.RAW`: the answer as it came. */
const raw = 'raw' as ResponseType.RAW;

/**
 * The client gets its own chain: its authentication handler sends no token over plain http, not even to loopback, and its
 * retry handler would hold a request for up to three minutes. Pacing is HttpClient's.
 */
export class GraphTransport implements Transport {
  readonly #client: () => Promise<Client>;

  constructor(baseUrl: string) {
    this.#client = lazily(() => openClient(baseUrl));
  }

  async send({ method, path, headers, body }: HttpRequest, token: string, signal: AbortSignal): Promise<Response> {
    const request = (await this.#client())
      .api(path)
      .headers({ ...headers, Authorization: `Bearer ${token}` })
      .option('signal', signal)
      // A redirect would carry the token to any address it names.
      .option('redirect', 'error')
      .responseType(raw);
    switch (method) {
      case 'GET':
        return request.get();
      case 'POST':
        return request.post(body);
      case 'PUT':
        return request.put(body);
      case 'PATCH':
        return request.patch(body);
      case 'DELETE':
        return request.delete();
      default:
        return method satisfies never;
    }
  }
}

// Loaded with the first call: a start doesn't wait for it.
async function openClient(baseUrl: string): Promise<Client> {
  const { Client, HTTPMessageHandler } = await import('@microsoft/microsoft-graph-client');
  const ownOrigin = new OwnOrigin(baseUrl);
  ownOrigin.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({ baseUrl, defaultVersion: version, middleware: ownOrigin });
}

/**
 * The part of a next link below our own base address; no token goes to another host that it may name. `undefined` when it
 * isn't a URL.
 */
export function pathOfNextLink(nextLink: string): string | undefined {
  if (!URL.canParse(nextLink)) return undefined;
  const { pathname, search } = new URL(nextLink);
  return pathname.replace(new RegExp(`^.*?/${version}(?=/)`), '') + search;
}

/** Lets no request leave for another host: the client takes a path with a URL in it for that URL. */
class OwnOrigin implements Middleware {
  readonly #origin: string;
  #next: Middleware | undefined;

  constructor(baseUrl: string) {
    this.#origin = new URL(baseUrl).origin;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    if (new URL(url).origin !== this.#origin) throw new Error('a path that leads to another host');
    await this.#next?.execute(context);
  }
}
