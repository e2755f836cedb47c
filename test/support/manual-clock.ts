// A clock that a test holds in its hands.
import type { Clock } from '../../src/operations/ports.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Stands still until it is told otherwise. */
export class ManualClock implements Clock {
  #now: number;
  #timers: readonly Timer[] = [];

  constructor(start = '2026-11-22T10:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): string {
    return new Date(this.#now).toISOString();
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers = [...this.#timers, timer];
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Goes to the next timer that is due by then and fires it; `false` when there is none, and then it is that late. */
  next(until: number): boolean {
    const due = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    if (!due) {
      this.#now = Math.max(this.#now, until);
      return false;
    }
    this.#timers = this.#timers.filter((each) => each !== due);
    this.#now = Math.max(this.#now, due.at);
    due.callback();
    return true;
  }

  /** Milliseconds since 1970. */
  get milliseconds(): number {
    return this.#now;
  }
}
