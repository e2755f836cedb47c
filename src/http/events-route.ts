// POST /api/partner-center: what may come in, and the answers to Partner Center.

import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import type { EventRefusal, PartnerEventReceiver } from '../operations/ports/webhooks.js';
import type { Clock } from '../runtime/clock.js';
import type { Refuse } from './refuse.js';
import type { Route } from './server.js';

/** The path of Partner Center's events. */
export const eventsPath = '/api/partner-center';

/** What the route takes. */
export interface EventsRouteDeps {
  readonly receiver: PartnerEventReceiver;
  readonly clock: Clock;
}

// An event has half a kilobyte.
const largestBytes = 64 * 1024;
const longestBodyMs = 10_000;
// Partner Center sends one event at a time for each of its own queues; anything above this is another sender. The request
// whose body takes longest makes room then, or fifty slow strangers would keep Partner Center out.
const mostAtOnce = 50;

/** The route. Its answers: 200, 400, 401, 408, 413, 415, and 503 for "send it again". */
export function eventsRoute({ receiver, clock }: EventsRouteDeps, refuse: Refuse): Route {
  let underWay = 0;
  // Requests whose body is still coming, the longest first.
  const reading = new Set<() => void>();
  const isRoom = () => {
    const [slowest] = underWay < mostAtOnce ? [] : reading;
    slowest?.();
    return underWay < mostAtOnce || slowest !== undefined;
  };

  const answer = async (request: Request, response: Response): Promise<void> => {
    const early = earlyRefusal(request) ?? refusalOf(receiver.refuse(request.headers)) ?? (isRoom() ? undefined : busy);
    if (early) return turnAway(response, early, refuse);
    underWay += 1;
    try {
      const body = await bodyOf(request, clock, reading);
      if (!Buffer.isBuffer(body)) return turnAway(response, body, refuse);
      const refused = refusalOf(await receiver.receive(request.headers, body));
      if (refused) return turnAway(response, refused, refuse);
      response.send(200);
    } finally {
      underWay -= 1;
    }
  };

  return { methods: ['post'], path: eventsPath, handlers: [answer] };
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly why?: string;
}

const tooLarge: Refusal = { status: 413, code: 'PayloadTooLarge' };
const busy: Refusal = { status: 503, code: 'Busy' };
const tooSlow: Refusal = { status: 408, code: 'RequestTimeout' };

// The cheapest check comes first. A compressed body could be of any size, and its bytes aren't those that were signed.
function earlyRefusal({ headers }: Request): Refusal | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { status: 415, code: 'UnsupportedMediaType' };
  return Number(headers['content-length'] ?? 0) > largestBytes ? tooLarge : undefined;
}

const codes = { 400: 'BadRequest', 401: 'SignatureVerificationFailed', 503: 'TryAgain' } as const;

function refusalOf(refused: EventRefusal | undefined): Refusal | undefined {
  return refused && { status: refused.refused, code: codes[refused.refused], why: refused.why };
}

// The connection is closed too: the rest of the body isn't read.
function turnAway(response: Response, { status, code, why }: Refusal, refuse: Refuse): void {
  response.header('Connection', 'close');
  response.send(status, refuse(status, code, why));
}

/** The bytes as they came, since those were signed. `reading` holds what ends it early, as long as it goes on. */
function bodyOf(request: IncomingMessage, clock: Clock, reading: Set<() => void>): Promise<Buffer | Refusal> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const makeRoom = () => end(busy);
    const cancel = clock.limit(longestBodyMs, () => end(tooSlow));
    const end = (outcome: Buffer | Refusal) => {
      cancel();
      reading.delete(makeRoom);
      request.removeAllListeners('data');
      request.pause();
      resolve(outcome);
    };
    reading.add(makeRoom);
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largestBytes) end(tooLarge);
    });
    request.once('end', () => end(Buffer.concat(chunks)));
    // The client that has gone gets no answer.
    request.once('close', () => end(tooSlow));
  });
}
