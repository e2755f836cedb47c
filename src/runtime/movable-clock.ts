// A clock that can be put forward, for a Microsoft whose time is played.

import { AsyncResource } from 'node:async_hooks';
import { addSeconds, type Instant } from '../domain/time.js';
import type { Clock } from './clock.js';

interface Planned {
  readonly dueAtMs: number;
  readonly callback: () => void;
  cancel: () => void;
}

/**
 * Follows another clock, and is ahead of it by what has been skipped. Skipped time is time that nothing took: what was planned
 * in it is due at once, in its order, and the answers that are under way are as late as they were before.
 */
export class MovableClock implements Clock {
  readonly #clock: Clock;
  readonly #planned = new Set<Planned>();
  #aheadMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): Instant {
    return addSeconds(this.#clock.now(), this.#aheadMs / 1000);
  }

  elapsedMs(): number {
    return this.#clock.elapsedMs() + this.#aheadMs;
  }

  after(milliseconds: number, callback: () => void): () => void {
    // The one who puts the clock forward isn't the one who planned this. `AsyncResource.bind` takes fifty times as long.
    const planner = new AsyncResource('Planned');
    const planned: Planned = {
      dueAtMs: this.elapsedMs() + milliseconds,
      callback: () => planner.runInAsyncScope(callback),
      cancel: () => undefined,
    };
    this.#planned.add(planned);
    this.#start(planned);
    return () => {
      planned.cancel();
      this.#planned.delete(planned);
    };
  }

  limit(milliseconds: number, callback: () => void): () => void {
    return this.#clock.limit(milliseconds, callback);
  }

  async pause(milliseconds: number): Promise<void> {
    let cancel = () => {};
    const skipped = new Promise<void>((resolve) => {
      cancel = this.after(milliseconds, resolve);
    });
    await Promise.race([this.#clock.pause(milliseconds), skipped]);
    cancel();
  }

  /** Puts it forward by so many milliseconds. */
  skip(milliseconds: number): void {
    this.#aheadMs += milliseconds;
    for (const planned of [...this.#planned].sort((a, b) => a.dueAtMs - b.dueAtMs)) {
      planned.cancel();
      this.#start(planned);
    }
  }

  #start(planned: Planned): void {
    planned.cancel = this.#clock.after(Math.max(0, planned.dueAtMs - this.elapsedMs()), () => {
      this.#planned.delete(planned);
      planned.callback();
    });
  }
}
