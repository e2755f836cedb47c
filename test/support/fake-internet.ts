// A network for tests in which Microsoft's hosts are this machine: everything the process sends by https comes here.
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** Answers a request to a host with JSON, or a promise of it; `undefined`: there's no such page. */
export type Answer = (call: { readonly method: string; readonly host: string; readonly path: string }) => unknown;

/** Stands in for the network from `start` to `stop`. */
export class FakeInternet {
  readonly #server: Server;
  readonly #request = https.request;

  constructor(answer: Answer) {
    this.#server = createServer(async (incoming, response) => {
      incoming.resume();
      const [, host = '', path = ''] = /^\/([^/]+)(.*)$/.exec(incoming.url ?? '') ?? [];
      const body = await answer({ method: incoming.method ?? '', host, path });
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    const reroute = (...call: unknown[]) => {
      const [target, ...rest] = call;
      const callback = rest.find((each): each is (answer: IncomingMessage) => void => typeof each === 'function');
      const options = rest.find((each): each is https.RequestOptions => typeof each === 'object' && each !== null);
      const { hostname, host, path, pathname, search, method, headers } = partsOf(target, options);
      const local = `/${hostname ?? host}${path ?? `${pathname ?? ''}${search ?? ''}`}`;
      return request({ host: '127.0.0.1', port, path: local, method, headers }, callback);
    };
    https.request = reroute as typeof https.request;
  }

  async stop(): Promise<void> {
    https.request = this.#request;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

type Parts = https.RequestOptions & { readonly pathname?: string | null; readonly search?: string | null };

function partsOf(target: unknown, options: https.RequestOptions = {}): Parts {
  if (typeof target === 'string') return partsOf(new URL(target), options);
  if (target instanceof URL)
    return { ...options, hostname: target.hostname, pathname: target.pathname, search: target.search };
  return { ...options, ...(target as Parts) };
}
