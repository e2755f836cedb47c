// Batches are worked off: each tenant once, in their pace, whatever comes between.
import assert from 'node:assert/strict';
import type { BatchAction } from '../../../src/domain/batch/batch.js';
import { batchPlanHash, type TenantBatches } from '../../../src/operations/batches/batches.js';
import type { Log } from '../../../src/runtime/log.js';
import { alex, megan, tenantBy } from '../../support/builders.js';
import type { ManualClock } from '../../support/manual-clock.js';
import { asks, batchId, someTenants, tag } from '../../support/some-batches.js';
import { noLog } from '../../support/test-dependencies.js';

describe('a batch', () => {
  it('does the same as the button to each of its tenants, and says so at its end, once', async () => {
    const { store, clock, replica, ids, asked, results } = someTenants(12);
    await store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }] });
    const { batches } = replica();
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(1);
    assert.deepEqual([...asked].sort(), [...ids].sort());
    assert.deepEqual(new Set(results()), new Set(['done']));
    assert.ok(store.batch(batchId)?.endedAt);
    assert.deepEqual(
      [...store.deliveries()].map((delivery) => delivery.kind === 'batch' && delivery.batchId),
      [batchId],
    );
    await clock.passes(3600);
    assert.equal([...store.deliveries()].length, 1);
  });

  it('is written down: what was asked, each tenant’s command with its id, and the end', async () => {
    const { store, clock, replica, ids } = someTenants(2);
    const { batches } = replica();
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(1);
    assert.deepEqual(
      store.audit.entries.map(({ what, by, batchId: of, tenantId }) => [what, by, of, tenantId]),
      [
        ['batchBegun', alex.id, batchId, undefined],
        ['tagged', alex.id, batchId, 'tenant-0'],
        ['tagged', alex.id, batchId, 'tenant-1'],
        ['batchEnded', alex.id, batchId, undefined],
      ],
    );
  });

  it('is in the log as in the audit log: asked for while a second admin must say yes, else begun', async () => {
    for (const [subjects, what] of [
      [['disable'], 'batchAsked'],
      [[], 'batchBegun'],
    ] as const) {
      const told: string[] = [];
      const log: Log = { ...noLog, info: (event) => void told.push(event) };
      const { store, replica, ids } = someTenants(2, { secondAdmin: { subjects }, log });
      await replica().batches.begin(batchId, asks({ do: 'disable' }), ids);
      assert.deepEqual(told, [what]);
      assert.deepEqual(
        store.audit.entries.map((entry) => entry.what),
        [what],
      );
    }
  });

  it('begins once, however often its question is answered', async () => {
    const { store, clock, replica, ids, asked } = someTenants(3);
    const { batches } = replica();
    await Promise.all([batches.begin(batchId, asks(tag), ids), batches.begin(batchId, asks(tag), ids)]);
    await clock.passes(1);
    assert.equal((await batches.begin(batchId, asks(tag), ids)).endedAt !== undefined, true);
    assert.equal(asked.length, 3);
    assert.equal(store.audit.entries.filter(({ what }) => what === 'batchBegun').length, 1);
  });

  it('leaves alone those that can’t be done, and says why', async () => {
    const { store, clock, replica, ids } = someTenants(2);
    const { batches } = replica();
    await batches.begin(batchId, asks({ do: 'revalidate' }), [...ids, 'tenant-gone']);
    await clock.passes(1);
    const batch = store.batch(batchId) ?? assert.fail();
    assert.deepEqual(batches.progress(batch).refused, [
      { why: 'notOnboarded', count: 2 },
      { why: 'noSuchTenant', count: 1 },
    ]);
    const refused = store.audit.entries.filter(({ what }) => what === 'commandRefused');
    assert.deepEqual(new Set(refused.map(({ batchId: of }) => of)), new Set([batchId]));
  });

  it('asks for requests evenly, never more in a minute than are allowed', async () => {
    const { store, clock, replica, ids } = someTenants(130);
    // No one works on the tenants: none takes a place among the five for long.
    store.committed.on(({ tenantIds }) => {
      for (const id of tenantIds) {
        const tenant = store.tenant(id);
        if (tenant?.onboarding?.wanted)
          void store.commit({ tenants: [{ ...tenant, onboarding: { ...tenant.onboarding, wanted: false } }] });
      }
    });
    const { batches } = replica();
    await batches.begin(batchId, asks({ do: 'enable' }), ids);
    await clock.passes(150);
    const times = [...store.batchTenants(batchId)]
      .flatMap(({ result }) => (result?.is === 'done' ? [Date.parse(result.at)] : []))
      .sort((a, b) => a - b);
    assert.equal(times.length, 130);
    for (const [index, time] of times.entries()) {
      const inMinute = times.filter((other) => other >= time && other < time + 60_000).length;
      assert.ok(inMinute <= 60, `${inMinute} in the minute from the ${index}th`);
    }
    assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) < 130_000);
  });

  it('has five at most under way at Microsoft', async () => {
    const { store, clock, replica, ids } = someTenants(9);
    const { batches } = replica();
    await batches.begin(batchId, asks({ do: 'enable' }), ids);
    await clock.passes(60);
    assert.deepEqual([...store.tenants()].filter(({ status }) => status === 'awaitingMicrosoft').length, 5);
    const batch = store.batch(batchId) ?? assert.fail();
    assert.deepEqual([batches.progress(batch).underWay, batches.progress(batch).waiting], [5, 4]);
  });

  it('stops at once: what waits stays as it is, and so does what was about to be asked', async () => {
    const { store, clock, replica, ids, tagged, asked } = someTenants(40);
    let hasStopped = false;
    const { batches } = replica(async (tenantId) => {
      if (tenantId === 'tenant-7') hasStopped = await batches.stop(batchId, megan);
    });
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(60);
    assert.equal(hasStopped, true);
    assert.equal(store.tenant('tenant-7')?.tags, undefined);
    const batch = store.batch(batchId) ?? assert.fail();
    assert.deepEqual([batch.stopped?.by, batch.endedAt !== undefined], [megan, true]);
    assert.ok(tagged() < 15 && tagged() === asked.length, `${tagged()}`);
    const { done, waiting } = batches.progress(batch);
    assert.deepEqual([done, waiting], [tagged(), 40 - tagged()]);
    assert.equal(await batches.stop(batchId, alex), false);
  });

  it('asks at each tenant whether its person still may', async () => {
    const { store, clock, replica, ids, hasRole, tagged } = someTenants(20);
    const { batches } = replica((tenantId) => {
      if (tenantId === 'tenant-5') hasRole('viewer');
    });
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(10);
    const batch = store.batch(batchId) ?? assert.fail();
    assert.ok(tagged() <= 10);
    assert.deepEqual(batches.progress(batch).refused, [{ why: 'roleLost', count: 20 - tagged() }]);
  });

  it('ends no earlier relationship by a yes that’s a day old, as after a long downtime', async () => {
    const { store, clock, replica, ids } = someTenants(3);
    const { batches, workers } = replica();
    await batches.begin(batchId, asks({ do: 'endEarlier' }), ids);
    await workers.stop();
    await clock.passes(86_400);
    replica().batches.takeUp();
    await clock.passes(10);
    const { refused } = batches.progress(store.batch(batchId) ?? assert.fail());
    assert.deepEqual(refused, [{ why: 'tooLate', count: 3 }]);
  });

  it('is asked about without what another is about to do alike, and counts that as under way', async () => {
    const { store, replica, ids } = someTenants(6);
    const { batches, workers } = replica();
    await batches.begin(batchId, asks(tag), ids.slice(0, 4));
    await workers.stop();
    const plan = (action: BatchAction) => batches.plan(asks(action), [...store.tenants()]);
    assert.deepEqual([plan(tag).tenantIds, plan(tag).fine], [ids.slice(4), 4]);
    assert.deepEqual(plan({ do: 'tag', added: ['gold'], removed: [] }).tenantIds, ids);
    await batches.stop(batchId, megan);
    assert.deepEqual(plan(tag).tenantIds, ids);
  });

  it('is agreed to with the tenants that its question counted, but for a look, which changes none', () => {
    const { store, replica, ids } = someTenants(3);
    const { batches } = replica();
    const hashes = (action: BatchAction) => {
      const [few, all] = [ids.slice(0, 2), ids].map((some) =>
        batches.plan(
          asks(action),
          some.flatMap((id) => store.tenant(id) ?? []),
        ),
      );
      return new Set([few, all].map((plan) => plan && batchPlanHash(plan, action))).size;
    };
    assert.deepEqual([hashes(tag), hashes({ do: 'revalidate' })], [2, 1]);
  });

  it('ends the earlier relationship that was there at the yes, and no other that has taken its place', async () => {
    const { store, clock, replica, hasRole } = someTenants(0);
    hasRole('admin');
    const { onboarding, ...approved } = tenantBy.approved();
    assert.ok(onboarding);
    const earlier = (id: string) => ({ id, displayName: id });
    const having = (tenantId: string, ...ids: readonly string[]) => ({
      ...approved,
      tenantId,
      onboarding: { ...onboarding, earlier: ids.map(earlier) },
    });
    await store.commit({ tenants: [having('same', 'a'), having('other', 'b')] });
    const { batches, workers } = replica();
    await batches.begin(batchId, asks({ do: 'endEarlier' }), ['same', 'other']);
    await workers.stop();
    await store.commit({ tenants: [having('same', 'c', 'a'), having('other', 'c')] });
    replica().batches.takeUp();
    await clock.passes(10);
    assert.equal(store.tenant('same')?.onboarding?.earlierEnding?.relationshipId, 'a');
    assert.equal(store.tenant('other')?.onboarding?.earlierEnding, undefined);
    const rows = [...store.batchTenants(batchId)].map(({ tenantId, result }) => [
      tenantId,
      result?.is === 'refused' ? result.why : result?.is,
    ]);
    assert.deepEqual(Object.fromEntries(rows), { same: 'done', other: 'alreadyDone' });
  });

  it('goes on elsewhere where one was killed, and does nothing twice', async () => {
    const { store, clock, replica, ids, asked, tagged } = someTenants(23);
    const killed = () => new Promise<void>(() => {});
    const first = replica((tenantId) => (tenantId === 'tenant-8' ? killed() : undefined));
    await first.batches.begin(batchId, asks(tag), ids);
    await clock.passes(1);
    assert.ok(tagged() < 23);
    replica().batches.takeUp();
    await clock.passes(10);
    assert.equal(tagged(), 23);
    assert.equal(new Set(asked).size, asked.length);
    assert.ok(store.batch(batchId)?.endedAt);
  });

  it('does nothing twice even where one that was only slow goes on beside its successor', async () => {
    const { store, clock, replica, ids, asked, tagged, results } = someTenants(30);
    const goOn: (() => void)[] = [];
    const slowAt = (slowId: string) => (tenantId: string) =>
      tenantId === slowId ? new Promise<void>((resolve) => void goOn.push(resolve)) : undefined;
    const [one, other] = [replica(slowAt('tenant-3')), replica(slowAt('tenant-29'))];
    await one.batches.begin(batchId, asks(tag), ids);
    await clock.passes(1);
    other.batches.takeUp();
    await clock.passes(10);
    assert.equal(tagged(), 29);
    for (const next of goOn) {
      next();
      await clock.passes(10);
    }
    assert.equal(new Set(asked).size, asked.length);
    const count = (event: string) => store.audit.entries.filter(({ what }) => what === event).length;
    assert.deepEqual([count('tagged'), count('batchEnded'), count('commandRefused')], [30, 1, 0]);
    assert.deepEqual(new Set(results()), new Set(['done']));
  });

  it('waits while nothing can be saved, and goes on', async () => {
    const { store, clock, replica, ids, tagged } = someTenants(8);
    const { batches } = replica((tenantId) => {
      if (tenantId === 'tenant-3') store.isBroken = clock.elapsedMs() < start + 30_000;
    });
    const start = clock.elapsedMs();
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(20);
    assert.ok(tagged() < 8);
    store.isBroken = false;
    await clock.passes(60);
    assert.equal(tagged(), 8);
  });

  for (const [how, settle] of [
    ['approved', (batches) => batches.approve(batchId, megan)],
    ['stopped', (batches) => batches.stop(batchId, alex)],
    ['dropped', async (_, clock) => clock.passes(86_500)],
  ] satisfies readonly [string, (batches: TenantBatches, clock: ManualClock) => Promise<unknown>][])
    it(`asks no second admin any more once it is ${how}, where the question hasn’t gone out`, async () => {
      const { store, clock, replica, ids } = someTenants(2, { secondAdmin: { subjects: [], batchesOver: 1 } });
      const chat = { kind: 'personal', subscribed: true, reference: {} } as const;
      await store.commit({ conversations: ['chat', 'other'].map((id) => ({ ...chat, id })) });
      const { batches } = replica();
      await batches.begin(batchId, asks({ do: 'enable' }), ids);
      const asking = () => [...store.deliveries()].filter((each) => each.kind === 'batch' && each.asksSecond);
      assert.equal(asking().length, 1);
      await settle(batches, clock);
      assert.deepEqual(asking(), []);
    });

  it('is kept for a month after its end, and then forgotten with its tenants', async () => {
    const { store, clock, replica, ids } = someTenants(2);
    const { batches } = replica();
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(86_400 * 29);
    assert.ok(store.batch(batchId));
    await clock.passes(86_400 * 2);
    assert.equal(store.batch(batchId), undefined);
    assert.deepEqual([...store.batchTenants(batchId)], []);
  });
});
