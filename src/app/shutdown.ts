// Closes what was opened, in the reverse order.
import { lastingTimers } from '../runtime/clock.js';
import { withTimeout } from '../runtime/timeout.js';

// Everything together has to be over before whoever stops the process loses patience, which takes ten seconds.
const longestMs = 6000;
const spareMs = 200;

/** Closes things in the reverse of the order in which they were opened. */
export class Shutdown {
  readonly #patienceMs: number;
  #steps: (() => Promise<void>)[] = [];

  /** `patienceMs`: for all steps together. */
  constructor(patienceMs = longestMs) {
    this.#patienceMs = patienceMs;
  }

  /** Has something closed when the time comes. */
  add(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  /**
   * Closes everything, each step after the one before. A step that waits for somebody who does not answer, or fails, keeps
   * those after it from nothing. A second call finds nothing left to do.
   * @throws what the first step that failed has thrown, once all have come to their end.
   */
  async run(): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    const deadline = performance.now() + this.#patienceMs;
    const failures: unknown[] = [];
    for (const step of steps) {
      const work = withTimeout(lastingTimers, Math.max(spareMs, deadline - performance.now()), step());
      await work.catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
