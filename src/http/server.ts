// The server: health, deadlines, who may ask, and what the outside hears of an error. Its routes are handed in.
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Request, type RequestHandler, type RequestHandlerType, type Response } from 'restify';
import { ConfigError } from '../domain/errors.js';
import { addressOf, foreignBy } from '../runtime/loopback.js';
import { requestDeadlines } from '../runtime/request-deadlines.js';
import type { Refuse } from './refuse.js';

/** One path and its handlers. */
export interface Route {
  readonly methods: readonly ('get' | 'head' | 'post')[];
  readonly path: string;
  /** In order; the last one answers. */
  readonly handlers: readonly RequestHandlerType[];
}

/** What `GET /readyz` tells. */
export interface ProcessHealth {
  /** Why no requests should come here; empty: they may. */
  whyNotReady(): readonly string[];
  /** What it can't do at the moment, though it answers; empty: nothing. */
  troubles(): readonly string[];
}

/** What the server takes. */
export interface ServerDeps {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Whether senders aren't authenticated: then only programs and pages of this machine get answers. */
  readonly isAnonymous: boolean;
  readonly refuse: Refuse;
  readonly readiness: ProcessHealth;
  readonly routes: readonly Route[];
}

/** A listening server. */
export interface Listening {
  readonly url: string;
  /** Takes no new requests and waits a limited time for those under way. */
  close(): Promise<void>;
}

/**
 * Listens for the routes, and for monitoring: `GET /healthz` answers 200 as long as the process runs, `GET /readyz` only
 * while requests are welcome, and otherwise says why they aren't. Neither depends on Microsoft being reachable, since a
 * restart wouldn't change that.
 * @throws ConfigError when the port is taken or not allowed, or the host isn't an address of this machine.
 */
export async function listen({ host, port, isAnonymous, refuse, readiness, routes }: ServerDeps): Promise<Listening> {
  const server = createServer({ name: 'gatehouse' });
  server.on('restifyError', (request: Request, _response: Response, error: RestifyError, done: () => void) => {
    hideDetails(error, refuse, request);
    done();
  });
  if (isAnonymous) server.pre(refuseForeign(refuse));
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const why = readiness.whyNotReady();
    // The bot tells people what's wrong, so it must stay reachable.
    const trouble = readiness.troubles();
    if (why.length === 0 && trouble.length > 0) response.send(200, { status: 'inTrouble', why: trouble });
    else if (why.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'notReady', why });
  });
  for (const { methods, path, handlers } of routes) {
    for (const method of methods) server[method](path, ...handlers);
  }
  // restify's own server has no setting for how long a request may take, so it listens to nothing.
  const listener = createHttpServer(requestDeadlines, (...request) => {
    for (const handle of server.server.listeners('request')) handle(...request);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', (error: Error) => reject(notListening(error, host, port)));
    listener.listen(port, host, resolve);
  });
  return { url: addressOf(host, (listener.address() as AddressInfo).port), close: () => closed(listener) };
}

const foreign = {
  host: [421, 'HostNotLoopback'],
  site: [403, 'ForeignSite'],
} as const;

function refuseForeign(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const by = foreignBy(request);
    if (by === undefined) return next();
    const [status, code] = foreign[by];
    response.header('Connection', 'close');
    response.send(status, refuse(status, code));
    next(false);
  };
}

function notListening(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError(`port ${port} is in use`, 'Stop the other program, or set PORT to a free port.', {
        cause,
      });
    case 'EACCES':
      return new ConfigError(
        `this user can’t listen on port ${port} (${code})`,
        'Set PORT to 1024 or higher, and have a reverse proxy listen on the lower port.',
        { cause },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(
        `HOST is ${host}, which isn’t an address of this machine (${code})`,
        'Set HOST to an address of this machine: 127.0.0.1 for local programs only, or 0.0.0.0 for all addresses.',
        { cause },
      );
    default:
      return cause;
  }
}

interface RestifyError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly body?: { readonly code?: string };
  toJSON(): unknown;
  toString(): string;
}

// A framework's message may name hosts and paths. The outside gets a code; the rest goes to the log.
function hideDetails(error: RestifyError, refuse: Refuse, { url = '' }: Request): void {
  // A message about an unknown path repeats it, and the path of a link is what opens it, however it's spelt.
  const why = url.startsWith('/api/') || (error.statusCode ?? 500) >= 500 ? error : undefined;
  const answer = refuse(error.statusCode ?? 500, error.body?.code ?? error.code ?? 'Internal', why);
  error.toJSON = () => answer;
  error.toString = () => answer.code;
}

// Half a request, or an answer that isn't read, is cut off after this.
const longestRequestMs = 2000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), longestRequestMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    // Clients keep connections open for their next request; there won't be one.
    server.closeIdleConnections();
  });
}
