// Two replicas send what is due: each conversation is one's, and what is due is sent once.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import type { KeyedLock } from '../../../src/runtime/keyed-lock.js';
import { contoso, now, tenantBy } from '../../support/builders.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const ofChat = 'conversation chat';

/** Two notifiers over one store and the same locks, each with a messenger of its own, and what is due to a chat. */
async function twoReplicas(locks?: KeyedLock) {
  const shared = testDependencies(tenantBy.approved());
  const { store, clock } = shared;
  const all = new ScriptedDuties();
  const replica = (name: string) => {
    const duties = all.of(name);
    const workers = new BackgroundWorkers(clock, noLog);
    const bench = aNotifier({ ...shared, workers, duties, ...(locks && { dutyLocks: locks }) });
    bench.roles.mayLook = true;
    duties.changed.on(() => bench.notifier.send());
    store.committed.on(() => bench.notifier.send());
    return { ...bench, sent: () => bench.messenger.arrived.length };
  };
  const a = replica('a');
  const b = replica('b');
  const due = (id: string) =>
    store.commit({
      deliveries: [{ id, conversationId: 'chat', kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
    });
  await store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }] });
  return { store, clock, duties: all, a, b, due, left: () => [...store.deliveries()].length };
}

describe('two replicas with messages to send', () => {
  it('leave a conversation to the one whose it is', async () => {
    const { clock, duties, a, b, due, left } = await twoReplicas();
    duties.give(ofChat, 'b');
    await due('1');
    await clock.passes(1);
    assert.deepEqual([a.sent(), b.sent(), left()], [0, 1, 0]);
  });

  it('send a message once while both take the conversation for theirs', async () => {
    const { clock, duties, a, b, due, left } = await twoReplicas();
    duties.give(ofChat, 'a', 'b');
    await due('1');
    await due('2');
    await clock.passes(1);
    assert.deepEqual([a.sent() + b.sent(), left()], [2, 0]);
  });

  it('go on with a conversation that has become theirs, of which nothing is sent meanwhile', async () => {
    const { clock, duties, a, b, due } = await twoReplicas();
    duties.give(ofChat);
    await due('1');
    await clock.passes(600);
    assert.deepEqual([a.sent(), b.sent()], [0, 0]);
    duties.give(ofChat, 'b');
    await clock.passes(0);
    assert.deepEqual([a.sent(), b.sent()], [0, 1]);
  });

  it('count as silent no conversation of the other’s', async () => {
    const { store, duties, a, b, due } = await twoReplicas();
    duties.give(ofChat, 'b');
    a.roles.mayLook = undefined;
    await due('1');
    const [delivery] = store.deliveries();
    assert.ok(delivery);
    assert.deepEqual([a.notifier.isHeldBack(delivery), b.notifier.isHeldBack(delivery)], [true, false]);
  });

  it('send nothing by a lock that was lost while the message waited, and take nothing off the list', async () => {
    const lock = { isHeld: false };
    const run: KeyedLock['run'] = (_, work) => work(lock);
    const { clock, duties, a, due, left } = await twoReplicas({ run, tryRun: run });
    duties.give(ofChat, 'a');
    await due('1');
    await clock.passes(0);
    assert.deepEqual([a.sent(), left()], [0, 1]);
    lock.isHeld = true;
    await clock.passes(1);
    assert.deepEqual([a.sent(), left()], [1, 0]);
  });
});
