// Teams as strict as it says it is: it counts what arrives, and answers 429 to what is too much.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { addressOf, strictTeamsPort } from './places.js';

/** So many requests in so many milliseconds, as published. */
const inTotal = [[50, 1000]] as const;
const perConversation = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
] as const;

/** A request that Teams has taken. */
export interface Taken {
  readonly conversationId: string;
  readonly at: number;
}

/** A connector that holds a bot to its rates. */
export class StrictTeams {
  readonly #server: Server = createServer((request, response) => void this.#take(request, response));
  readonly #taken: Taken[] = [];
  readonly #ofConversations = new Map<string, Taken[]>();
  readonly #awaited = new Map<string, () => void>();

  readonly url = addressOf(strictTeamsPort);
  /** How many requests were too much. */
  refused = 0;

  static async start(): Promise<StrictTeams> {
    const teams = new StrictTeams();
    await new Promise<void>((resolve, reject) => {
      teams.#server.once('error', reject);
      teams.#server.listen(strictTeamsPort, '127.0.0.1', resolve);
    });
    teams.#server.keepAliveTimeout = 600_000;
    return teams;
  }

  /** How many were taken between two moments of `performance.now()`. */
  takenBetween(from: number, to: number): number {
    return this.#taken.filter(({ at }) => at >= from && at < to).length;
  }

  /** When the first was taken since a moment. */
  firstSince(from: number): number | undefined {
    return this.#taken.find(({ at }) => at >= from)?.at;
  }

  /** Resolves when the answer to an activity has come. */
  answered(activityId: string): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited.set(activityId, resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const [, , , conversation = '', , replyTo = ''] = (request.url ?? '').split('/');
    const conversationId = decodeURIComponent(conversation);
    const ofConversation = this.#ofConversations.get(conversationId) ?? [];
    this.#ofConversations.set(conversationId, ofConversation);
    const isTooMuch = !isRoom(this.#taken, inTotal, at) || !isRoom(ofConversation, perConversation, at);
    for await (const _ of request);
    response.setHeader('content-type', 'application/json');
    if (isTooMuch) {
      this.refused += 1;
      response.writeHead(429, { 'retry-after': '1' }).end('{}');
      return;
    }
    for (const taken of [this.#taken, ofConversation]) taken.push({ conversationId, at });
    response.end(JSON.stringify({ id: `message-${this.#taken.length}` }));
    const activityId = decodeURIComponent(replyTo);
    this.#awaited.get(activityId)?.();
    this.#awaited.delete(activityId);
  }
}

function isRoom(taken: readonly Taken[], windows: readonly (readonly [number, number])[], now: number): boolean {
  return windows.every(([count, ms]) => {
    const first = taken.at(-count);
    return first === undefined || now - first.at >= ms;
  });
}
