// Our clock's distance from Microsoft's, by the Date header of every answer.
import type { Clock } from '../../runtime/clock.js';

// A Date header has no fractions of a second.
const headerPrecisionMs = 1000;

/** Measures our clock against the Date headers of Microsoft's answers. */
export class ClockSkew {
  readonly #clock: Clock;
  #seconds: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds that our clock was ahead at the last answer; negative: behind. `undefined`: no answer has told yet. */
  get seconds(): number | undefined {
    return this.#seconds;
  }

  /** Records an answer that took `tookMs` by the monotonic clock; that time is no error of the clock's. */
  record(answeredAt: string | null, tookMs: number): void {
    const theirs = Date.parse(answeredAt ?? '');
    if (Number.isNaN(theirs)) return;
    const heard = Date.parse(this.#clock.now());
    const asked = heard - tookMs;
    if (heard < theirs) this.#seconds = (heard - theirs) / 1000;
    else if (asked > theirs + headerPrecisionMs) this.#seconds = (asked - theirs - headerPrecisionMs) / 1000;
    else this.#seconds = 0;
  }
}
