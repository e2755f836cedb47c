// Two replicas share a store: one of them reconciles and asks for test events, and another goes on where that one is gone.
import assert from 'node:assert/strict';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { type HeldLock, type KeyedLock, keyedLock, mustHold } from '../../../src/runtime/keyed-lock.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

/** Two replicas on one store with the same locks, whose reconciles take a minute. */
const twoReplicas = (dutyLocks = keyedLock()) => {
  const deps = { ...testDependencies(), dutyLocks };
  const { clock, store } = deps;
  const all = new ScriptedDuties();
  const made: string[] = [];
  let underWay = 0;
  let most = 0;
  const replica = (name: string) => {
    const duties = all.of(name);
    const workers = new BackgroundWorkers(clock, noLog);
    const run = async (lock: HeldLock) => {
      made.push(name);
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise<void>((resolve) => clock.after(60_000, resolve));
      underWay -= 1;
      mustHold(lock);
      return undefined;
    };
    const scheduler = new ReconcileScheduler({
      ...{ ...deps, duties, workers, seconds: 300 },
      reconcileAll: standIn(ReconcileAll, { run }),
      heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 300 }),
    });
    duties.changed.on(() => scheduler.takeUp());
    return scheduler;
  };
  const [a, b] = [replica('a'), replica('b')];
  // What one commits, the other is told of as another's.
  store.committed.on((changed) => void (changed.areOurs && store.committed.emit({ ...changed, areOurs: false })));
  return { clock, all, made, a, b, most: () => most };
};

describe('two replicas that reconcile', () => {
  it('do it where the duty is, and both know how far it has come', async () => {
    const { clock, all, made, a, b } = twoReplicas();
    all.giveOthers('a');
    a.start();
    b.start();
    await clock.passes(60 + 300 + 60);
    assert.deepEqual(made, ['a', 'a']);
    assert.ok(b.reconciledAt !== undefined && b.reconciledAt === a.reconciledAt);
    assert.deepEqual([a.secondsSinceEnded, b.secondsSinceEnded], [0, 0]);
  });

  it('do it one at a time, and not twice, while both take it for theirs', async () => {
    const { clock, all, made, a, b, most } = twoReplicas();
    all.giveOthers('a', 'b');
    a.start();
    b.start();
    await clock.passes(60 + 299);
    assert.deepEqual([made.length, most()], [1, 1]);
    await clock.passes(1 + 60);
    assert.deepEqual([made.length, most()], [2, 1]);
  });

  it('go on at the pace of before, once the one whose duty it was is gone', async () => {
    const { clock, all, made, a, b } = twoReplicas();
    all.giveOthers('a');
    a.start();
    b.start();
    await clock.passes(60 + 100);
    all.giveOthers('b');
    await clock.passes(199);
    assert.deepEqual(made, ['a']);
    await clock.passes(1);
    assert.deepEqual(made, ['a', 'b']);
  });

  it('begin one anew, within a minute, whose lock was lost', async () => {
    const lock = { isHeld: true };
    const run: KeyedLock['run'] = (_, work) => work(lock);
    const { clock, all, made, a } = twoReplicas({ run, tryRun: run });
    all.giveOthers('a');
    a.start();
    await clock.passes(10);
    lock.isHeld = false;
    await clock.passes(50);
    assert.deepEqual([made.length, a.reconciledAt], [1, undefined]);
    lock.isHeld = true;
    await clock.passes(60 + 60);
    assert.deepEqual([made.length, a.reconciledAt !== undefined], [2, true]);
  });

  it('bring the next one forward for each other', async () => {
    const { clock, all, made, a, b } = twoReplicas();
    all.giveOthers('a');
    a.start();
    b.start();
    await clock.passes(60 + 100);
    await b.soon();
    await clock.passes(0);
    assert.deepEqual(made, ['a', 'a']);
  });
});

describe('two replicas that listen for events', () => {
  it('ask for a test event once, and again where the one whose duty it was is gone', async () => {
    const deps = testDependencies();
    const { clock } = deps;
    const all = new ScriptedDuties();
    const asked: string[] = [];
    const replica = (name: string) => {
      const duties = all.of(name);
      const address = { eventsUrl: 'https://a.example/hook' };
      const webhooks = {
        registration: async () => ({ url: address.eventsUrl }),
        sendTest: async () => void asked.push(name),
        auditRecord: async () => undefined,
      };
      const workers = new BackgroundWorkers(clock, noLog);
      const heartbeat = new WebhookHeartbeat({ ...deps, duties, workers, webhooks, address, reconcileSeconds: 300 });
      duties.changed.on(() => heartbeat.takeUp());
      return heartbeat;
    };
    const [a, b] = [replica('a'), replica('b')];
    all.giveOthers('a');
    a.start();
    b.start();
    await clock.passes(1800);
    all.giveOthers('b');
    await clock.passes(1799);
    assert.deepEqual(asked, ['a']);
    await clock.passes(1);
    assert.deepEqual(asked, ['a', 'b']);
  });
});
