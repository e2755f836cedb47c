// News reach the conversations that wait for them, whatever Teams answers in between.
import assert from 'node:assert/strict';
import { DeliveryError, type DeliveryFailure } from '../../../src/bot/delivery/messenger.js';
import type { News } from '../../../src/domain/tenant/news.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { headline } from '../../../src/views/explain/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { contoso, now, tenantBy } from '../../support/builders.js';
import type { Attempt } from '../../support/fake-messenger.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const first = headline('issuesFound', tenantBy.approved(), en);
const second = headline('approved', tenantBy.approved(), en);

/** A conversation to which two pieces of news are due; the first meets these failures. */
async function twoNewsAndFailures(...failures: readonly DeliveryFailure[]) {
  const { store, clock, messenger, postedCards, notifier } = aNotifier();
  messenger.failures.push(...failures.map((kind) => new DeliveryError(kind, `Teams answered ${kind}`)));
  const due = (id: string, news: News) => ({
    id,
    conversationId: 'chat',
    kind: 'tenant' as const,
    tenantId: contoso,
    news,
    at: now,
  });
  await store.commit({
    conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }],
    deliveries: [due('1', 'issuesFound'), due('2', 'approved')],
  });
  notifier.send();
  await clock.passes(60);
  const isDue = [...store.deliveries()].map(({ id }) => id);
  const { attempts } = messenger;
  return {
    ...{ store, clock, postedCards, isDue, attempts },
    get arrived() {
      return messenger.arrived;
    },
  };
}

const summaries = (attempts: readonly Attempt[]) => attempts.map(({ summary }) => summary);

describe('news', () => {
  it('arrives in its order, as cards that stay alive, and is due no more', async () => {
    const { arrived, isDue, postedCards } = await twoNewsAndFailures();
    assert.deepEqual(summaries(arrived), [first, second]);
    assert.equal(postedCards.cards.length, 2);
    assert.deepEqual(isDue, []);
  });

  it('that is too large for Teams goes out in a short form', async () => {
    const { attempts, arrived, isDue, postedCards } = await twoNewsAndFailures('tooLarge');
    const [large, short] = attempts;
    assert.deepEqual(summaries(attempts), [first, first, second]);
    assert.ok(JSON.stringify(short?.card).length < JSON.stringify(large?.card).length);
    assert.equal(arrived.length, 2);
    // The short form is not the tenant's card, so it is not drawn anew as that.
    assert.equal(postedCards.cards.length, 1);
    assert.deepEqual(isDue, []);
  });

  for (const kind of ['tooLarge', 'refused'] as const) {
    it(`that Teams refuses twice, ${kind}, is kept, and does not hold up what comes after it`, async () => {
      const { attempts, arrived, isDue } = await twoNewsAndFailures(kind, kind);
      assert.equal(attempts.length, 3);
      assert.deepEqual(summaries(arrived), [second]);
      assert.deepEqual(isDue, ['1']);
    });
  }

  it('that Teams has refused is tried again after an hour', async () => {
    const held = await twoNewsAndFailures('refused', 'refused');
    const { clock, attempts, store } = held;
    await clock.passes(3600);
    assert.equal(attempts.length, 4);
    assert.deepEqual(summaries(held.arrived), [second, first]);
    assert.deepEqual([...store.deliveries()], []);
  });

  it('that Teams does not take at the moment is sent again, before what comes after it', async () => {
    const { attempts, arrived } = await twoNewsAndFailures('passing', 'passing');
    assert.deepEqual(
      attempts.map(({ at }) => at),
      [0, 1, 3, 3],
    );
    assert.deepEqual(summaries(arrived), [first, second]);
  });
});

describe('news that rests after a failure', () => {
  it('is sent at once when its conversation is back', async () => {
    const { store, clock, messenger, notifier } = aNotifier();
    messenger.failures.push(new DeliveryError('passing', 'Teams answered 500'));
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }],
      deliveries: [{ id: '1', conversationId: 'chat', kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
    });
    notifier.send();
    await clock.passes(0.5);
    notifier.send();
    await clock.passes(0.1);
    notifier.retry('chat');
    await clock.passes(60);
    assert.deepEqual(
      messenger.attempts.map(({ at }) => at),
      [0, 0.6],
    );
  });
});

describe('news that Teams has, and that cannot be taken off the list', () => {
  it('is not sent again by the same process, and is off the list once that can be saved', async () => {
    const { store, clock, messenger, notifier } = aNotifier();
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }],
      deliveries: [
        { id: '1', conversationId: 'chat', kind: 'tenant' as const, tenantId: contoso, news: 'approved', at: now },
      ],
    });
    store.isBroken = true;
    notifier.send();
    await clock.passes(60);
    assert.deepEqual([summaries(messenger.arrived), [...store.deliveries()].length], [[second], 1]);
    store.isBroken = false;
    await clock.passes(300);
    assert.deepEqual([summaries(messenger.arrived), [...store.deliveries()].length], [[second], 0]);
  });
});

describe('a conversation that the bot may not write to', () => {
  for (const kind of ['blocked', 'gone', 'denied'] as const) {
    it(`keeps what is due to it, and is tried again: ${kind}`, async () => {
      const { store, attempts, arrived, isDue } = await twoNewsAndFailures(kind);
      assert.equal(attempts.length, 3);
      assert.deepEqual(summaries(arrived), [first, second]);
      assert.equal(store.conversation('chat')?.unreachable, undefined);
      assert.deepEqual(isDue, []);
    });
  }

  it('is tried ever more rarely once it is unreachable, at least once a day, and gets the newest', async () => {
    const { store, clock, messenger, notifier } = aNotifier();
    const due = (id: string, news: News) => ({
      id,
      conversationId: 'chat',
      kind: 'tenant' as const,
      tenantId: contoso,
      news,
      at: now,
    });
    const unreachable = { why: 'Teams answered 403 ConversationBlockedByUser', since: now };
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, unreachable, reference: {} }],
      deliveries: [due('1', 'issuesFound'), due('2', 'approved')],
    });
    for (let tries = 0; tries < 9; tries += 1)
      messenger.failures.push(new DeliveryError('blocked', 'Teams answered 403'));
    notifier.send();
    await clock.passes(4 * 86_400);
    const minutes = messenger.attempts.map(({ at }) => at / 60);
    assert.deepEqual(minutes, [1, 16, 32, 64, 128, 256, 512, 1024, 2048, 3488]);
    assert.deepEqual(
      [...store.deliveries()].map(({ id }) => id),
      [],
    );
    assert.deepEqual(summaries(messenger.arrived), [second]);
  });

  it('is tried soon after each start, as where Gatehouse is started every night', async () => {
    const deps = testDependencies(tenantBy.approved());
    const { store, clock } = deps;
    const unreachable = { why: 'Teams answered 403 ConversationBlockedByUser', since: '2026-01-01T00:00:00.000Z' };
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, unreachable, reference: {} }],
      deliveries: [{ id: '1', conversationId: 'chat', kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
    });
    for (let night = 0; night < 3; night += 1) {
      const workers = new BackgroundWorkers(clock, noLog);
      const { messenger, notifier } = aNotifier({ ...deps, workers });
      messenger.failures.push(new DeliveryError('blocked', 'Teams answered 403'));
      notifier.send();
      await clock.passes(23 * 3600);
      assert.equal(messenger.attempts.length, 1);
      await workers.stop();
    }
  });

  it('is left alone again after a try that failed for another reason', async () => {
    const { store, clock, messenger, notifier, subscriptions } = aNotifier();
    const unreachable = { why: 'Teams answered 403 ConversationBlockedByUser', since: now };
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, unreachable, reference: {} }],
      deliveries: [{ id: '1', conversationId: 'chat', kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
    });
    messenger.failures.push(new DeliveryError('passing', 'Teams answered 500'));
    notifier.send();
    await clock.passes(60.5);
    assert.deepEqual([messenger.attempts.length, subscriptions.isAsleep('chat')], [1, true]);
    await clock.passes(60);
    assert.deepEqual(summaries(messenger.arrived), [second]);
  });

  it('is written to at once when somebody is heard from it', async () => {
    const { store, clock, messenger, notifier, subscriptions } = aNotifier();
    const unreachable = { why: 'Teams answered 403 ConversationBlockedByUser', since: now };
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, unreachable, reference: {} }],
      deliveries: [{ id: '1', conversationId: 'chat', kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
    });
    notifier.send();
    await clock.passes(59);
    assert.deepEqual(messenger.attempts, []);
    subscriptions.conversationBack.on((conversationId) => notifier.retry(conversationId));
    await subscriptions.meet({ id: 'chat', kind: 'groupChat', by: 'other', reference: {} });
    await clock.passes(1);
    assert.deepEqual(summaries(messenger.arrived), [second]);
  });
});

describe('news for a channel that has the tenant’s card', () => {
  for (const kind of ['denied', 'gone', 'blocked'] as const)
    it(`are a line under it once Teams lets the bot write there again: ${kind}`, async () => {
      const { store, clock, messenger, notifier, postedCards } = aNotifier();
      const conversationId = '19:channel@thread.tacv2';
      const view = { kind: 'tenant', tenantId: contoso, position: {} } as const;
      postedCards.keepRoot({ conversationId, activityId: 'root', view, drawn: '' });
      const refusal = new DeliveryError(kind, `Teams answered ${kind}`);
      messenger.failures.push(refusal, refusal);
      await store.commit({
        conversations: [{ id: conversationId, kind: 'channel', subscribed: true, reference: {} }],
        deliveries: [{ id: '1', conversationId, kind: 'tenant', tenantId: contoso, news: 'approved', at: now }],
      });
      notifier.send();
      await clock.passes(60);
      const told = messenger.arrived.filter(({ activityId }) => activityId === '');
      assert.deepEqual(
        told.map((each) => each.conversationId),
        [`${conversationId};messageid=root`],
      );
    });
});
