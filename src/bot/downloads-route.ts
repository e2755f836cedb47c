// What does somebody get who opens a link to a file?
import type { Request, RequestHandlerType, Response } from 'restify';
import { ExpectedError } from '../domain/errors.js';
import type { Downloads } from './files/downloads.js';
import { type HandedFile, type HandingPorts, isStillAdmin, noteOpened } from './files/handed-file.js';
import type { Refuse } from './outside-answers.js';

/** What the route takes. */
export interface DownloadPorts extends HandingPorts {
  readonly downloads: Downloads;
}

const notValid =
  'This link is not valid, or not valid any more. Press the button in the chat again: a link opens for ten minutes, and only while you are an admin of Gatehouse.\n';
const tooMany = 'Too many links that are not valid were tried. Wait a minute.\n';
const tryAgain = 'That did not work. Try again in a moment.\n';

const mostMisses = 60;
const missesWithinMs = 60_000;

// Nothing on the way may keep what comes from here, guess at what it is, or be told where it was.
const guarded = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Robots-Tag': 'noindex',
} as const;

/** The handler of the route, for GET and HEAD. Its answers: 200, 404, 429 and 503. No token is ever logged. */
export function downloadsRoute(ports: DownloadPorts, refuse: Refuse): RequestHandlerType[] {
  const { downloads, clock, roleOf } = ports;
  let misses: readonly number[] = [];
  // Guesses are hopeless with tokens of this length; this only keeps them from costing anything. Links that are valid open
  // all the same, or whoever guesses could lock everybody else out.
  const miss = (response: Response) => {
    const now = clock.elapsedMs();
    misses = [...misses, now].filter((at) => at > now - missesWithinMs).slice(-mostMisses - 1);
    const isTooMany = misses.length > mostMisses;
    if (!isTooMany) refuse(404, 'LinkNotValid');
    say(response, isTooMany ? 429 : 404, isTooMany ? tooMany : notValid);
  };
  const answer = async (request: Request, response: Response): Promise<void> => {
    const download = downloads.find(String(request.params?.token ?? ''));
    if (!download) return miss(response);
    const { person, file } = download;
    try {
      if (!(await isStillAdmin(person, roleOf))) return miss(response);
      // HEAD as well: it tells that the link opens, and what for.
      await noteOpened(file, person, ports);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      refuse(503, 'NotHandedOver', error);
      return say(response, 503, tryAgain);
    }
    hand(request, response, file);
  };
  return [answer];
}

function hand(request: Request, response: Response, { name, contentType, bytes }: HandedFile): void {
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
