// When is everything looked at? At the start, and again so many seconds after each time.
import type { Instant } from '../domain/time.js';
import type { Clock, Log } from './ports.js';
import type { Sweep, SweepFailure } from './sweep.js';

/** What sweeping regularly takes. */
export interface SweepTimerPorts {
  readonly sweep: Sweep;
  readonly clock: Clock;
  readonly log: Log;
  /** Seconds from the end of one sweep to the beginning of the next. */
  readonly seconds: number;
  /** Does work under an id that all its log lines carry. */
  readonly correlated: (work: () => Promise<void>) => Promise<void>;
}

/** Why sweeps are not complete, and since when. */
export interface FailingSweeps extends SweepFailure {
  readonly since: Instant;
}

/** Sweeps, one sweep after the other. */
export class SweepTimer {
  readonly #ports: SweepTimerPorts;
  readonly #listeners: (() => void)[] = [];
  #planned: (() => void) | undefined;
  #sweeping: Promise<void> = Promise.resolve();
  #sweptAt: Instant | undefined;
  #first: (() => Promise<void>) | undefined;
  #failing: FailingSweeps | undefined;
  #isRunning = true;

  constructor(ports: SweepTimerPorts) {
    this.#ports = ports;
  }

  /** Since when, and why, sweeps have not been complete; `undefined` while they are. */
  get failing(): FailingSweeps | undefined {
    return this.#failing;
  }

  /** When Microsoft last told everything; `undefined` before the first time. */
  get sweptAt(): Instant | undefined {
    return this.#sweptAt;
  }

  /** Calls back after every sweep. */
  onSwept(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Does something as part of the first sweep. */
  onFirst(work: () => Promise<void>): void {
    this.#first = work;
  }

  /** Sweeps now and from now on. */
  start(): void {
    this.#planned = undefined;
    this.#sweeping = this.#ports.correlated(() => this.#sweepOnce());
  }

  /** Resolves when no sweep is under way. */
  idle(): Promise<void> {
    return this.#sweeping;
  }

  /** Plans nothing more and waits for the sweep under way. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#planned?.();
    await this.#sweeping;
  }

  #take(failure: SweepFailure | undefined, now: Instant): void {
    if (failure === undefined) this.#sweptAt = now;
    this.#failing = failure && { ...failure, since: this.#failing?.since ?? now };
  }

  async #sweepOnce(): Promise<void> {
    const { sweep, clock, log, seconds } = this.#ports;
    try {
      this.#take(await sweep(), clock.now());
      const first = this.#first;
      this.#first = undefined;
      await first?.();
      for (const listener of this.#listeners) listener();
    } catch (error) {
      // Whatever one sweep breaks on, the next one comes.
      log.error('sweepBroke', { error });
    }
    if (this.#isRunning) this.#planned = clock.after(seconds * 1000, () => this.start());
  }
}
