// Holds calls to a service that has said "too many requests".

import { Throttled } from '../../domain/errors.js';
import type { Problem } from '../../domain/problem.js';
import type { Clock } from '../../runtime/clock.js';

/** Lets calls through, except during the time that Microsoft has asked for. */
export class ThrottleGate {
  readonly #clock: Clock;
  readonly #longestWaitSeconds: number;
  /** By the clock's `elapsedMs`, so that a step of the wall clock neither opens the gate nor keeps it closed. */
  #opensAtMs: number | undefined;

  constructor(clock: Clock, longestWaitSeconds: number) {
    this.#clock = clock;
    this.#longestWaitSeconds = longestWaitSeconds;
  }

  /** Closes the gate for this many seconds; 0, when Microsoft named no time, counts as one. */
  close(retryAfterSeconds: number): void {
    const seconds = Math.max(1, retryAfterSeconds);
    const opensAtMs = this.#clock.elapsedMs() + seconds * 1000;
    this.#opensAtMs = Math.max(this.#opensAtMs ?? opensAtMs, opensAtMs);
  }

  /**
   * Waits until the gate is open.
   * @throws Throttled when that takes longer than a person should wait.
   */
  async pass(what: string): Promise<void> {
    while (this.#opensAtMs !== undefined) {
      const seconds = (this.#opensAtMs - this.#clock.elapsedMs()) / 1000;
      if (seconds <= 0) {
        this.#opensAtMs = undefined;
        return;
      }
      if (seconds > this.#longestWaitSeconds) throw throttled(`${what}: not sent, throttled`, seconds);
      await this.#clock.pause(seconds * 1000);
    }
  }
}

/** The error for too many calls. */
export function throttled(
  message: string,
  retryAfterSeconds: number,
  said: Pick<Problem, 'requestId' | 'answer'> = {},
): Throttled {
  return new Throttled(message, { reason: 'throttled', ...said }, retryAfterSeconds);
}
