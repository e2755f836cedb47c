// What a replica tells of the others and of its database.
import assert from 'node:assert/strict';
import type { CommitSent } from '../../../src/operations/ports/replication.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { Members } from '../../../src/store/postgres/members.js';
import { PgLocks } from '../../../src/store/postgres/pg-locks.js';
import { replicationOf } from '../../../src/store/postgres/pg-replication.js';
import { aTenant } from '../../support/builders.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { until } from '../../support/postgres-bench.js';

describe('a replica', () => {
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  const workers: BackgroundWorkers[] = [];
  beforeEach(async () => {
    bench = await pgStoreBench();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((each) => each.stop()));
    await bench.end();
  });

  const aReplica = async () => {
    const { store, database, log } = await bench.replica();
    const own = new BackgroundWorkers(systemClock, log);
    workers.push(own);
    const members = await Members.join(database, { log, workers: own });
    const ofReplicas = { session: database.session, store, clock: systemClock, log };
    const [locks, dutyLocks] = [new PgLocks('lock', ofReplicas), new PgLocks('duty', ofReplicas)];
    const replication = replicationOf({ database, store, members, locks: [locks, dutyLocks] });
    const sent: CommitSent[] = [];
    replication.commitSent.on((each) => sent.push(each));
    return { store, locks, dutyLocks, replication, sent };
  };

  it('tells how many there are, how its connections are, and that it is up to date', async () => {
    const [a, b] = [await aReplica(), await aReplica()];
    await until(() => [a, b].every(({ replication }) => replication.replicas === 2));
    await b.store.commit({ tenants: [aTenant()] });
    await until(() => [...a.store.tenants()].length === 1);
    assert.ok(a.replication.behindSeconds < 4);
    const { open, idle, waiting } = a.replication.connections;
    assert.ok(open >= 1 && idle <= open && waiting === 0);
  });

  it('tells of each commit how it came out', async () => {
    const { store, sent } = await aReplica();
    await store.commit({ tenants: [aTenant()] });
    assert.deepEqual(
      sent.map(({ tries, outcome }) => [tries, outcome]),
      [[1, 'made']],
    );
    assert.ok((sent[0]?.ms ?? 0) > 0);
    await bench.whileAway(async () => {
      await assert.rejects(store.commit({ tenants: [aTenant()] }));
    });
    const last = sent.at(-1);
    assert.ok(last?.outcome === 'failed' && last.tries > 1, JSON.stringify(last));
  });

  it('tells how many locks it holds, and how long it waited for each', async () => {
    const [a, b] = [await aReplica(), await aReplica()];
    const waits: number[] = [];
    b.replication.lockHad.on((waitedMs) => waits.push(waitedMs));
    await a.dutyLocks.run('duty', () =>
      a.locks.run('tenant', async () => {
        assert.equal(a.replication.locksHeld, 2);
        assert.equal(b.replication.locksHeld, 0);
      }),
    );
    const held = a.locks.run('tenant', () => systemClock.pause(200));
    await until(() => a.replication.locksHeld === 1);
    await b.locks.run('tenant', async () => undefined);
    await held;
    assert.ok(waits.length === 1 && (waits[0] ?? 0) > 50, `${waits}`);
    assert.equal(a.replication.locksHeld, 0);
  });

  it('tells that it falls behind, and is out of the others’ reach, while the database is away', async () => {
    const { replication } = await aReplica();
    let lost = 0;
    replication.sessionLost.on(() => {
      lost += 1;
    });
    await bench.whileAway(async () => {
      await until(() => replication.replicas === 0);
      await until(() => replication.behindSeconds > 1.5);
    });
    assert.ok(lost > 0);
    await until(() => replication.replicas === 1 && replication.behindSeconds < 1.5);
  });
});
