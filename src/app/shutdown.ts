// Everything that's open: waits until nothing is under way, and closes it in the reverse order.
import { lastingTimers } from '../runtime/clock.js';
import { withTimeout } from '../runtime/timeout.js';

// Everything together has to be over before the stopped process is killed, ten seconds later.
const longestMs = 6000;
const spareMs = 200;

/** A part that's open. */
export interface OpenPart {
  /** Resolves when nothing is under way in it. */
  idle?(): Promise<unknown>;
  /** Takes nothing new, finishes what is under way and lets go. */
  close?(): Promise<void>;
}

/** Parts in the order in which they were opened. */
export class Shutdown {
  readonly #patienceMs: number;
  #parts: OpenPart[] = [];

  /** `patienceMs`: for closing all parts together. */
  constructor(patienceMs = longestMs) {
    this.#patienceMs = patienceMs;
  }

  /** Keeps a part that has been opened. */
  add<Part extends OpenPart>(part: Part): Part {
    this.#parts.unshift(part);
    return part;
  }

  /** Resolves when every part has been idle, in the order of opening; twice, as one part's last work may begin another's. */
  async idle(): Promise<void> {
    const parts = this.#parts.toReversed();
    for (const part of [...parts, ...parts]) await part.idle?.();
  }

  /**
   * Closes everything, each part after the one opened later. A part that doesn't come to its end, or fails, keeps those after
   * it from nothing. A second call finds nothing left to do.
   * @throws what the first part that failed has thrown, once all have come to their end.
   */
  async run(): Promise<void> {
    const parts = this.#parts;
    this.#parts = [];
    const deadline = performance.now() + this.#patienceMs;
    const failures: unknown[] = [];
    for (const part of parts) {
      const closed = part.close?.() ?? Promise.resolve();
      const work = withTimeout(lastingTimers, Math.max(spareMs, deadline - performance.now()), closed);
      await work.catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
