// GET and HEAD of a link to a file: the file, or that the link isn't valid.

import type { Request, Response } from 'restify';
import { ExpectedError } from '../domain/errors.js';
import type { Clock } from '../runtime/clock.js';
import type { Refuse } from './refuse.js';
import type { Route } from './server.js';

/** A file, as it's downloaded. */
export interface DownloadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The issued links: `Downloads` of `bot/files`. */
export interface FileLinks {
  /** All of them are below it. */
  readonly path: string;
  /** The file of a link's token; `undefined`: it opens none. @throws ExpectedError when that can't be determined now. */
  open(token: string): Promise<DownloadedFile | undefined>;
}

/** What the route takes. */
export interface DownloadDeps {
  readonly downloads: FileLinks;
  readonly clock: Clock;
}

const notValid =
  'This link isn’t valid or has expired. Select the button in the chat again: a link works for ten minutes, and only while your role in Gatehouse allows it.\n';
const tooMany = 'Too many invalid links were tried. Wait a minute, then try again.\n';
const tryAgain = 'That didn’t work. Try again in a moment.\n';

const mostMisses = 60;
const missesWithinMs = 60_000;

// Nothing on the way may cache the answer, guess its type, or be told its address.
const guarded = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Robots-Tag': 'noindex',
} as const;

/** The route. Its answers: 200, 404, 429 and 503. No token is ever logged. */
export function downloadsRoute({ downloads, clock }: DownloadDeps, refuse: Refuse): Route {
  let misses: readonly number[] = [];
  // Guesses are hopeless with tokens of this length; the limit only keeps them from costing anything. Valid links still
  // open, or a guesser could lock everyone else out.
  const miss = (response: Response) => {
    const now = clock.elapsedMs();
    misses = [...misses, now].filter((at) => at > now - missesWithinMs).slice(-mostMisses - 1);
    const isTooMany = misses.length > mostMisses;
    if (!isTooMany) refuse(404, 'LinkNotValid');
    say(response, isTooMany ? 429 : 404, isTooMany ? tooMany : notValid);
  };
  const answer = async (request: Request, response: Response): Promise<void> => {
    try {
      // For HEAD too: it tells that the link opens, and what for.
      const file = await downloads.open(String(request.params?.token ?? ''));
      if (file) hand(request, response, file);
      else miss(response);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      refuse(503, 'NotHandedOver', error);
      say(response, 503, tryAgain);
    }
  };
  return { methods: ['get', 'head'], path: `${downloads.path}/:token`, handlers: [answer] };
}

function hand(request: Request, response: Response, { name, contentType, bytes }: DownloadedFile): void {
  response.writeHead(200, {
    ...guarded,
    'Content-Type': contentType,
    'Content-Length': bytes.length,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
  response.end(request.method === 'HEAD' ? undefined : Buffer.from(bytes));
}

function say(response: Response, status: number, text: string): void {
  response.writeHead(status, {
    ...guarded,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
