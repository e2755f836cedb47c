// The clock of the machine is compared with the database's, and what is told of it.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { type Clock, systemClock } from '../../../src/runtime/clock.js';
import { DatabaseClock } from '../../../src/store/postgres/database-clock.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

describe('the clocks of this machine and of the database', () => {
  it('are compared at the start and each minute, and it is told when they part or agree again', async () => {
    const bench = await databaseBench();
    const time = { aheadSeconds: 0 };
    const due: (() => void)[] = [];
    const clock: Clock = {
      ...systemClock,
      now: () => new Date(Date.parse(systemClock.now()) + time.aheadSeconds * 1000).toISOString(),
      after: (ms, run) => {
        assert.ok(ms === 0 || ms === 60_000, `${ms} ms`);
        due.push(run);
        return () => undefined;
      },
    };
    const workers = new BackgroundWorkers(clock, bench.log);
    try {
      const compared = new DatabaseClock(await bench.connect(), { clock, workers });
      const told: boolean[] = [];
      compared.changed.on(() => told.push(Math.abs(compared.skewSeconds ?? 0) > 1));
      assert.equal(compared.skewSeconds, undefined);
      for (const [seconds, tellings] of [
        [0, []],
        [-30, [true]],
        [-40, [true]],
        [0, [true, false]],
      ] as const) {
        time.aheadSeconds = seconds;
        due.shift()?.();
        await until(async () => due.length === 1);
        assert.ok(Math.abs((compared.skewSeconds ?? 99) - seconds) < 1, `${compared.skewSeconds} s`);
        assert.deepEqual(told, tellings);
      }
    } finally {
      await workers.stop();
      await bench.end();
    }
  });
});
