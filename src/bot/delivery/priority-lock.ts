// One holder at a time; the most urgent of those that wait goes next, and among equals the first.

interface Waiter {
  readonly rank: number;
  readonly start: () => void;
}

/** A lock with priorities. */
export class PriorityLock {
  #isHeld = false;
  #waiting: readonly Waiter[] = [];

  /**
   * Waits for the lock. `rank`: the lower, the more urgent.
   * @returns what releases it; releasing twice is harmless.
   */
  async take(rank: number): Promise<() => void> {
    if (this.#isHeld) {
      await new Promise<void>((start) => {
        this.#waiting = [...this.#waiting, { rank, start }];
      });
    }
    this.#isHeld = true;
    let isReleased = false;
    return () => {
      if (!isReleased) this.#next();
      isReleased = true;
    };
  }

  // The next one holds it already, so that no newcomer takes it first.
  #next(): void {
    const [first, ...others] = this.#waiting;
    if (!first) {
      this.#isHeld = false;
      return;
    }
    const next = others.reduce((best, each) => (each.rank < best.rank ? each : best), first);
    this.#waiting = this.#waiting.filter((each) => each !== next);
    next.start();
  }
}
