// Several replicas remember the same: what one has committed every other reads, after whatever it has missed.
import assert from 'node:assert/strict';
import type { Store } from '../../../src/operations/ports/store.js';
import { emptyChain, follow } from '../../../src/store/records/audit-chain.js';
import { pgStoreBench, type Replica } from '../../support/pg-store-bench.js';
import { until } from '../../support/postgres-bench.js';
import { chat, contentsOf, due, everything, outdated, tenant, versionIn } from '../contract/rows.js';

const versionOf = (store: Store, number: number) => store.tenant(`tenant-${number}`)?.version;
const line = (what: string) => ({ at: '2026-11-29T10:00:00.000Z', what, tenantId: 'tenant-1' });

describe('several replicas on one database', () => {
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  let a: Replica;
  let b: Replica;

  beforeEach(async () => {
    bench = await pgStoreBench();
    a = await bench.replica();
    b = await bench.replica();
  });

  afterEach(() => bench.end());

  it('read at a click what another has just committed, every time', async () => {
    let stale = 0;
    for (let version = 1; version <= 300; version += 1) {
      const [writer, reader] = version % 2 === 0 ? [a, b] : [b, a];
      await writer.store.commit({ tenants: [tenant(1, version)] });
      await reader.store.current();
      if (versionOf(reader.store, 1) !== version) stale += 1;
    }
    assert.equal(stale, 0);
  });

  it('hear of each other by themselves, and are told whose changes they are', async () => {
    const told: unknown[] = [];
    b.store.committed.on(({ tenantIds, areOurs }) => told.push([tenantIds, areOurs, versionOf(b.store, 1)]));
    await a.store.commit({ tenants: [tenant(1, 1)] });
    await until(() => told.length === 1);
    await b.store.commit({ tenants: [tenant(1, 2)] });
    assert.deepEqual(told, [
      [['tenant-1'], false, 1],
      [['tenant-1'], true, 2],
    ]);
  });

  it('agree on every version, so that what one has read another may be asked with', async () => {
    const version = await versionIn(a.store.commit({ tenants: [tenant(1, 1)] }));
    await b.store.current();
    const read = b.store.rowVersion('tenants', 'tenant-1');
    assert.equal(read.version, version);
    assert.ok('version' in (await b.store.commit({ basedOn: [read], tenants: [tenant(1, 2)] })));
    assert.deepEqual(await a.store.commit({ basedOn: [read], tenants: [tenant(1, 3)] }), outdated);
    assert.equal(versionOf(a.store, 1), 2, 'a refusal brings what it was refused for');
  });

  it('refuse only what is outdated of many changes that come at once', async () => {
    await a.store.commit({ tenants: [tenant(1), tenant(2), tenant(3)] });
    await b.store.current();
    const read = (number: number) => b.store.rowVersion('tenants', `tenant-${number}`);
    const [one, two, three] = [read(1), read(2), read(3)];
    await a.store.commit({ tenants: [tenant(2, 9)] });
    const came = await Promise.all([
      b.store.commit({ basedOn: [one], tenants: [tenant(1, 2)], audit: [line('one')] }),
      b.store.commit({ basedOn: [two], tenants: [tenant(2, 2)], audit: [line('two')] }),
      b.store.commit({ basedOn: [three], tenants: [tenant(3, 2)], audit: [line('three')] }),
    ]);
    assert.deepEqual(
      came.map((each) => 'version' in each),
      [true, false, true],
    );
    await a.store.current();
    assert.deepEqual(
      [1, 2, 3].map((number) => versionOf(a.store, number)),
      [2, 9, 2],
    );
    assert.deepEqual((await a.store.audit.of('tenant-1', 9)).map(({ what }) => what).reverse(), ['one', 'three']);
  });

  it('keep a row’s object until the row changes', async () => {
    await a.store.commit({ tenants: [tenant(1), tenant(2)] });
    await b.store.current();
    const [one, two] = [b.store.tenant('tenant-1'), b.store.tenant('tenant-2')];
    await a.store.commit({ tenants: [tenant(2, 2)] });
    await b.store.current();
    assert.equal(b.store.tenant('tenant-1'), one);
    assert.notEqual(b.store.tenant('tenant-2'), two);
  });

  it('never show a deleted row again, in whatever order answers come', async () => {
    let shown = 0;
    const watch = (store: Store, isGone: () => boolean) =>
      store.committed.on(() => {
        if (isGone() && store.conversation('chat')) shown += 1;
      });
    let isGone = false;
    watch(b.store, () => isGone);
    for (let time = 0; time < 40; time += 1) {
      isGone = false;
      await a.store.commit({ conversations: [chat('chat')] });
      await b.store.current();
      // Read by b while it deletes, as it is notified of others all the time.
      const reading = Promise.all([b.store.current(), a.store.commit({ deliveries: [due(`d-${time}`)] })]);
      await b.store.commit({ forgottenConversationIds: ['chat'] });
      isGone = true;
      assert.equal(b.store.conversation('chat'), undefined);
      await reading;
      assert.equal(b.store.conversation('chat'), undefined);
    }
    assert.equal(shown, 0);
  });

  it('show all of each other’s commits or nothing', async () => {
    const torn: number[] = [];
    b.store.committed.on(() => {
      const versions = [1, 2, 3].map((number) => versionOf(b.store, number));
      if (new Set(versions).size > 1) torn.push(b.store.sequence);
    });
    await Promise.all(
      Array.from({ length: 60 }, (_, version) =>
        a.store.commit({ tenants: [1, 2, 3].map((number) => tenant(number, version)) }),
      ),
    );
    await until(() => b.store.sequence === a.store.sequence);
    assert.deepEqual(torn, []);
  });

  it('catch up with what was committed while the session was cut', async () => {
    await bench.on.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gatehouse session'
       and datname = current_database()`,
    );
    await a.store.commit({ tenants: [tenant(1, 7)] });
    await until(() => versionOf(b.store, 1) === 7);
  });

  it('catch up with thousands of changes at once, a page at a time', async () => {
    const many = Array.from({ length: 2500 }, (_, number) => tenant(number, 2));
    await a.store.commit({ tenants: many });
    await a.store.commit({ forgottenTenantIds: ['tenant-7'] });
    assert.deepEqual(await b.store.current(), {});
    assert.equal([...b.store.tenants()].length, 2499);
    assert.deepEqual(contentsOf(b.store), contentsOf(a.store));
  });

  it('load anew when deleted rows that they have missed leave no trace any more', async () => {
    await a.store.commit(everything);
    await b.store.current();
    await bench.on.sql(`update gatehouse.head set pruned = seq`);
    await b.store.current();
    assert.deepEqual(b.log.events, [], 'who is up to date loads nothing');
    // What b has missed: a commit that reached it neither by a notification nor by an answer.
    await bench.on.sql(
      `update gatehouse.head set seq = seq + 2, pruned = seq + 2`,
      `delete from gatehouse.entry where kind = 'tenants'`,
      `update gatehouse.entry set seq = (select seq from gatehouse.head) where kind = 'deliveries'`,
    );
    await b.store.current();
    assert.deepEqual(b.log.events, ['databaseLoadedAnew']);
    assert.deepEqual([...b.store.tenants()], []);
    assert.equal([...b.store.deliveries()].length, 1);
  });

  it('have traces of deleted rows for a day, and then no longer', async () => {
    await a.store.commit(everything);
    await a.store.commit({ forgottenTenantIds: ['tenant-1'] });
    const traces = `select id from gatehouse.entry where doc is null`;
    await bench.on.sql('select gatehouse.prune()');
    assert.equal((await bench.on.sql(traces)).length, 1);
    await bench.on.sql(`update gatehouse.done set at = at - interval '25 hours'`, 'select gatehouse.prune()');
    assert.equal((await bench.on.sql(traces)).length, 0);
    await b.store.current();
    assert.deepEqual(contentsOf(b.store), contentsOf(a.store));
    assert.deepEqual(contentsOf((await bench.replica()).store), contentsOf(a.store));
  });

  it('notice that changes are gone which had been saved, as after a failover, and only then', async () => {
    await a.store.commit({ tenants: [tenant(1, 1)] });
    await b.store.current();
    const before = await bench.on.sql('select seq from gatehouse.head');
    await a.store.commit({ tenants: [tenant(2)] });
    await b.store.current();
    assert.equal(b.store.loss.noticedAt, undefined);
    let noticed = 0;
    b.store.loss.noticed.on(() => {
      noticed += 1;
    });
    const { seq } = before[0] as { seq: string };
    await bench.on.sql(`delete from gatehouse.entry where seq > ${seq}`, `update gatehouse.head set seq = ${seq}`);
    await b.store.current();
    assert.deepEqual([...b.store.tenants()], [tenant(1, 1)]);
    assert.ok(b.store.loss.noticedAt !== undefined && noticed > 0);
    await bench.on.sql('update gatehouse.head set generation = gen_random_uuid(), seq = seq + 1000000000');
    await a.store.current();
    assert.equal(a.store.loss.noticedAt, undefined);
  });

  it('load anew after a restored backup, and refuse what follows from what is gone', async () => {
    await a.store.commit({ tenants: [tenant(1, 1)] });
    await bench.on.sql(
      'create table backup as select * from gatehouse.entry',
      'create table saved as select * from gatehouse.head',
    );
    await a.store.commit({ tenants: [tenant(1, 2), tenant(2)] });
    await b.store.current();
    const read = b.store.rowVersion('tenants', 'tenant-1');
    await bench.on.sql(
      'delete from gatehouse.entry',
      'insert into gatehouse.entry select * from backup',
      'update gatehouse.head set generation = gen_random_uuid(), seq = saved.seq + 1000000000 from saved',
    );
    assert.deepEqual(await b.store.commit({ basedOn: [read], tenants: [tenant(1, 3)] }), outdated);
    assert.deepEqual([...b.store.tenants()], [tenant(1, 1)]);
    assert.ok('version' in (await a.store.commit({ tenants: [tenant(3)] })));
    assert.deepEqual([...a.store.tenants()], [tenant(1, 1), tenant(3)]);
  });

  it('keep texts as they are: control characters, halves of pairs, large ones, and names that JavaScript knows', async () => {
    const odd = {
      ...tenant(1),
      displayName: `\u0000 \ud83d \u2028 "\\ ${'x'.repeat(1_000_000)}`,
    };
    const proto = { ...tenant(2), tenantId: '__proto__' };
    const why = '\u0000\ud83d “quoted”';
    await a.store.commit({ tenants: [odd, proto], audit: [{ ...line('odd'), why }] });
    await b.store.current();
    assert.deepEqual(b.store.tenant('tenant-1'), odd);
    assert.deepEqual(b.store.tenant('__proto__'), proto);
    assert.equal((await b.store.audit.of('tenant-1', 1))[0]?.why, why);
  });

  it('write one unbroken chain of audit lines together', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        (number % 2 === 0 ? a : b).store.commit({ tenants: [tenant(number)], audit: [line(`${number}`)] }),
      ),
    );
    let end = emptyChain;
    for await (const each of a.store.audit.lines()) {
      const next = follow(end, each);
      assert.ok(next, each.toString());
      end = next;
    }
    assert.equal(end.lines, 100);
    assert.deepEqual(await bench.on.sql('select lines, hash from gatehouse.head'), [{ lines: '100', hash: end.hash }]);
  });

  it('end with an error that names the row, when one can’t be read', async () => {
    const lost: Error[] = [];
    const c = await bench.replica({ onLost: (error) => lost.push(error) });
    await bench.on.sql(
      `update gatehouse.head set seq = seq + 1`,
      `insert into gatehouse.entry select 'tenants', 'tenant-1', seq, 1, '{"tenantId":"tenant-1"}' from gatehouse.head`,
    );
    assert.notDeepEqual(await c.store.current(), {});
    assert.match(String(lost[0]?.message), /tenants, tenant-1: /);
    // The others of this test must not go on with it either.
    await bench.on.sql(`delete from gatehouse.entry`);
  });
});
