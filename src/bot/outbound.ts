// In which order, how fast and how often is Teams asked to take something?
import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../operations/ports.js';
import { DeliveryError } from './messenger.js';
import { PriorityLock } from './priority-lock.js';
import { inTotal, perConversation, SendPace, unaskedShare } from './send-pace.js';

/**
 * What is sent, the most urgent first: an answer that a person waits for, a notice, a change of a posted card.
 */
export const urgencies = ['answer', 'notice', 'update'] as const;

/** How urgent a request is. */
export type Urgency = (typeof urgencies)[number];

/** One conversation's way out. */
interface Line {
  /** Requests of one urgency keep their order. */
  readonly inOrder: Readonly<Record<Urgency, LimitFunction>>;
  /** Teams takes one request of a conversation at a time. */
  readonly lock: PriorityLock;
  readonly pace: SendPace;
  /** Nothing goes out before, because Teams asked for that; by the clock that never steps, in milliseconds. */
  restsUntil: number;
}

const mostTries = 3;
const mostTriesOfAnswer = 8;
const firstRetryMs = 500;
const longestRetryMs = 60_000;
// What nobody waits for is handed back when it would have to wait longer, to be tried again by its sender.
const patienceMs = 10_000;
// A request that Teams leaves unanswered for this long may or may not have been carried out.
const timeoutMs = 15_000;
// A request that Teams is slow to answer no longer holds up the more urgent ones of its conversation.
const holdsLineMs = 3000;
// More answers than Teams takes in a conversation within minutes: somebody floods the bot.
const mostWaitingAnswers = 300;

/**
 * The one way out to Teams. Each conversation and all of them together stay within Teams' rates, of which a part is kept
 * for answers. What Teams asks to repeat is repeated.
 */
export class Outbound {
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();
  readonly #total = new SendPace(inTotal);
  readonly #underWay = new Set<Promise<unknown>>();
  #handedOverAtMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Makes a request when its turn comes. An answer waits for as long as that takes; anything else is handed back as
   * `passing` when it would take long. `request` fails with a `DeliveryError`.
   * @throws DeliveryError
   */
  send<T>(conversationId: string, urgency: Urgency, request: () => Promise<T>): Promise<T> {
    const line = this.#lineOf(conversationId);
    const inOrder = line.inOrder[urgency];
    if (urgency === 'answer' && inOrder.pendingCount >= mostWaitingAnswers)
      return Promise.reject(new DeliveryError('passing', 'too many answers wait in this conversation'));
    const sending = inOrder(() => this.#untilTaken(line, urgency, request));
    this.#underWay.add(sending);
    const isOver = () => this.#underWay.delete(sending);
    sending.then(isOver, isOver);
    return sending;
  }

  /** Whether something waits to be sent or is being sent. */
  get isBusy(): boolean {
    return this.#underWay.size > 0;
  }

  /** When a request was last made, whatever came of it, by the clock's `elapsedMs`; -Infinity: never. */
  get handedOverAtMs(): number {
    return this.#handedOverAtMs;
  }

  /** Resolves when nothing waits to be sent and nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #untilTaken<T>(line: Line, urgency: Urgency, request: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const release = await this.#turn(line, urgency);
      const cancel = this.#clock.after(holdsLineMs, release);
      try {
        return await this.#inTime(request());
      } catch (error) {
        if (!(error instanceof DeliveryError) || error.kind !== 'passing') throw error;
        const pauseMs = Math.max(error.retryAfterMs, backoffMs(tries));
        line.restsUntil = Math.max(line.restsUntil, this.#clock.elapsedMs() + pauseMs);
        if (!isWorthRepeating(error, urgency, tries, pauseMs)) throw error;
      } finally {
        cancel();
        release();
      }
    }
  }

  /** Waits for the moment at which a request may go out; gives what lets the next one go. */
  async #turn(line: Line, urgency: Urgency): Promise<() => void> {
    const share = urgency === 'answer' ? 1 : unaskedShare;
    for (;;) {
      const release = await line.lock.take(urgencies.indexOf(urgency));
      const now = this.#clock.elapsedMs();
      const waitMs = Math.max(line.restsUntil - now, line.pace.waitMs(now, share), this.#total.waitMs(now, share));
      if (waitMs <= 0) {
        line.pace.note(now);
        this.#total.note(now);
        this.#handedOverAtMs = now;
        return release;
      }
      release();
      if (urgency !== 'answer' && waitMs > patienceMs)
        throw new DeliveryError('passing', 'it is not its turn yet', { retryAfterMs: waitMs });
      await this.#clock.pause(waitMs);
    }
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
    const line: Line = {
      inOrder: { answer: pLimit(1), notice: pLimit(1), update: pLimit(1) },
      lock: new PriorityLock(),
      pace: new SendPace(perConversation),
      restsUntil: 0,
    };
    this.#lines.set(conversationId, line);
    return line;
  }
}

// Whoever asked would rather read an answer twice than not at all. A notice and a card are tried again by their senders.
function isWorthRepeating(error: DeliveryError, urgency: Urgency, tries: number, pauseMs: number): boolean {
  if (urgency === 'answer') return tries < mostTriesOfAnswer;
  return error.isRepeatable && tries < mostTries && pauseMs <= patienceMs;
}

/** Half a second, then twice as long each time, and not everybody at the same moment. */
function backoffMs(tries: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** (tries - 1)) * (1 + Math.random() / 2);
}
