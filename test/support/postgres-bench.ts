// A database with this process connected to it, and what is logged about that.

import { systemClock } from '../../src/runtime/clock.js';
import type { Log } from '../../src/runtime/log.js';
import type { LogEvent } from '../../src/runtime/log-events.js';
import { Database, type DatabaseDeps } from '../../src/store/postgres/database.js';
import { DatabaseAway } from '../../src/store/postgres/failures.js';
import { type TestDatabase, testDatabase } from './postgres.js';

const patienceMs = 20_000;

/** A log that remembers which events it was told. */
export function rememberingLog(): Log & { readonly events: LogEvent[]; readonly lines: unknown[] } {
  const events: LogEvent[] = [];
  const lines: unknown[] = [];
  const write = (event: LogEvent, fields: unknown) => {
    events.push(event);
    lines.push({ event, ...(fields as object) });
  };
  return { events, lines, info: write, warn: write, error: write };
}

/** A new database with connections to it, which `end` ends. */
export async function databaseBench(options: { readonly isBare?: boolean } = {}) {
  const on: TestDatabase = await testDatabase(options);
  const log = rememberingLog();
  const opened: Database[] = [];
  return {
    on,
    log,
    /** Connects as one more replica does, again where a busy server doesn't answer in time. */
    async connect(deps: Partial<DatabaseDeps> = {}): Promise<Database> {
      const latest = performance.now() + patienceMs;
      for (;;) {
        try {
          const database = await Database.open({ url: on.url, clock: systemClock, log, ...deps });
          opened.push(database);
          return database;
        } catch (error) {
          if (!(error instanceof DatabaseAway) || performance.now() > latest) throw error;
        }
      }
    },
    async end(): Promise<void> {
      await Promise.all(opened.map((database) => database.close()));
      await on.drop();
    },
  };
}

/** Waits until something holds; 20 seconds at most, as tests run beside each other. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const latest = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error('it did not come to hold');
    await systemClock.pause(5);
  }
}
