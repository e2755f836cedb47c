// How far the clocks of this machine and of the database are apart.
import { hostname } from 'node:os';
import { isClockOff } from '../../domain/health/checkup-database.js';
import type { Instant } from '../../domain/time.js';
import type { SharedTime } from '../../operations/ports/saving.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';

const compareEveryMs = 60_000;

/** What comparing needs. */
export interface DatabaseClockDeps {
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
}

/** Compares this machine's clock with the database's at the start and every minute. While the database is away, the last answer holds. */
export class DatabaseClock implements SharedTime {
  readonly host = hostname();
  readonly changed = new Emitter();
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #worker: BackgroundWorker;
  #skewSeconds: number | undefined;

  constructor(database: Database, { clock, workers }: DatabaseClockDeps) {
    this.#database = database;
    this.#clock = clock;
    this.#worker = workers.open({ failed: 'clockNotCompared' });
    this.#schedule(0);
  }

  get skewSeconds(): number | undefined {
    return this.#skewSeconds;
  }

  #schedule(inMs: number): void {
    this.#worker.schedule('compare', inMs, async () => {
      try {
        const skewSeconds = await readSkewSeconds(this.#database, this.#clock);
        const wasOff = isClockOff(this.#skewSeconds ?? 0);
        this.#skewSeconds = skewSeconds;
        if (isClockOff(skewSeconds) !== wasOff) this.changed.emit();
      } catch (error) {
        if (!(error instanceof DatabaseAway)) throw error;
      } finally {
        this.#schedule(compareEveryMs);
      }
    });
  }
}

/**
 * How many seconds our clock is ahead of the database's; negative: behind. Right to half the time of one answer.
 * @throws DatabaseAway
 */
export async function readSkewSeconds(database: Database, clock: Clock): Promise<number> {
  const [before, beforeMs] = [clock.now(), clock.elapsedMs()];
  const [row] = await database.query<{ readonly at: Instant }>({
    name: 'clock',
    text: `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  });
  if (!row) throw new Error('the database answers with no row');
  // It was told somewhere between asking and answering.
  const askedFor = clock.elapsedMs() - beforeMs;
  return (Date.parse(before) + askedFor / 2 - Date.parse(row.at)) / 1000;
}
