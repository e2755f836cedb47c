// Paces that share a database whose clock a test controls.
import { PgPace } from '../../src/store/postgres/pg-pace.js';
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
  return {
    ...bench,
    clock,
    steps,
    async open(): Promise<PgPace> {
      const pace = new PgPace({ database: await bench.connect(), clock, log: bench.log });
      opened.push(pace);
      return pace;
    },
    async passes(ms: number): Promise<void> {
      // What a pace has been told is in the database by the time that it has answered something else.
      await Promise.all(opened.map((pace) => pace.ask([], 'answer')));
      await clock.passes(ms / 1000);
      await steps(ms);
    },
  };
}
