// In which order, how fast and how often is Teams asked to take something?
import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../operations/ports.js';
import { DeliveryError } from './messenger.js';
import { inTotal, perConversation, SendPace } from './send-pace.js';

/** One conversation's way out. */
interface Line {
  readonly oneByOne: LimitFunction;
  readonly pace: SendPace;
  /** Nothing goes out before, because Teams asked for that. In milliseconds. */
  restsUntil: number;
}

const mostTries = 3;
const firstRetryMs = 500;
// Whatever would have to wait longer than this is handed back, to be tried again by whoever wants it sent.
const patienceMs = 10_000;
// A request that Teams leaves unanswered for this long may or may not have been carried out.
const timeoutMs = 15_000;

/**
 * The one way out to Teams: a conversation's requests in their order, each conversation and all of them together within
 * Teams' rates, and what Teams asks to repeat repeated.
 */
export class Outbound {
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();
  readonly #total = new SendPace(inTotal);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Makes a request when its turn comes. `request` fails with a `DeliveryError`.
   * @throws DeliveryError
   */
  send<T>(conversationId: string, request: () => Promise<T>): Promise<T> {
    const line = this.#lineOf(conversationId);
    return line.oneByOne(async () => {
      for (let tries = 1; ; tries += 1) {
        await this.#turn(line);
        try {
          return await this.#inTime(request());
        } catch (error) {
          if (!(error instanceof DeliveryError) || error.kind !== 'passing') throw error;
          const pause = Math.max(error.retryAfterMs, backoffMs(tries));
          line.restsUntil = this.#now() + pause;
          if (!error.isRepeatable || tries >= mostTries || pause > patienceMs) throw error;
        }
      }
    });
  }

  async #turn(line: Line): Promise<void> {
    for (;;) {
      const now = this.#now();
      const wait = Math.max(line.restsUntil - now, line.pace.waitMs(now), this.#total.waitMs(now));
      if (wait > patienceMs) throw new DeliveryError('passing', 'it is not its turn yet', { retryAfterMs: wait });
      if (wait <= 0) break;
      await this.#clock.pause(wait);
    }
    line.pace.note(this.#now());
    this.#total.note(this.#now());
  }

  #inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(timeoutMs, () =>
        reject(new DeliveryError('passing', `Teams did not answer within ${timeoutMs} ms`)),
      );
      answer.then(resolve, reject).finally(cancel);
    });
  }

  #lineOf(conversationId: string): Line {
    const known = this.#lines.get(conversationId);
    if (known) return known;
    const line: Line = { oneByOne: pLimit(1), pace: new SendPace(perConversation), restsUntil: 0 };
    this.#lines.set(conversationId, line);
    return line;
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}

/** Half a second, then twice as long each time, and not everybody at the same moment. */
function backoffMs(tries: number): number {
  return firstRetryMs * 2 ** (tries - 1) * (1 + Math.random() / 2);
}
