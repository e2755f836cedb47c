// Locks that replicas share on a real PostgreSQL: who holds one is alone, current, and knows when it's lost.
import assert from 'node:assert/strict';
import { LockLost } from '../../../src/domain/errors.js';
import { HeldRow } from '../../../src/operations/commit.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { busy, mustHold } from '../../../src/runtime/keyed-lock.js';
import { DatabaseAway } from '../../../src/store/postgres/failures.js';
import { PgStore } from '../../../src/store/postgres/pg-store.js';
import { joinReplicas } from '../../../src/store/postgres/replica.js';
import { contoso, tenantBy } from '../../support/builders.js';
import { latch } from '../../support/latch.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

describe('locks of replicas on one database', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let workers: BackgroundWorkers;
  const stores: PgStore[] = [];
  beforeEach(async () => {
    bench = await databaseBench();
    workers = new BackgroundWorkers(systemClock, bench.log);
  });
  afterEach(async () => {
    await workers.stop();
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await bench.end();
  });

  const replica = async (clock = systemClock) => {
    const { log } = bench;
    const database = await bench.connect();
    const store = await PgStore.open(database, { clock: systemClock, log, workers, onLost: () => undefined });
    stores.push(store);
    const { locks, dutyLocks } = await joinReplicas(database, store, { clock, log, workers });
    return { database, store, locks, dutyLocks };
  };
  const locksTaken = async () => {
    const [row] = await bench.on.sql(`select count(*)::int as count from pg_locks
      where locktype = 'advisory' and objsubid = 1 and granted`);
    return (row as { count: number }).count;
  };

  it('run work for a key one at a time, and for different keys side by side', async () => {
    const [a, b] = [await replica(), await replica()];
    const order: string[] = [];
    const first = latch();
    const work = (name: string, ended?: Promise<void>) => async () => {
      order.push(`${name} begins`);
      await ended;
      order.push(`${name} ends`);
    };
    const running = a.locks.run('one', work('a', first.ended));
    await until(() => order.length === 1);
    const waiting = b.locks.run('one', work('b'));
    await b.locks.run('another', work('other'));
    first.end();
    await Promise.all([running, waiting]);
    assert.deepEqual(order, ['a begins', 'other begins', 'other ends', 'a ends', 'b begins', 'b ends']);
  });

  it('begin work with all that was committed under the lock before, so that no change is lost', async () => {
    const all = [await replica(), await replica(), await replica()];
    await all[0]?.store.commit({ tenants: [{ ...tenantBy.approved(), version: 0 }] });
    const add = async ({ store, locks }: (typeof all)[number]) =>
      locks.run(contoso, async () => {
        const tenant = store.tenant(contoso);
        assert.ok(tenant);
        const row = new HeldRow(store, 'tenants', contoso);
        await row.commit({ tenants: [{ ...tenant, version: tenant.version + 1 }] });
      });
    await Promise.all(all.flatMap((each) => Array.from({ length: 40 }, () => add(each))));
    await all[0]?.store.current();
    assert.equal(all[0]?.store.tenant(contoso)?.version, 120);
  });

  it('are given up for what waits no longer than it may, and leave nothing locked', async () => {
    const [a, b] = [await replica(), await replica()];
    const holding = latch();
    const running = a.locks.run('one', () => holding.ended);
    await until(async () => (await locksTaken()) === 1);
    assert.equal(await b.locks.tryRun('one', async () => 'had', 200), busy);
    holding.end();
    await running;
    assert.equal(await b.locks.tryRun('one', async () => 'had', 1000), 'had');
    await until(async () => (await locksTaken()) === 0);
  });

  it('are known as lost by who held one, and free for the others, once the session is', async () => {
    const [a, b] = [await replica(), await replica()];
    const holding = latch();
    let hadMs = 0;
    const running = a.locks.run('one', async (lock) => {
      mustHold(lock);
      await holding.ended;
      mustHold(lock);
    });
    const lost = assert.rejects(running, LockLost);
    await until(async () => (await locksTaken()) === 1);
    const taken = b.locks.run('one', async () => {
      hadMs = performance.now();
    });
    const cutMs = performance.now();
    a.database.session.lost.on(() => holding.end());
    await bench.on.sql(
      `select pg_terminate_backend(l.pid) from pg_locks l where locktype = 'advisory' and objsubid = 1`,
    );
    await lost;
    await taken;
    assert.ok(hadMs - cutMs < 2000, `${hadMs - cutMs} ms`);
    assert.equal(await a.locks.run('one', async ({ isHeld }) => isHeld), true);
  });

  it('are asked for again when a replica has come or gone, however long the next try would have waited', async () => {
    const neverAgain = { ...systemClock, after: () => () => undefined };
    const [a, b] = [await replica(), await replica(neverAgain)];
    const holding = latch();
    const running = a.locks.run('one', () => holding.ended);
    await until(async () => (await locksTaken()) === 1);
    let isHad = false;
    const waiting = b.locks.run('one', async () => {
      isHad = true;
    });
    holding.end();
    await running;
    assert.equal(isHad, false);
    await replica();
    await waiting;
  });

  it('are limited in number, and locks of another kind that are taken under them don’t wait for that', async () => {
    const { locks, dutyLocks } = await replica();
    let most = 0;
    const nested = Array.from({ length: 150 }, (_, n) =>
      dutyLocks.run(`duty ${n}`, async () => {
        most = Math.max(most, dutyLocks.held);
        await locks.run(`tenant ${n}`, async () => undefined);
      }),
    );
    await Promise.all(nested);
    assert.equal(most, 64);
  });

  it('are had by another replica too, however many wait for the same in this one', async () => {
    const [a, b] = [await replica(), await replica()];
    let isOver = false;
    const again = async (): Promise<void> => {
      await a.locks.run('hot', () => systemClock.pause(2));
      if (!isOver) await again();
    };
    const crowd = Array.from({ length: 10 }, again);
    const sinceMs = performance.now();
    for (let time = 0; time < 5; time += 1) await b.locks.run('hot', async () => undefined);
    isOver = true;
    await Promise.all(crowd);
    assert.ok(performance.now() - sinceMs < 5000, `${performance.now() - sinceMs} ms for five`);
  });

  it('fail without having begun the work when the database is away', async () => {
    const { locks, database } = await replica();
    await bench.on.shutOut();
    await until(() => !database.session.isAlive);
    let begun = false;
    const trying = locks.tryRun(
      'one',
      async () => {
        begun = true;
      },
      300,
    );
    await assert.rejects(trying, DatabaseAway);
    assert.equal(begun, false);
    await bench.on.letIn();
  });
});
