// A clock that a test controls.

import { AsyncResource } from 'node:async_hooks';
import type { Clock } from '../../src/runtime/clock.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Stands still until it's told otherwise. */
export class ManualClock implements Clock {
  /** Elapsed time; a step of the wall clock leaves it alone. */
  #elapsed: number;
  /** By how much the wall clock has been set. */
  #stepped = 0;
  readonly #timers = new Set<Timer>();
  /** Number of works that wait for time to pass. */
  #pausing = 0;
  #listeners: (() => void)[] = [];

  constructor(start = '2026-11-22T10:00:00.000Z') {
    this.#elapsed = Date.parse(start);
  }

  now(): string {
    return new Date(this.milliseconds).toISOString();
  }

  elapsedMs(): number {
    return this.#elapsed;
  }

  /** Sets the wall clock by this many seconds, backwards if negative, as an administrator or NTP does. No time passes. */
  steps(seconds: number): void {
    this.#stepped += seconds * 1000;
  }

  after(milliseconds: number, callback: () => void): () => void {
    // Like Node's own timers it counts whole milliseconds, and calls back in the caller's context. `AsyncResource.bind` takes fifty
    // times as long.
    const caller = new AsyncResource('Timer');
    const timer = { at: this.#elapsed + Math.ceil(milliseconds), callback: () => caller.runInAsyncScope(callback) };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  limit(milliseconds: number, callback: () => void): () => void {
    return this.after(milliseconds, callback);
  }

  /** Skips so many seconds at once: what was planned in them is due now, and nothing has happened in them. */
  skips(seconds: number): void {
    this.#elapsed += seconds * 1000;
  }

  async pause(milliseconds: number): Promise<void> {
    this.#pausing += 1;
    for (const listener of this.#listeners.splice(0)) listener();
    await new Promise<void>((resolve) => {
      this.after(milliseconds, resolve);
    });
    this.#pausing -= 1;
  }

  /** Resolves as soon as some work waits for time to pass, so that waiting for that work would never end. */
  async somebodyPauses(): Promise<void> {
    if (this.#pausing > 0) return;
    await new Promise<void>((resolve) => {
      this.#listeners.push(resolve);
    });
  }

  /** Goes to the next timer due by then (in `milliseconds`) and fires it; `false`: there's none, and it is that late now. */
  next(untilMilliseconds: number): boolean {
    const until = untilMilliseconds - this.#stepped;
    const due = this.#next;
    if (!due || due.at > until) {
      if (Number.isFinite(until)) this.#elapsed = Math.max(this.#elapsed, until);
      return false;
    }
    this.#timers.delete(due);
    this.#elapsed = Math.max(this.#elapsed, due.at);
    due.callback();
    return true;
  }

  // The first of those that are due at the same time.
  get #next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.at < next.at) next = timer;
    return next;
  }

  /** Lets time pass, and waiting work go on as far as it can without another answer. */
  async passes(seconds: number): Promise<void> {
    const until = this.milliseconds + seconds * 1000;
    const goesOn = () => new Promise<void>((resolve) => setImmediate(resolve));
    await goesOn();
    while (this.next(until)) await goesOn();
  }

  /** Number of timers. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Milliseconds since 1970, by the wall clock. */
  get milliseconds(): number {
    return this.#elapsed + this.#stepped;
  }
}
