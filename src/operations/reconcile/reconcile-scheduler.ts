// When all tenants are reconciled: at the start, regularly after that, and when there is a reason to.

import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { FailingReconciles, ReconcileFailure } from '../ports/progress.js';
import type { ReconcileAll } from './reconcile-all.js';
import type { WebhookHeartbeat } from './webhook-heartbeat.js';

/** What scheduling needs. */
export interface ReconcileSchedulerDeps {
  readonly reconcileAll: ReconcileAll;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
  /** The fewest seconds from one reconciliation's end to the next one's start; so often the pace is evaluated again. */
  readonly seconds: number;
  readonly heartbeat: WebhookHeartbeat;
}

// Reasons for an extra one come in clusters.
const leastGapSeconds = 60;
const key = 'all';

/** Runs reconciliations, one after the other. */
export class ReconcileScheduler {
  readonly #deps: ReconcileSchedulerDeps;
  readonly #worker: BackgroundWorker;
  /** All tenants have been reconciled, completely or not. */
  readonly reconciled = new Emitter();
  /** The same, for the first time since the start; what its listeners begin is part of it. */
  readonly firstReconciled = new Emitter();
  #reconciledAt: Instant | undefined;
  /** The same moment by the clock's `elapsedMs`. */
  #reconciledAtMs: number | undefined;
  #failing: FailingReconciles | undefined;
  /** By the clock's `elapsedMs`. */
  #endedAtMs: number | undefined;
  /** When the first one began, by the same clock. */
  #beganAtMs: number | undefined;
  #isWantedSoon = false;
  #isReconciling = false;
  #hasReconciled = false;

  constructor(deps: ReconcileSchedulerDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'reconcileBroke', level: 'error', hasOwnOrigin: true });
  }

  /** `undefined`: the last reconciliation was complete, or there was none. */
  get failing(): FailingReconciles | undefined {
    return this.#failing;
  }

  /** The end of the last complete one; `undefined` before the first. */
  get reconciledAt(): Instant | undefined {
    return this.#reconciledAt;
  }

  /** Seconds since the last complete one ended, by the clock that never steps; `undefined` before the first. */
  get secondsSinceReconciled(): number | undefined {
    return this.#reconciledAtMs === undefined
      ? undefined
      : (this.#deps.clock.elapsedMs() - this.#reconciledAtMs) / 1000;
  }

  /** Seconds since the last one ended, complete or not, or since the first one began; 0 before that. */
  get secondsSinceEnded(): number {
    const { clock } = this.#deps;
    return (clock.elapsedMs() - (this.#endedAtMs ?? this.#beganAtMs ?? clock.elapsedMs())) / 1000;
  }

  /** Reconciles now and from now on. */
  start(): void {
    this.#beganAtMs ??= this.#deps.clock.elapsedMs();
    void this.#worker.runNow(key, () => this.#reconcileOnce());
  }

  /** Brings the next one forward to now, or to a minute after the last one. */
  soon(): void {
    this.#isWantedSoon = true;
    if (!this.#isReconciling) this.#plan();
  }

  /** Brings the next one forward to now, since what kept the last one from being complete is over. */
  again(): void {
    this.#isWantedSoon = true;
    if (!this.#isReconciling) this.start();
  }

  #take(failure: ReconcileFailure | undefined, now: Instant): void {
    if (failure === undefined) {
      this.#reconciledAt = now;
      this.#reconciledAtMs = this.#deps.clock.elapsedMs();
    }
    this.#failing = failure && { ...failure, since: this.#failing?.since ?? now };
  }

  async #reconcileOnce(): Promise<void> {
    const { reconcileAll, clock } = this.#deps;
    this.#isWantedSoon = false;
    this.#isReconciling = true;
    try {
      this.#take(await reconcileAll.run(), clock.now());
      const isFirst = !this.#hasReconciled;
      this.#hasReconciled = true;
      if (isFirst) await Promise.all(this.firstReconciled.emit());
      this.reconciled.emit();
    } finally {
      // Whatever one breaks on, the next one comes.
      this.#endedAtMs = clock.elapsedMs();
      this.#isReconciling = false;
      this.#plan();
    }
  }

  #plan(): void {
    const { seconds } = this.#deps;
    const gap = this.#isWantedSoon ? Math.min(leastGapSeconds, seconds) : this.#gapSeconds;
    // A timer may ring a little early: what is left then isn't a whole pause.
    const pause = Math.min(seconds, Math.max(0, gap - this.#secondsSinceLast()));
    this.#worker.reschedule(key, pause * 1000, async () => (this.#isDue() ? this.#reconcileOnce() : this.#plan()));
  }

  #isDue(): boolean {
    return this.#isWantedSoon || this.#secondsSinceLast() >= this.#gapSeconds;
  }

  get #gapSeconds(): number {
    const { seconds, heartbeat } = this.#deps;
    // No event tells that Microsoft can be read again.
    return this.#failing ? seconds : heartbeat.paceSeconds;
  }

  #secondsSinceLast(): number {
    if (this.#endedAtMs === undefined) return Number.POSITIVE_INFINITY;
    return (this.#deps.clock.elapsedMs() - this.#endedAtMs) / 1000;
  }
}
