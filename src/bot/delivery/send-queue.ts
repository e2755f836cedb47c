// The order, the pace and the repeats of what Teams is asked to take.
import pLimit, { type LimitFunction } from 'p-limit';
import { backOff } from '../../domain/back-off.js';
import { spread } from '../../runtime/back-off.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import { type Pace, type Urgency, urgencies } from '../../runtime/pace.js';
import { withTimeoutOr } from '../../runtime/timeout.js';
import {
  type FailureStreak,
  isLost,
  isRefusedByTeams,
  restMs,
  type Unreachable,
  withFailure,
} from './failure-streak.js';
import { DeliveryError } from './messenger.js';
import { Slots } from './slots.js';

/** One conversation's requests. */
interface Line {
  /** Requests of one urgency keep their order. */
  readonly inOrder: Readonly<Record<Urgency, LimitFunction>>;
  /** Absent: Teams has taken the last request. */
  streak?: FailureStreak | undefined;
}

const mostTries = 3;
const mostTriesOfAnswer = 8;
// A person has just spoken there, so that a refusal is likely to pass.
const mostRefusalsOfAnswer = 4;
const waits = { first: 500, longest: 60_000 };
// What no person waits for is handed back when it would have to be repeated later, to be tried again by its sender.
const patienceMs = 10_000;
// A request that Teams leaves unanswered for this long may or may not have been carried out.
const timeoutMs = 15_000;
// A request that Teams is slow to answer no longer holds up the more urgent ones of its conversation.
const holdsLineMs = 3000;
// More answers than Teams takes in a conversation within minutes: a person floods the bot.
const mostWaitingAnswers = 300;

/**
 * The one way out to Teams. Each conversation and all of them together stay within Teams' rates, of which a part is kept
 * for answers. What Teams asks to repeat is repeated.
 */
export class SendQueue {
  /** Teams has taken something that was sent to a conversation. `wasFailing`: the request before was not taken. */
  readonly taken = new Emitter<[conversationId: string, wasFailing: boolean]>();
  /** Teams has said for minutes that the bot may not write there, or that there is no such conversation. */
  readonly lost = new Emitter<[conversationId: string, failing: Unreachable]>();
  readonly #clock: Clock;
  readonly #slots: Slots;
  readonly #lines = new Map<string, Line>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(clock: Clock, pace: Pace) {
    this.#clock = clock;
    this.#slots = new Slots(clock, pace);
  }

  /** Why, and since when, nothing reaches a conversation; `undefined`: Teams has taken the last request, or there was none. */
  failing(conversationId: string): Unreachable | undefined {
    return this.#lines.get(conversationId)?.streak;
  }

  /**
   * Makes a request when all before it are made. An answer waits for as long as that takes; anything else is handed back as
   * `passing` when it would take long. `request` fails with a `DeliveryError`; it gives `undefined` where there is nothing to
   * ask of Teams any more, which says nothing of the conversation.
   * @throws DeliveryError
   */
  send<T>(conversationId: string, urgency: Urgency, request: () => Promise<T> | undefined): Promise<T | undefined> {
    const line = this.#lineOf(conversationId);
    const inOrder = line.inOrder[urgency];
    if (urgency === 'answer' && inOrder.pendingCount >= mostWaitingAnswers)
      return Promise.reject(new DeliveryError('passing', 'too many answers wait in this conversation'));
    const sending = inOrder(() => this.#untilTaken(conversationId, urgency, request));
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
    return this.#slots.handedOverAtMs;
  }

  /** Resolves when nothing waits to be sent and nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #untilTaken<T>(
    conversationId: string,
    urgency: Urgency,
    request: () => Promise<T> | undefined,
  ): Promise<T | undefined> {
    for (let tries = 1; ; tries += 1) {
      const slot = await this.#slots.take(conversationId, urgency);
      const cancel = this.#clock.limit(holdsLineMs, slot.letOthersGo);
      try {
        const asked = request();
        if (!asked) {
          slot.giveBack();
          return undefined;
        }
        const answer = await withTimeoutOr(this.#clock, timeoutMs, asked, notInTime);
        this.#takeSuccess(conversationId);
        return answer;
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        const pauseMs = this.#takeFailure(conversationId, error, tries);
        if (!isWorthRepeating(error, urgency, tries, pauseMs)) throw error.notBefore(pauseMs);
      } finally {
        cancel();
        slot.end();
      }
    }
  }

  #takeSuccess(conversationId: string): void {
    const line = this.#lineOf(conversationId);
    const wasFailing = line.streak !== undefined;
    line.streak = undefined;
    if (wasFailing) this.#slots.restIsOver(conversationId);
    this.taken.emit(conversationId, wasFailing);
  }

  /** Keeps a failure; gives how long what no person waits for is kept back, in milliseconds. */
  #takeFailure(conversationId: string, error: DeliveryError, tries: number): number {
    const line = this.#lineOf(conversationId);
    const isRefused = isRefusedByTeams(error);
    // Any other failure is about the message, which says nothing about the conversation.
    if (!isRefused && error.kind !== 'passing') return 0;
    const elapsedMs = this.#clock.elapsedMs();
    const streak = withFailure(line.streak, error, this.#clock.now(), elapsedMs);
    line.streak = streak;
    const againMs = Math.max(error.retryAfterMs, spread(backOff(waits, isRefused ? 2 * tries + 1 : tries)));
    const pauseMs = isRefused ? restMs(streak) : againMs;
    for (const urgency of urgencies)
      this.#slots.rest(conversationId, urgency, urgency === 'answer' ? againMs : pauseMs);
    if (error.retryAfterMs > 0) this.#slots.restEverywhere(conversationId, error.retryAfterMs);
    if (isLost(streak, elapsedMs)) this.lost.emit(conversationId, streak);
    return pauseMs;
  }

  #lineOf(conversationId: string): Line {
    const known = this.#lines.get(conversationId);
    if (known) return known;
    const line: Line = {
      inOrder: { answer: pLimit(1), notice: pLimit(1), update: pLimit(1) },
    };
    this.#lines.set(conversationId, line);
    return line;
  }
}

// A person who asked would rather read an answer twice than not at all. A notice and a card are tried again by their senders.
function isWorthRepeating(error: DeliveryError, urgency: Urgency, tries: number, pauseMs: number): boolean {
  if (urgency !== 'answer') return error.isRepeatable && tries < mostTries && pauseMs <= patienceMs;
  if (isRefusedByTeams(error)) return tries < mostRefusalsOfAnswer;
  return error.kind === 'passing' && tries < mostTriesOfAnswer;
}

async function notInTime(): Promise<never> {
  throw new DeliveryError('passing', `Teams did not answer within ${timeoutMs} ms`);
}
