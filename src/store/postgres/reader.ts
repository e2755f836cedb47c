// When what others have written is read: soon after it's notified, but not at every commit, and whenever we must be current.
import type { Instant } from '../../domain/time.js';
import type { Currency } from '../../operations/ports/store.js';
import { spread } from '../../runtime/back-off.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { coalesce } from '../../runtime/coalesce.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';

// Reading at every commit of others would cost as much as committing. What has to be known at once is read at once.
const gatherMs = 50;
const currentMs = 1000;
const pruneMs = 3_600_000;
const again = { first: 100, longest: 5000 };

/** What is read, and how far that is. */
export interface ReadRows {
  /** Reads what was written by now. */
  readonly read: () => Promise<void>;
  /** Whether this commit can be read. */
  readonly hasRead: (seq: number) => boolean;
  /** Resolves once nothing is being written here: the answer brings what was notified, be it our own. */
  readonly written: () => Promise<void>;
}

/** What a reader needs. */
export interface ReaderDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
}

/** Reads what others have written. */
export class Reader {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #reading: ReadRows;
  readonly #reads: BackgroundWorker;
  readonly #prunes: BackgroundWorker;
  readonly #readOnce: (key: string) => Promise<void>;
  /** The last commit that was notified and isn't known to be read; 0: none. */
  #heard = 0;
  /** Counts what was notified. */
  #notices = 0;
  #readMs = Number.NEGATIVE_INFINITY;
  #asOf: Instant;
  /** The same moment by the clock's `elapsedMs`. */
  #asOfMs: number;

  constructor(database: Database, { clock, log, workers }: ReaderDeps, reading: ReadRows) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
    this.#reading = reading;
    this.#reads = workers.open({ failed: 'changesNotRead', level: 'error', backOff: again });
    this.#prunes = workers.open({ failed: 'databaseNotPruned' });
    this.#asOf = clock.now();
    this.#asOfMs = clock.elapsedMs();
    this.#readOnce = coalesce(async () => {
      const asOf = clock.now();
      const asOfMs = clock.elapsedMs();
      this.#readMs = asOfMs;
      const notices = this.#notices;
      await reading.read();
      // All that was notified before has been read, unless there's no such commit: it was lost in a failover, or never made.
      if (notices === this.#notices) this.#heard = 0;
      this.#isCurrentAt(asOf, asOfMs);
    });
  }

  /**
   * Reads from now on.
   * @throws DatabaseAway
   */
  async begin(): Promise<void> {
    const { session } = this.#database;
    session.begun.on(() => this.#plan(Number.POSITIVE_INFINITY));
    session.heartbeat.on((at) => {
      if (this.#reading.hasRead(this.#heard)) this.#isCurrentAt(at, this.#clock.elapsedMs());
    });
    await session.listen('gatehouse', (seq) => this.#plan(Number(seq)));
    await this.readNow();
    this.#planPrune();
  }

  /** Seconds since everything that was committed anywhere could be read, by the clock that never steps. */
  get behindSeconds(): number {
    return (this.#clock.elapsedMs() - this.#asOfMs) / 1000;
  }

  /**
   * Reads everything that was committed before the call.
   * @throws DatabaseAway
   */
  readNow(): Promise<void> {
    return this.#readOnce('');
  }

  /** As `Store.current`. */
  async current(): Promise<Currency> {
    const reading = this.readNow().then(
      () => true,
      (error) => {
        if (!(error instanceof DatabaseAway)) this.#log.error('changesNotRead', { error });
        return false;
      },
    );
    return (await withTimeout(this.#clock, currentMs, reading)) ? {} : { asOf: this.#asOf };
  }

  /** Resolves once nothing is being read by itself any more. */
  async end(): Promise<void> {
    await Promise.all([this.#reads.stop(), this.#prunes.stop()]);
  }

  #isCurrentAt(at: Instant, atMs: number): void {
    this.#asOf = at;
    this.#asOfMs = atMs;
  }

  /** `seq`: what was committed; infinite: anything may have been. */
  #plan(seq: number): void {
    if (this.#reading.hasRead(seq)) return;
    if (Number.isFinite(seq)) {
      this.#heard = Math.max(this.#heard, seq);
      this.#notices += 1;
    }
    const inMs = Math.max(0, this.#readMs + gatherMs - this.#clock.elapsedMs());
    this.#reads.schedule('changes', inMs, async () => {
      await this.#reading.written();
      if (Number.isFinite(seq) && this.#reading.hasRead(this.#heard)) return;
      // While it's away there's nothing to be read; the next session begins with it.
      await this.readNow().catch((error) => {
        if (!(error instanceof DatabaseAway)) throw error;
      });
    });
  }

  #planPrune(): void {
    this.#prunes.schedule('prune', spread(pruneMs), async () => {
      this.#planPrune();
      await this.#database.query({ text: 'select gatehouse.prune()' });
    });
  }
}
