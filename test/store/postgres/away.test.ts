// The database goes away and comes back: nothing is lost or made twice, and what isn't known yet is not told as done or not done.
import assert from 'node:assert/strict';
import { StoreError } from '../../../src/domain/errors.js';
import { DatabaseAway, NotKnownWhetherSaved } from '../../../src/store/postgres/failures.js';
import { pgStoreBench, type Replica } from '../../support/pg-store-bench.js';
import { until } from '../../support/postgres-bench.js';
import { type DatabaseLine, databaseLine } from '../../support/postgres-line.js';
import { tenant } from '../contract/rows.js';

const line = (what: string) => ({ at: '2026-11-29T10:00:00.000Z', what, tenantId: 'tenant-1' });
const linesOf = async ({ store }: Replica) => (await store.audit.of('tenant-1', 99)).map(({ what }) => what).reverse();

describe('a database that goes away', () => {
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  let network: DatabaseLine;
  let a: Replica;
  let b: Replica;

  beforeEach(async () => {
    bench = await pgStoreBench();
    network = await databaseLine(bench.on.url);
    a = await bench.replica({ url: network.url });
    b = await bench.replica();
  });

  afterEach(async () => {
    await network.end();
    await bench.end();
  });

  it('has made once what is committed again by its id, as its answer was lost', async () => {
    await a.store.commit({ tenants: [tenant(1)] });
    const read = a.store.rowVersion('tenants', 'tenant-1');
    network.loseAnswerTo('commit');
    const committed = await a.store.commit({ basedOn: [read], tenants: [tenant(1, 2)], audit: [line('once')] });
    assert.equal(network.lostAnswers, 1);
    // Made anew, it would be outdated by itself.
    assert.deepEqual(committed, { version: read.version + 1 });
    assert.equal(a.store.tenant('tenant-1')?.version, 2);
    assert.deepEqual(await linesOf(b), ['once']);
  });

  it('has made once what another has gone on from, before its answer was known', async () => {
    await a.store.commit({ tenants: [tenant(1)] });
    network.loseAnswerTo('commit');
    const writing = a.store.commit({ tenants: [tenant(1, 2)], audit: [line('first')] });
    await until(async () => {
      await b.store.current();
      return b.store.tenant('tenant-1')?.version === 2;
    });
    await b.store.commit({ tenants: [tenant(1, 3)], audit: [line('second')] });
    await writing;
    await a.store.current();
    assert.equal(a.store.tenant('tenant-1')?.version, 3);
    assert.deepEqual(await linesOf(b), ['first', 'second']);
  });

  it('takes nothing for undone that it may have done, and tells what became of it once it is back', async () => {
    await a.store.commit({ tenants: [tenant(1)] });
    network.loseAnswerTo('commit');
    const writing = assert.rejects(
      a.store.commit({ tenants: [tenant(1, 2)], audit: [line('made')] }),
      (error: unknown) => error instanceof NotKnownWhetherSaved && error instanceof StoreError,
    );
    await until(() => network.lostAnswers === 1);
    await bench.whileAway(() => writing);
    await until(() => a.store.tenant('tenant-1')?.version === 2);
    await until(() => a.log.events.includes('commitSettled'));
    assert.deepEqual(
      a.log.lines.find((each) => (each as { event: string }).event === 'commitSettled'),
      {
        event: 'commitSettled',
        isSaved: true,
      },
    );
  });

  it('never makes what was given up', async () => {
    const id = '6f1c1d6e-0d61-4d5b-8d5e-0f3a3f6c0001';
    assert.deepEqual(await bench.on.sql(`select gatehouse.settle('${id}') as seq`), [{ seq: null }]);
    const commit = `select outcome from gatehouse.commit('${id}', (select generation from gatehouse.head), 0,
      '{tenants}', '{a}', '{"{}"}', '{}', '{}', '{}', '{}', '{}', 10)`;
    assert.deepEqual(await bench.on.sql(commit), [{ outcome: 'withdrawn' }]);
    assert.deepEqual(await bench.on.sql('select * from gatehouse.entry'), []);
  });

  it('is read as of when it last answered, and lets nothing begin at Microsoft', async () => {
    await a.store.commit({ tenants: [tenant(1)] });
    await bench.whileAway(async () => {
      const { asOf } = await a.store.current();
      assert.ok(asOf !== undefined && Date.parse(asOf) <= Date.now());
      await assert.rejects(a.store.commit({ tenants: [tenant(1, 2)] }), DatabaseAway);
      assert.equal(a.store.tenant('tenant-1')?.version, 1);
      assert.throws(() => a.store.mustWrite(), StoreError);
    });
    await until(() => a.database.away === undefined);
    a.store.mustWrite();
    assert.deepEqual(await a.store.current(), {});
  });

  it('does not keep those waiting who come while it is known to be away', async () => {
    await bench.whileAway(async () => {
      await assert.rejects(a.store.commit({ tenants: [tenant(1)] }), StoreError);
      const began = performance.now();
      await Promise.all(
        [1, 2, 3].map((each) => assert.rejects(a.store.commit({ tenants: [tenant(each)] }), StoreError)),
      );
      assert.ok(performance.now() - began < 2000);
    });
  });

  it('goes on by itself after a moment, and its commits with it', async () => {
    const patient = await bench.replica({ patienceMs: 5000 });
    await bench.on.shutOut();
    const writing = patient.store.commit({ tenants: [tenant(1)] });
    await until(() => patient.database.away !== undefined);
    await bench.on.letIn();
    assert.ok('version' in (await writing));
  });

  it('is taken for away on a network that drops everything, in time for whoever waits', async () => {
    let lost = 0;
    a.database.session.lost.on(() => {
      lost += 1;
    });
    const began = performance.now();
    network.silence();
    const [{ asOf }] = await Promise.all([
      a.store.current(),
      assert.rejects(a.store.commit({ tenants: [tenant(1)] }), StoreError),
    ]);
    assert.ok(asOf);
    assert.ok(performance.now() - began < 6500, 'no answer within six seconds');
    await until(() => lost === 1);
    assert.ok(!a.database.session.isAlive);
    network.heal();
    await until(() => a.database.session.isAlive);
    await until(async () => 'version' in (await a.store.commit({ tenants: [tenant(2)] })));
  }).timeout(60_000);
});
