// When everything is looked at: at the start, again so many seconds after each time, and when there is reason to.

import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { ReconcileAll, ReconcileFailure } from './reconcile-all.js';

/** What sweeping regularly takes. */
export interface ReconcileSchedulerPorts {
  readonly reconcileAll: ReconcileAll;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
  /** The fewest seconds from the end of one sweep to the beginning of the next; after as many the pace is looked at again. */
  readonly seconds: number;
  /** How many seconds it is to be as things are now. */
  readonly paceSeconds: () => number;
}

// What makes an extra sweep worth while comes in clusters.
const leastGapSeconds = 60;
const key = 'all';

/** Why sweeps are not complete, and since when. */
export interface FailingReconciles extends ReconcileFailure {
  readonly since: Instant;
}

/** Sweeps, one sweep after the other. */
export class ReconcileScheduler {
  readonly #ports: ReconcileSchedulerPorts;
  readonly #worker: BackgroundWorker;
  readonly #listeners: (() => void)[] = [];
  #reconciledAt: Instant | undefined;
  /** The same moment by the clock's `elapsedMs`. */
  #reconciledAtMs: number | undefined;
  readonly #first: (() => Promise<void>)[] = [];
  #failing: FailingReconciles | undefined;
  /** By the clock's `elapsedMs`. */
  #endedAtMs: number | undefined;
  /** When the first one began, by the same clock. */
  #beganAtMs: number | undefined;
  #isWantedSoon = false;
  #isReconciling = false;

  constructor(ports: ReconcileSchedulerPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'reconcileBroke', level: 'error', hasOwnOrigin: true });
  }

  /** Since when, and why, sweeps have not been complete; `undefined` while they are. */
  get failing(): FailingReconciles | undefined {
    return this.#failing;
  }

  /** When Microsoft last told everything; `undefined` before the first time. */
  get reconciledAt(): Instant | undefined {
    return this.#reconciledAt;
  }

  /** Seconds since Microsoft last told everything, whatever the wall clock did meanwhile; `undefined` before the first time. */
  get secondsSinceReconciled(): number | undefined {
    return this.#reconciledAtMs === undefined
      ? undefined
      : (this.#ports.clock.elapsedMs() - this.#reconciledAtMs) / 1000;
  }

  /** Seconds since a sweep last ended, whatever it came to, or since the first one began; 0 before that. */
  get secondsSinceEnded(): number {
    const { clock } = this.#ports;
    return (clock.elapsedMs() - (this.#endedAtMs ?? this.#beganAtMs ?? clock.elapsedMs())) / 1000;
  }

  /** Calls back after every sweep. */
  onReconciled(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Does something as part of the first sweep. */
  onFirst(work: () => Promise<void>): void {
    this.#first.push(work);
  }

  /** Sweeps now and from now on. */
  start(): void {
    this.#beganAtMs ??= this.#ports.clock.elapsedMs();
    void this.#worker.runNow(key, () => this.#reconcileOnce());
  }

  /** Something has happened that only a sweep can make out: the next one comes at once, unless one has just been. */
  soon(): void {
    this.#isWantedSoon = true;
    if (!this.#isReconciling) this.#plan();
  }

  /** What kept sweeps from being complete is over: the next one comes at once. */
  again(): void {
    this.#isWantedSoon = true;
    if (!this.#isReconciling) this.start();
  }

  #take(failure: ReconcileFailure | undefined, now: Instant): void {
    if (failure === undefined) {
      this.#reconciledAt = now;
      this.#reconciledAtMs = this.#ports.clock.elapsedMs();
    }
    this.#failing = failure && { ...failure, since: this.#failing?.since ?? now };
  }

  async #reconcileOnce(): Promise<void> {
    const { reconcileAll, clock } = this.#ports;
    this.#isWantedSoon = false;
    this.#isReconciling = true;
    try {
      this.#take(await reconcileAll(), clock.now());
      for (const work of this.#first.splice(0)) await work();
      for (const listener of this.#listeners) listener();
    } finally {
      // Whatever one sweep breaks on, the next one comes.
      this.#endedAtMs = clock.elapsedMs();
      this.#isReconciling = false;
      this.#plan();
    }
  }

  #plan(): void {
    const { seconds } = this.#ports;
    const pause = this.#isWantedSoon
      ? Math.max(0, Math.min(leastGapSeconds, seconds) - this.#secondsSinceLast())
      : seconds;
    this.#worker.reschedule(key, pause * 1000, async () => (this.#isDue() ? this.#reconcileOnce() : this.#plan()));
  }

  #isDue(): boolean {
    const { seconds, paceSeconds } = this.#ports;
    // No event tells that Microsoft can be read again.
    return this.#isWantedSoon || this.#secondsSinceLast() >= (this.#failing ? seconds : paceSeconds());
  }

  #secondsSinceLast(): number {
    if (this.#endedAtMs === undefined) return Number.POSITIVE_INFINITY;
    return (this.#ports.clock.elapsedMs() - this.#endedAtMs) / 1000;
  }
}
