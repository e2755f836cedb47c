// When all tenants are reconciled: regularly, across starts, and when there is a reason to.

import { LockLost } from '../../domain/errors.js';
import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { type Clock, elapsedMsAt } from '../../runtime/clock.js';
import { coalesce } from '../../runtime/coalesce.js';
import { Emitter } from '../../runtime/emitter.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import { changeProgress } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import { type DutyDeps, doDuty } from '../duty.js';
import { type FailingReconciles, notReconciled, type ReconcileProgress } from '../ports/progress.js';
import type { Store } from '../ports/store.js';
import { templatesHashOf } from '../ports/templates.js';
import { afterReconcile } from './after-reconcile.js';
import type { ReconcileAll } from './reconcile-all.js';
import type { WebhookHeartbeat } from './webhook-heartbeat.js';

/** What scheduling needs. */
export interface ReconcileSchedulerDeps extends DutyDeps, Pick<Dependencies, 'templates'> {
  readonly reconcileAll: ReconcileAll;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /** The fewest seconds from one reconciliation's end to the next one's start; so often the pace is evaluated again. */
  readonly seconds: number;
  readonly heartbeat: WebhookHeartbeat;
}

// Reasons for an extra one come in clusters.
const leastGapSeconds = 60;
const key = 'reconcile';

/**
 * Runs reconciliations, one after the other, at the replica whose duty that is. How far they have come is kept with every one,
 * for all of them; while that can't be saved, this one remembers.
 */
export class ReconcileScheduler {
  readonly #deps: ReconcileSchedulerDeps;
  readonly #worker: BackgroundWorker;
  /** All tenants have been reconciled, completely or not. */
  readonly reconciled = new Emitter();
  /** The same, for the first time since the start; what its listeners begin is part of it. */
  readonly firstReconciled = new Emitter();
  #unsaved: Partial<ReconcileProgress> | undefined;
  /** What was heard last of how far they have come, and these of its moments by the clock's `elapsedMs`. */
  #heard = notReconciled;
  #reconciledAtMs: number | undefined;
  #endedAtMs: number | undefined;
  /** When the first one was asked for here, by the same clock. */
  #beganAtMs: number | undefined;
  /** Whether one is to begin without a pause, and none has ended since. */
  #isWantedNow = false;
  /** Whether events may have come to no one, or what another was about to look at again is lost with it, and none has ended since. */
  #mayHaveMissed = false;
  #isReconciling = false;
  #hasReconciled = false;
  /** Reasons that come while one is being kept share the next. */
  readonly #want = coalesce(() => this.#keep((known) => ({ ...known, wantedAt: this.#deps.clock.now() })));

  constructor(deps: ReconcileSchedulerDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'reconcileBroke', level: 'error', hasOwnOrigin: true });
    this.#hear();
    deps.store.committed.on(({ progressIds, areOurs }) => {
      if (!progressIds.includes('reconcile')) return;
      this.#hear();
      if (!areOurs && !this.#isReconciling) this.#plan();
    });
  }

  /** `undefined`: the last reconciliation was complete, or there was none. */
  get failing(): FailingReconciles | undefined {
    return this.#progress.failing;
  }

  /** The end of the last complete one; `undefined` before the first. */
  get reconciledAt(): Instant | undefined {
    return this.#progress.reconciledAt;
  }

  /** Seconds since the last complete one ended, by the clock that never steps; `undefined` before the first. */
  get secondsSinceReconciled(): number | undefined {
    return this.#reconciledAtMs === undefined
      ? undefined
      : (this.#deps.clock.elapsedMs() - this.#reconciledAtMs) / 1000;
  }

  /** Seconds since the last one ended, complete or not, or since the first one was asked for here; 0 before that. */
  get secondsSinceEnded(): number {
    const now = this.#deps.clock.elapsedMs();
    return this.#beganAtMs === undefined ? 0 : (now - Math.max(this.#beganAtMs, this.#endedAtMs ?? 0)) / 1000;
  }

  /**
   * Reconciles from now on, where that's ours. At once, but where the last one ended within `seconds`, complete and by these
   * templates, whichever process made it: then once they are over. Tells whether one begins here now.
   */
  start(): boolean {
    const { clock, templates } = this.#deps;
    const { failing, templatesHash } = this.#progress;
    this.#beganAtMs ??= clock.elapsedMs();
    this.#mayHaveMissed = true;
    this.#isWantedNow = failing !== undefined || templatesHash !== templatesHashOf(templates.current);
    const isNow = this.#isDue() && this.#isMine;
    if (isNow) this.#reconcileNow();
    else this.#plan();
    return isNow;
  }

  /** Goes on with reconciling where it has become ours, and leaves it to another that has it now. */
  takeUp(): void {
    this.#mayHaveMissed = true;
    if (!this.#isReconciling) this.#plan();
  }

  /**
   * Brings the next one forward to now, or to a minute after the last one, whichever process makes it. Resolves once that
   * outlives a crash, or can't be saved; never rejects.
   */
  async soon(): Promise<void> {
    await this.#want('reconcile');
    if (!this.#isReconciling) this.#plan();
  }

  /** Brings the next one forward to now, since what kept the last one from being complete is over. */
  again(): void {
    if (this.#isReconciling) {
      void this.soon();
      return;
    }
    this.#isWantedNow = true;
    if (this.#isMine) this.#reconcileNow();
  }

  get #isMine(): boolean {
    return this.#deps.duties.isMine(key);
  }

  get #progress(): ReconcileProgress {
    const known = this.#deps.store.progress('reconcile') ?? notReconciled;
    return this.#unsaved ? { ...known, ...this.#unsaved } : known;
  }

  async #keep(next: (known: ReconcileProgress) => ReconcileProgress): Promise<void> {
    const { store, log } = this.#deps;
    try {
      await changeProgress(store, 'reconcile', () => next(this.#progress));
      this.#unsaved = undefined;
    } catch (error) {
      log.warn('progressNotKept', { error });
      const { missing: _, untied: __, ...unsaved } = next(this.#progress);
      this.#unsaved = unsaved;
    }
    this.#hear();
  }

  #hear(): void {
    const { clock } = this.#deps;
    const { endedAt, reconciledAt } = this.#progress;
    const { endedAt: lastEndedAt, reconciledAt: lastReconciledAt } = this.#heard;
    if (endedAt !== undefined && endedAt !== lastEndedAt) {
      this.#endedAtMs = elapsedMsAt(clock, endedAt);
      this.#isWantedNow = false;
      this.#mayHaveMissed = false;
    }
    if (reconciledAt !== undefined && reconciledAt !== lastReconciledAt)
      this.#reconciledAtMs = elapsedMsAt(clock, reconciledAt);
    this.#heard = this.#progress;
  }

  #reconcileNow(): void {
    void this.#worker.runNow(key, () => this.#reconcileIfDue());
  }

  /** Another may have made it while this one waited for it to end. */
  async #reconcileIfDue(): Promise<void> {
    try {
      await doDuty(this.#deps, key, async (lock) => {
        if (this.#isDue()) await this.#reconcileOnce(lock);
      });
    } catch (error) {
      if (!(error instanceof LockLost)) throw error;
      // It's begun anew by the next to have the lock.
      await this.soon();
    } finally {
      this.#plan();
    }
  }

  async #reconcileOnce(lock: HeldLock): Promise<void> {
    const { reconcileAll, clock, templates } = this.#deps;
    const templatesHash = templatesHashOf(templates.current);
    const { wantedAt } = this.#progress;
    this.#isReconciling = true;
    this.#isWantedNow = false;
    try {
      const failure = await reconcileAll.run(lock);
      await this.#keep((known) => afterReconcile(known, { failure, wantedAt, templatesHash, now: clock.now() }));
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
    const isStarted = this.#beganAtMs !== undefined;
    if (!isStarted || !this.#isMine) {
      this.#worker.forget(key);
      return;
    }
    const gap = this.#isWantedSoon ? Math.min(leastGapSeconds, seconds) : this.#gapSeconds;
    // A timer may ring a little early: what is left then isn't a whole pause.
    const pause = Math.min(seconds, Math.max(0, gap - this.#secondsSinceLast()));
    this.#worker.reschedule(key, pause * 1000, () => this.#reconcileIfDue());
  }

  #isDue(): boolean {
    return this.#isWantedNow || this.#isWantedSoon || this.#secondsSinceLast() >= this.#gapSeconds;
  }

  get #isWantedSoon(): boolean {
    return this.#progress.wantedAt !== undefined;
  }

  get #gapSeconds(): number {
    const { seconds, heartbeat } = this.#deps;
    // No event tells that Microsoft can be read again.
    return this.failing || this.#mayHaveMissed ? seconds : heartbeat.paceSeconds;
  }

  #secondsSinceLast(): number {
    if (this.#endedAtMs === undefined) return Number.POSITIVE_INFINITY;
    return (this.#deps.clock.elapsedMs() - this.#endedAtMs) / 1000;
  }
}
