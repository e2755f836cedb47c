// How far reconciling and the webhook's heartbeat have come outlives the process, and is shared with others.
import assert from 'node:assert/strict';
import { addSeconds } from '../../../src/domain/time.js';
import { allDuties } from '../../../src/operations/ports/duties.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { keyedLock } from '../../../src/runtime/keyed-lock.js';
import { aTemplates, aTenant, contoso, now } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryStore } from '../../support/memory-store.js';
import { aReconcile } from '../../support/reconcile-bench.js';
import { standIn } from '../../support/stand-in.js';
import { noLog } from '../../support/test-dependencies.js';

/** A process that reconciles; `run` gives how one ends. */
const aScheduler = (store: MemoryStore, clock: ManualClock, run: ReconcileAll['run'] = async () => undefined) =>
  new ReconcileScheduler({
    templates: fixedTemplates(aTemplates()),
    ...{
      store,
      duties: allDuties(),
      dutyLocks: keyedLock(),
      clock,
      log: noLog,
      workers: new BackgroundWorkers(clock, noLog),
      seconds: 300,
    },
    reconcileAll: standIn(ReconcileAll, { run }),
    heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 3600 }),
  });
const toldByAnother = {
  tenantIds: [],
  watchedRequestIds: [],
  eventIds: [],
  progressIds: ['reconcile' as const],
  batchIds: [],
  areOurs: false,
};

describe('how far reconciling has come', () => {
  let clock: ManualClock;
  let store: MemoryStore;
  beforeEach(() => {
    clock = new ManualClock();
    store = new MemoryStore();
  });

  it('is known at the next start: the last complete one, and since when none has been', async () => {
    const failures = [undefined, {}, {}];
    const before = aScheduler(store, clock, async () => failures.shift());
    before.start();
    await clock.passes(3600);
    await clock.passes(300);
    assert.deepEqual([before.reconciledAt, before.failing?.since], [now, addSeconds(now, 3600)]);
    await clock.passes(50);
    const after = aScheduler(store.reopened(), clock);
    assert.deepEqual([after.reconciledAt, after.failing], [now, { since: addSeconds(now, 3600) }]);
    assert.deepEqual([after.secondsSinceReconciled, after.secondsSinceEnded], [3950, 0]);
    after.start();
    await clock.passes(0);
    assert.deepEqual([after.reconciledAt, after.failing], [addSeconds(now, 3950), undefined]);
  });

  it('has one that is wanted soon wanted still after a crash, and no more once one that began later has ended', async () => {
    const before = aScheduler(store, clock);
    before.start();
    await clock.passes(10);
    await before.soon();
    const left = store.reopened();
    assert.equal(left.progress('reconcile')?.wantedAt, addSeconds(now, 10));
    await clock.passes(50);
    assert.equal(store.progress('reconcile')?.wantedAt, undefined);
    assert.equal(store.progress('reconcile')?.endedAt, addSeconds(now, 60));
  });

  it('has one wanted still that was wanted while another was under way', async () => {
    let end = (_failure: undefined) => {};
    let reconciles = 0;
    const scheduler = aScheduler(store, clock, () => {
      reconciles += 1;
      return new Promise((resolve) => (end = resolve));
    });
    scheduler.start();
    await clock.passes(5);
    await scheduler.soon();
    await scheduler.soon();
    end(undefined);
    await clock.passes(59);
    assert.equal(reconciles, 1);
    await clock.passes(1);
    assert.equal(reconciles, 2);
    end(undefined);
    await clock.passes(3599);
    assert.equal(reconciles, 2);
  });

  it('has another process’s wish bring the next one forward, and its reconciles put ours off', async () => {
    let reconciles = 0;
    const scheduler = aScheduler(store, clock, async () => {
      reconciles += 1;
      return undefined;
    });
    scheduler.start();
    await clock.passes(3000);
    const other = aScheduler(store, clock);
    await other.soon();
    store.committed.emit(toldByAnother);
    await clock.passes(0);
    assert.equal(reconciles, 2);
    await clock.passes(3000);
    const known = store.progress('reconcile') ?? assert.fail();
    await store.commit({ progress: [{ ...known, endedAt: clock.now(), reconciledAt: clock.now() }] });
    store.committed.emit(toldByAnother);
    assert.deepEqual([scheduler.secondsSinceReconciled, scheduler.secondsSinceEnded], [0, 0]);
    await clock.passes(3599);
    assert.equal(reconciles, 2);
    await clock.passes(1);
    assert.equal(reconciles, 3);
  });

  it('is remembered by this process while it cannot be saved, and saved with the next one', async () => {
    store.isBroken = true;
    const scheduler = aScheduler(store, clock, async () => (store.isBroken ? {} : undefined));
    scheduler.start();
    await clock.passes(0);
    assert.deepEqual(scheduler.failing, { since: now });
    await scheduler.soon();
    await clock.passes(60);
    assert.deepEqual([scheduler.failing, store.progress('reconcile')], [{ since: now }, undefined]);
    store.isBroken = false;
    await clock.passes(300);
    assert.deepEqual([scheduler.failing, scheduler.reconciledAt], [undefined, addSeconds(now, 360)]);
    assert.equal(store.progress('reconcile')?.reconciledAt, addSeconds(now, 360));
  });
});

describe('a tenant that was missing before a restart and is missing after it', () => {
  const missing = async (secondsBetween: number) => {
    const w = aReconcile(aTenant());
    w.microsoft.listedCustomers = [];
    w.microsoft.listedRelationships = [];
    await w.reconcileAll();
    const known = w.store.progress('reconcile') ?? assert.fail();
    assert.deepEqual([known.missing, known.untied], [[contoso], [contoso]]);
    await w.store.commit({ progress: [{ ...known, endedAt: now }] });
    await w.clock.passes(secondsBetween);
    await w.restarted().run({ isHeld: true });
    return w.known();
  };

  it('is forgotten, as without the restart', async () => {
    assert.deepEqual(await missing(60), []);
  });

  it('is kept where the two lists were read within a minute, for both may lack it for one reason', async () => {
    assert.deepEqual(await missing(59), [contoso]);
  });
});

describe('the webhook’s heartbeat', () => {
  let clock: ManualClock;
  let store: MemoryStore;
  let asked: number;
  const aHeartbeat = (on = store) => {
    const address = { eventsUrl: 'https://a.example/hook' };
    const webhooks = {
      registration: async () => ({ url: address.eventsUrl }),
      async sendTest() {
        asked += 1;
      },
      auditRecord: async () => undefined,
    };
    const workers = new BackgroundWorkers(clock, noLog);
    return new WebhookHeartbeat({
      store: on,
      duties: allDuties(),
      clock,
      log: noLog,
      workers,
      webhooks,
      address,
      reconcileSeconds: 300,
    });
  };
  beforeEach(() => {
    clock = new ManualClock();
    store = new MemoryStore();
    asked = 0;
  });

  it('is kept once a minute at most, however many events come', async () => {
    let commits = 0;
    store.committed.on(() => {
      commits += 1;
    });
    const heartbeat = aHeartbeat();
    for (let second = 0; second < 120; second += 1) {
      heartbeat.recordOurs();
      await clock.passes(1);
    }
    assert.equal(commits, 2);
    assert.equal(store.progress('heartbeat')?.heardAt, addSeconds(now, 60));
  });

  it('goes on after a restart, which asks for no event before its time', async () => {
    aHeartbeat().recordOurs();
    await clock.passes(600);
    const after = aHeartbeat(store.reopened());
    after.start();
    assert.equal(after.arrives, true);
    await clock.passes(2999);
    assert.equal(asked, 0);
    await clock.passes(1);
    assert.equal(asked, 1);
    await clock.passes(599);
    assert.equal(after.arrives, true);
    await clock.passes(1);
    assert.equal(after.arrives, false);
  });

  it('hears the event that another process has asked for, if it comes in time', async () => {
    const [ours, others] = [aHeartbeat(), aHeartbeat()];
    ours.start();
    await clock.passes(599);
    others.recordTest();
    await clock.passes(0);
    assert.deepEqual([ours.arrives, others.arrives], [true, true]);
    await clock.passes(4200);
    assert.deepEqual([asked, ours.arrives], [2, false]);
    await clock.passes(600);
    others.recordTest();
    assert.equal(others.arrives, false);
  });
});
