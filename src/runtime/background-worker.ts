// Work in the background: planned by key, one run of a key at a time, tried again after a failure, ended in order.

import pLimit from 'p-limit';
import { type BackOff, backOff } from '../domain/back-off.js';
import { retryAfterMs } from './back-off.js';
import type { Clock } from './clock.js';
import { correlated } from './correlation.js';
import type { Log } from './log.js';
import type { RunFailedEvent } from './log-events.js';
import { inBackground } from './waited-for.js';

/** One run. `isRetry`: the one before failed, and the worker itself runs it again. */
export type Work = (isRetry: boolean) => Promise<void>;

/** What the work is about; runs of one key never overlap. An object or a symbol is a key by its identity. */
export type Key = string | symbol | object;

/** How a worker runs its work. */
export interface WorkerOptions {
  /** The log event of a run that failed. */
  readonly failed: RunFailedEvent;
  /** Absent: `warn`. */
  readonly level?: 'warn' | 'error';
  /** What the log calls a key, such as `tenantId`. Absent: keys are not logged. */
  readonly keyName?: string;
  /** Runs at once, at most, of all keys. Absent: no limit. */
  readonly atOnce?: number;
  /** In milliseconds; what an error asks for counts more. Absent: a failed run isn't repeated. */
  readonly backOff?: BackOff;
  /** Whether each run has a correlation id of its own. Absent: it keeps that of its caller, through waiting and retries. */
  readonly hasOwnOrigin?: boolean;
}

interface Planned {
  readonly atMs: number;
  readonly cancel: () => void;
}

/** Runs work now or later. Failures are logged and never end it. Work must not wait for another run of its own key. */
export class BackgroundWorker {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #options: WorkerOptions;
  readonly #limited: (run: () => Promise<void>) => Promise<void>;
  readonly #planned = new Map<Key, Planned>();
  /** The last run of each key, under way or waiting for those before it. */
  readonly #running = new Map<Key, Promise<void>>();
  readonly #failures = new Map<Key, number>();
  #isStopped = false;

  constructor(clock: Clock, log: Log, options: WorkerOptions) {
    this.#clock = clock;
    this.#log = log;
    this.#options = options;
    this.#limited = options.atOnce === undefined ? (run) => run() : pLimit(options.atOnce);
  }

  /** Plans a run; of several plans for a key the earliest stays. */
  schedule(key: Key, inMs: number, work: Work): void {
    const planned = this.#planned.get(key);
    if (!planned || planned.atMs > this.#clock.elapsedMs() + inMs) this.#plan(key, inMs, work, false);
  }

  /** Plans a run in place of what is planned for a key. `inMs` absent: none. */
  reschedule(key: Key, inMs: number | undefined, work: Work): void {
    if (inMs === undefined) this.#unplan(key);
    else this.#plan(key, inMs, work, false);
  }

  /**
   * Runs in place of what is planned: at once, or after the runs of this key that are under way or waiting. Resolves when
   * the run has ended, failed or been dropped by `stop`; never rejects.
   */
  runNow(key: Key, work: Work): Promise<void> {
    return this.#run(key, work, false);
  }

  /** Drops what is planned for a key, and how often it failed. */
  forget(key: Key): void {
    this.#unplan(key);
    this.#failures.delete(key);
  }

  /** Whether a run of this key is planned. */
  isPlanned(key: Key): boolean {
    return this.#planned.has(key);
  }

  /** Whether a run of this key is under way or waiting for others. */
  isRunning(key: Key): boolean {
    return this.#running.has(key);
  }

  /** Whether it takes no work any more. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** How many keys have a run under way or waiting, and for how many one is planned. */
  get counts(): { readonly underWay: number; readonly planned: number } {
    return { underWay: this.#running.size, planned: this.#planned.size };
  }

  /** Resolves when nothing is under way or waiting; what is planned for later doesn't count. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** Takes no more work, drops what is planned or waiting, and resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const key of [...this.#planned.keys()]) this.#unplan(key);
    await this.idle();
  }

  #plan(key: Key, inMs: number, work: Work, isRetry: boolean): void {
    this.#unplan(key);
    if (this.#isStopped) return;
    const cancel = this.#clock.after(inMs, () => void this.#run(key, work, isRetry));
    this.#planned.set(key, { atMs: this.#clock.elapsedMs() + inMs, cancel });
  }

  #unplan(key: Key): void {
    this.#planned.get(key)?.cancel();
    this.#planned.delete(key);
  }

  #run(key: Key, work: Work, isRetry: boolean): Promise<void> {
    this.#unplan(key);
    if (this.#isStopped) return Promise.resolve();
    const begin = () => this.#limited(() => this.#runOnce(key, work, isRetry));
    const before = this.#running.get(key);
    let end = () => {};
    const run = new Promise<void>((resolve) => {
      end = resolve;
    });
    // Known before it begins, so that what it does at once already finds it under way.
    this.#running.set(key, run);
    void (before ? before.then(begin) : begin()).then(() => {
      if (this.#running.get(key) === run) this.#running.delete(key);
      end();
    });
    return run;
  }

  async #runOnce(key: Key, work: Work, isRetry: boolean): Promise<void> {
    if (this.#isStopped) return;
    // What was planned while this run waited is what it does.
    this.#unplan(key);
    try {
      await inBackground(() => (this.#options.hasOwnOrigin ? correlated(() => work(isRetry)) : work(isRetry)));
      this.#failures.delete(key);
    } catch (error) {
      this.#takeFailure(key, work, error);
    }
  }

  #takeFailure(key: Key, work: Work, error: unknown): void {
    const { failed, level = 'warn', keyName, backOff: waits } = this.#options;
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#log[level](failed, { ...(keyName && { [keyName]: key }), ...(waits && { failures }), error });
    if (!waits) return;
    this.#failures.set(key, failures);
    this.#plan(key, Math.max(retryAfterMs(error), backOff(waits, failures)), work, true);
  }
}

/** All background workers of a program. */
export class BackgroundWorkers {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #workers: BackgroundWorker[] = [];

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** A worker that ends with the others. */
  open(options: WorkerOptions): BackgroundWorker {
    const worker = new BackgroundWorker(this.#clock, this.#log, options);
    this.#workers.push(worker);
    return worker;
  }

  /** Resolves when none of them has anything under way. */
  async idle(): Promise<void> {
    while (this.#workers.some(({ counts }) => counts.underWay > 0))
      await Promise.all(this.#workers.map((worker) => worker.idle()));
  }

  /** Stops all of them at once, and resolves when what is under way has ended. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
  }
}
