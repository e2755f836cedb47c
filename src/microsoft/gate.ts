// When may a service be asked again that has said "too many requests"?
import { Throttled } from '../domain/errors.js';
import type { Problem } from '../domain/problem.js';
import { type Instant, secondsBetween } from '../domain/time.js';
import type { Clock } from '../operations/ports.js';

/** Lets calls through, except for the time that Microsoft has asked for. */
export class Gate {
  readonly #clock: Clock;
  readonly #longestWaitSeconds: number;
  #opensAt: Instant | undefined;

  constructor(clock: Clock, longestWaitSeconds: number) {
    this.#clock = clock;
    this.#longestWaitSeconds = longestWaitSeconds;
  }

  /** Closes the gate for so many seconds; 0 means that Microsoft named no time, and one second is taken. */
  close(retryAfterSeconds: number): void {
    const seconds = Math.max(1, retryAfterSeconds);
    const opensAt = new Date(Date.parse(this.#clock.now()) + seconds * 1000).toISOString();
    if (this.#opensAt === undefined || opensAt > this.#opensAt) this.#opensAt = opensAt;
  }

  /**
   * Waits until the gate is open.
   * @throws Throttled when that takes longer than anybody should be kept waiting.
   */
  async pass(what: string): Promise<void> {
    while (this.#opensAt !== undefined) {
      const seconds = secondsBetween(this.#clock.now(), this.#opensAt);
      if (seconds <= 0) {
        this.#opensAt = undefined;
        return;
      }
      if (seconds > this.#longestWaitSeconds) throw throttled(`${what}: not sent, throttled`, seconds);
      await this.#clock.pause(seconds * 1000);
    }
  }
}

/** Too many calls: the one way in which that is said. */
export function throttled(
  message: string,
  retryAfterSeconds: number,
  said: Pick<Problem, 'requestId' | 'answer'> = {},
): Throttled {
  return new Throttled(
    message,
    'Microsoft is busy with our requests. Gatehouse goes on by itself; nothing needs doing.',
    { reason: 'throttled', ...said },
    retryAfterSeconds,
  );
}
