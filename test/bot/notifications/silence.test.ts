// Messages that are due while nothing goes out to Teams are noticed.

import assert from 'node:assert/strict';
import { SendQueue } from '../../../src/bot/delivery/send-queue.js';
import { Notifier } from '../../../src/bot/notifications/notifier.js';
import { Silence } from '../../../src/bot/notifications/silence.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import { contoso, now } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryStore } from '../../support/memory-store.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const conversation = { id: 'chat', kind: 'personal', subscribed: true, reference: {} } as const;
const news = {
  id: 'news',
  conversationId: 'chat',
  kind: 'tenant',
  tenantId: contoso,
  news: 'approved',
  at: now,
} as const;

describe('messages that are due', () => {
  let clock: ManualClock;
  let store: MemoryStore;
  let sendQueue: SendQueue;
  let silence: Silence;
  const setAside = new Set<string>();
  beforeEach(async () => {
    clock = new ManualClock();
    store = new MemoryStore();
    sendQueue = new SendQueue(clock, new LocalPace(clock));
    const notifier = standIn(Notifier, { isHeldBack: ({ id }) => setAside.has(id) });
    silence = new Silence({ store, sendQueue, clock, notifier });
    await store.commit({ conversations: [conversation] });
  });

  it('are counted from when they are first seen, however the wall clock is set, until something goes out', async () => {
    assert.equal(silence.seconds(false), 0);
    await store.commit({ deliveries: [news] });
    assert.equal(silence.seconds(false), 0);
    clock.steps(-3600);
    await clock.passes(700);
    assert.equal(silence.seconds(false), 700);
    await sendQueue.send('another chat', 'answer', async () => undefined);
    assert.equal(silence.seconds(false), 0);
    await clock.passes(100);
    assert.equal(silence.seconds(false), 100);
    await store.commit({ doneDeliveryIds: [news.id] });
    assert.equal(silence.seconds(false), 0);
  });

  it('are no reason while Microsoft is out of reach, or while their conversation or Teams does not take any', async () => {
    await store.commit({ deliveries: [news] });
    const afterAWhile = async (areNewsHeld = false) => {
      silence.seconds(areNewsHeld);
      await clock.passes(700);
      return silence.seconds(areNewsHeld);
    };
    assert.equal(await afterAWhile(true), 0);
    setAside.add(news.id);
    assert.equal(await afterAWhile(), 0);
    setAside.clear();
    assert.equal(await afterAWhile(), 700);
    await store.commit({ conversations: [{ ...conversation, unreachable: { why: 'blocked', since: now } }] });
    assert.equal(await afterAWhile(), 0);
  });
});

describe('a sweep that never ends', () => {
  it('is noticed by the time since the last one, or since it began', async () => {
    const clock = new ManualClock();
    const timer = new ReconcileScheduler({
      ...testDependencies(),
      reconcileAll: standIn(ReconcileAll, { run: () => new Promise(() => undefined) }),
      clock,
      workers: new BackgroundWorkers(clock, noLog),
      seconds: 300,
      heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 300 }),
    });
    assert.equal(timer.secondsSinceEnded, 0);
    timer.start();
    clock.steps(-86_400);
    await clock.passes(9000);
    assert.equal(timer.secondsSinceEnded, 9000);
  });
});
