// The server: its routes are handed in. Health, deadlines, who may ask at all, and what the outside hears of an error.
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Request, type RequestHandler, type RequestHandlerType, type Response } from 'restify';
import { ConfigError } from '../domain/errors.js';
import { addressOf, foreignBy } from '../runtime/loopback.js';
import { requestDeadlines } from '../runtime/request-deadlines.js';
import type { Refuse } from './refuse.js';

/** What is answered at one path. */
export interface Route {
  readonly methods: readonly ('get' | 'head' | 'post')[];
  readonly path: string;
  /** In their order; the last one answers. */
  readonly handlers: readonly RequestHandlerType[];
}

/** Where to listen, and for whom. */
export interface ServerPorts {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Whether nobody is asked who they are: then only programs and pages of this machine are answered. */
  readonly isAnonymous: boolean;
  readonly refuse: Refuse;
  /** Why requests are not welcome, for whoever watches over the process; empty: they are. */
  readonly whyNotReady: () => readonly string[];
  /** What keeps it from doing all that is asked, though it answers; empty: nothing. */
  readonly troubles: () => readonly string[];
  readonly routes: readonly Route[];
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no new requests and waits, not for ever, for those under way. */
  close(): Promise<void>;
}

/**
 * Listens for the routes, and for what watches over the process: `GET /healthz` answers 200 as long as the process does
 * anything at all, `GET /readyz` only while requests are welcome, and says otherwise why they aren't. Microsoft's being out
 * of reach is no reason for either to say no: a new start wouldn't change it.
 * @throws ConfigError when the port is taken or cannot be had, or the host is none of this machine's.
 */
export async function listen({
  host,
  port,
  isAnonymous,
  refuse,
  whyNotReady,
  troubles,
  routes,
}: ServerPorts): Promise<Listening> {
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
    const why = whyNotReady();
    // Whoever is told by the bot what is wrong has to reach it.
    const trouble = troubles();
    if (why.length === 0 && trouble.length > 0) response.send(200, { status: 'inTrouble', why: trouble });
    else if (why.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'notReady', why });
  });
  for (const { methods, path, handlers } of routes) {
    for (const method of methods) server[method](path, ...handlers);
  }
  // restify makes a server of its own and lets nobody say how long a request may take, so that one listens to nothing.
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
      return new ConfigError(`port ${port} is taken`, 'Stop what listens there, or set PORT to a free port.', {
        cause,
      });
    case 'EACCES':
      return new ConfigError(
        `port ${port} is not allowed to this user (${code})`,
        'Set PORT to one from 1024 on, and let a reverse proxy listen on the other.',
        { cause },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(
        `HOST is ${host}, which is no address of this machine (${code})`,
        'Set HOST to one of its addresses, 127.0.0.1 for itself alone, or 0.0.0.0 for all of them.',
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

// A framework's message may name hosts and paths. The outside gets a code; the rest is for the log.
function hideDetails(error: RestifyError, refuse: Refuse, { url = '' }: Request): void {
  // A message about a path that there is not repeats it, and the path of a link is what opens it, however it is spelt.
  const why = url.startsWith('/api/') || (error.statusCode ?? 500) >= 500 ? error : undefined;
  const answer = refuse(error.statusCode ?? 500, error.body?.code ?? error.code ?? 'Internal', why);
  error.toJSON = () => answer;
  error.toString = () => answer.code;
}

// Whoever sends half a request, or does not take the answer, is not waited for longer.
const longestRequestMs = 2000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), longestRequestMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    // Clients keep connections open for their next request; there will be none.
    server.closeIdleConnections();
  });
}
