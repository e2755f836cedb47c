// Paces that share a database whose clock a test controls.
import { setImmediate as oneTurn } from 'node:timers/promises';
import { PgPace } from '../../src/store/postgres/pg-pace.js';
import type { Statement } from '../../src/store/postgres/statement.js';
import { ManualClock } from './manual-clock.js';
import { databaseBench } from './postgres-bench.js';

/** A database in which time passes only when it's told to, for all who have it open. */
export async function paceBench() {
  const bench = await databaseBench();
  const clock = new ManualClock();
  await bench.on.sql(
    'create table gatehouse.test_clock (ms double precision)',
    `insert into gatehouse.test_clock values (${clock.milliseconds})`,
    `create or replace function gatehouse.clock_ms() returns double precision language sql volatile
      as 'select ms from gatehouse.test_clock'`,
  );
  const control = await bench.connect();
  /** Sets the database's clock alone. */
  const steps = (ms: number) =>
    control.query({ text: 'update gatehouse.test_clock set ms = ms + $1::double precision', values: [ms] });
  const opened: PgPace[] = [];
  const asked = new Set<Promise<unknown>>();
  let setTo = clock.milliseconds;
  return {
    ...bench,
    clock,
    steps,
    async open(): Promise<PgPace> {
      const pace = new PgPace({ database: await bench.connect(), clock, log: bench.log });
      opened.push(pace);
      return pace;
    },
    /** A pace whose every way to the database, and back, takes as long as `wayMs` says. Its time passes by `livesOn`. */
    async openFarAway(wayMs: () => number): Promise<PgPace> {
      const database = await bench.connect();
      const query = async <Row extends object>(statement: Statement) => {
        await clock.pause(wayMs());
        const answer = now().then(() => database.query<Row>(statement));
        asked.add(answer);
        const rows = await answer.finally(() => asked.delete(answer));
        await clock.pause(wayMs());
        return rows;
      };
      return new PgPace({ database: { query }, clock, log: bench.log });

      // The database's time is the clock's, whenever somebody asks.
      async function now(): Promise<void> {
        const ms = clock.milliseconds - setTo;
        setTo += ms;
        if (ms > 0) await steps(ms);
      }
    },
    /** Lets time pass from one thing that happens to the next, as if the database itself took no time. */
    async livesOn(ms: number): Promise<void> {
      const until = clock.milliseconds + ms;
      do {
        await oneTurn();
        while (asked.size > 0) {
          await Promise.allSettled(asked);
          await oneTurn();
        }
      } while (clock.next(until));
    },
    async passes(ms: number): Promise<void> {
      // What a pace has been told is in the database by the time that it has answered something else.
      await Promise.all(opened.map((pace) => pace.ask([], 'answer')));
      await clock.passes(ms / 1000);
      await steps(ms);
    },
  };
}
