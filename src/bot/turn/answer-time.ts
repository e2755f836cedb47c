// How long the answer to an activity may take in all.

import type { TurnContext } from 'botbuilder';
import type { Clock } from '../../runtime/clock.js';
import { withTimeout } from '../../runtime/timeout.js';

/**
 * From the arrival of an activity to its answer. Teams gives a click about ten seconds, and the way back takes some of them.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards (checked 2026-11-28)
 */
export const answerWithinMs = 7000;

// What is waited for inside an answer ends before that, so that the answer can say what it was.
const reserveMs = 500;

const arrivedAt = Symbol('arrivedAt');

/** Keeps when an activity has arrived, by the clock's `elapsedMs`. */
export function recordArrival({ turnState }: TurnContext, elapsedMs: number): void {
  turnState.set(arrivedAt, elapsedMs);
}

/** The time for the answer to one activity, counted from its arrival. */
export class AnswerTime {
  readonly #clock: Clock;
  readonly #endsAtMs: number;

  /** `arrivedAtMs`: by the clock's `elapsedMs`. */
  constructor(clock: Clock, arrivedAtMs: number, withinMs = answerWithinMs) {
    this.#clock = clock;
    this.#endsAtMs = arrivedAtMs + withinMs;
  }

  /** The time for an activity whose arrival was recorded; else it counts from now. */
  static for({ turnState }: TurnContext, clock: Clock, withinMs?: number): AnswerTime {
    const recorded: unknown = turnState.get(arrivedAt);
    return new AnswerTime(clock, typeof recorded === 'number' ? recorded : clock.elapsedMs(), withinMs);
  }

  /** Milliseconds that are left. */
  get leftMs(): number {
    return Math.max(0, this.#endsAtMs - this.#clock.elapsedMs());
  }

  /** So many milliseconds for something inside the answer, or fewer, so that the answer itself comes in time. */
  atMost(milliseconds: number): number {
    return Math.max(0, Math.min(milliseconds, this.leftMs - reserveMs));
  }

  /** Waits for so many milliseconds at most; `undefined`: it takes longer. */
  within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
    return withTimeout(this.#clock, this.atMost(milliseconds), answer);
  }
}
