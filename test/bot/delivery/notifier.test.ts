// Every piece of news reaches its conversations, whatever Teams answers in between.

import assert from 'node:assert/strict';
import { CardContent } from '../../../src/bot/cards/card-content.js';
import { CardUpdater } from '../../../src/bot/cards/card-updater.js';
import { PostedCards } from '../../../src/bot/cards/posted-cards.js';
import { DeliveryError, type DeliveryFailure } from '../../../src/bot/delivery/messenger.js';
import { Notifier } from '../../../src/bot/delivery/notifier.js';
import { SendQueue } from '../../../src/bot/delivery/send-queue.js';
import { Subscriptions } from '../../../src/bot/delivery/subscriptions.js';
import { OffboardingFiles } from '../../../src/bot/files/offboarding-files.js';
import { Audience } from '../../../src/bot/people/audience.js';
import { issuedOf } from '../../../src/domain/offboarding/certify.js';
import type { WatchedRequest, WatchedRequestNews } from '../../../src/domain/offboarding/watched-request.js';
import type { News } from '../../../src/domain/tenant/news.js';
import { DelegatedAdminReader } from '../../../src/operations/commands/delegated-admin.js';
import { TenantList } from '../../../src/operations/commands/tenant-list.js';
import { Leftovers } from '../../../src/operations/offboarding/leftovers.js';
import { WatchedRequestStories } from '../../../src/operations/offboarding/watched-request-story.js';
import { alarmWords } from '../../../src/views/health/alarms.js';
import { headline } from '../../../src/views/words/notices.js';
import { certified } from '../../support/an-offboarding.js';
import { alex, aRelationship, contoso, now, tenantBy } from '../../support/builders.js';
import { buttonsOf, textOf } from '../../support/card-reading.js';
import { type Attempt, FakeMessenger } from '../../support/fake-messenger.js';
import { rolesOf } from '../../support/some-services.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';
import { aCertificate, aWatchedRequest } from '../../support/watched-request-builders.js';

const first = headline('issuesFound', tenantBy.approved());
const second = headline('approved', tenantBy.approved());
const alarmTitle = alarmWords({ code: 'signInLost', reason: 'signInExpired' }).title;
const alexInTeams = { ...alex, teamsId: '29:alex' };

/** A notifier with nothing to do, and of whom nobody knows yet whether they may look. */
function aNotifier() {
  const deps = testDependencies(tenantBy.approved());
  const { microsoft, store, clock, log, workers, template } = deps;
  const messenger = new FakeMessenger(clock);
  const roles = { mayLook: undefined as boolean | undefined };
  const context = () => ({ isSandbox: false, template, now: clock.now() });
  const audience = new Audience(store, rolesOf('admin', { mayLook: async () => roles.mayLook }));
  const postedCards = new PostedCards({ cards: () => [], keep: () => undefined });
  const tenantList = new TenantList(store, template);
  const leftovers = new Leftovers({ store, delegatedAdmin: new DelegatedAdminReader(deps), log, workers });
  const content = new CardContent(store, tenantList, leftovers, audience, context);
  const subscriptions = new Subscriptions(store, log, new SendQueue(clock));
  const updater = new CardUpdater({ postedCards, content, audience, messenger, subscriptions, workers, log });
  const watchedRequestStories = new WatchedRequestStories(deps);
  const offered: string[] = [];
  const files = standIn(OffboardingFiles, {
    offerByItself: async (conversationId, { id }) => void offered.push(`${id} ${conversationId}`),
  });
  const ports = {
    ...{ store, messenger, updater, subscriptions, audience, workers, log, context },
    watchedRequestStories,
    files,
  };
  const notifier = new Notifier(ports);
  return { microsoft, store, clock, messenger, postedCards, notifier, subscriptions, roles, offered };
}

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

describe('a certificate', () => {
  it('is told of with the card of its exit, which stays alive, where it is due', async () => {
    const { store, messenger, notifier, clock, postedCards, offered } = aNotifier();
    const hashes = { json: 'a'.repeat(64), pdf: 'b'.repeat(64) };
    const certificate = issuedOf(certified(), hashes);
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, reference: {} }],
      certificates: [certificate],
      deliveries: [
        { id: '1', conversationId: 'chat', kind: 'certificate', certificateId: certificate.id, at: now },
        { id: '2', conversationId: 'chat', kind: 'certificate', certificateId: 'unknown', at: now },
      ],
    });
    notifier.send();
    await clock.passes(60);
    const [told, ...more] = messenger.arrived;
    assert.equal(told?.summary, '✅ You no longer have access to Contoso Ltd.');
    assert.deepEqual(buttonsOf(told.card), ['PDF', 'JSON', 'To the tenant']);
    const { id: offboardingId, tenantId } = certificate;
    assert.deepEqual(
      postedCards.cards.map(({ view }) => view),
      [{ kind: 'offboarding', tenantId, offboardingId }],
    );
    assert.deepEqual([more, [...store.deliveries()]], [[], []]);
    assert.deepEqual(offered, [`${offboardingId} chat`]);
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

describe('a person of whom it cannot be found out whether they may still look', () => {
  /** A piece of news and an alarm are due to them. */
  const due = async () => {
    const { store, messenger, notifier, clock, roles } = aNotifier();
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {}, people: [alexInTeams] }],
      deliveries: [
        {
          id: '1',
          conversationId: 'chat',
          kind: 'alarm',
          alarm: { code: 'signInLost', reason: 'signInExpired' },
          at: now,
        },
        { id: '2', conversationId: 'chat', kind: 'tenant' as const, tenantId: contoso, news: 'approved', at: now },
      ],
    });
    notifier.send();
    await clock.passes(60);
    return { messenger, clock, roles };
  };

  it('hears of an alarm, which may be the reason for it, and of no tenant until that is known', async () => {
    const { messenger, clock, roles } = await due();
    assert.deepEqual(summaries(messenger.arrived), [alarmTitle]);
    roles.mayLook = true;
    await clock.passes(300);
    assert.deepEqual(summaries(messenger.arrived), [alarmTitle, second]);
  });
});

describe('news of a request to a tenant that was offboarded', () => {
  const told = async (watchedRequest: WatchedRequestNews, watched: readonly WatchedRequest[]) => {
    const { store, clock, messenger, notifier, microsoft } = aNotifier();
    microsoft.listedRelationships = [{ ...aRelationship(), customerName: 'Contoso as it is called now' }];
    await store.commit({
      certificates: [
        aCertificate(),
        aCertificate({ id: 'exit-3', issuedAt: '2026-11-20T10:00:00.000Z' }),
        aCertificate({ id: 'exit-2', issuedAt: '2026-11-15T10:00:00.000Z' }),
      ],
      watchedRequests: watched,
      conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }],
      deliveries: [
        {
          id: '1',
          conversationId: 'chat',
          tenantId: contoso,
          relationshipId: 'relationship-1',
          kind: 'watchedRequest',
          news: watchedRequest,
          at: now,
        },
      ],
    });
    notifier.send();
    await clock.passes(60);
    assert.deepEqual([...store.deliveries()], []);
    return messenger.arrived.map(({ summary, card }) => [summary, textOf(card), buttonsOf(card)] as const);
  };

  it('calls the tenant what Microsoft calls it, and has the button that ends it', async () => {
    const [[summary, text, buttons] = assert.fail()] = await told('becameActive', [
      aWatchedRequest({ becameActiveAt: now }),
    ]);
    assert.equal(summary, '⚠️ Contoso as it is called now was offboarded, and has now approved a request of yours');
    assert.match(text, /offboarded completely on 10 November 2026, certificate exit-1/);
    assert.deepEqual(buttons, ['Terminate it now']);
  });

  it('tells how things stand when it is sent, not how they stood', async () => {
    const termination = { by: alex, at: now };
    const [[summary, , buttons] = assert.fail()] = await told('becameActive', [
      aWatchedRequest({ becameActiveAt: now, termination }),
    ]);
    assert.match(summary, /is being terminated/);
    assert.deepEqual(buttons, []);
  });

  it('says that it is over, once it is', async () => {
    const [[summary, text] = assert.fail()] = await told('terminated', []);
    // Nothing says any more which exit it was of, so it is taken for the last one.
    assert.match(text, /offboarded completely on 20 November 2026, certificate exit-3/);
    assert.equal(summary, '✅ The access to Contoso as it is called now is over');
  });

  it('is not sent when there is nothing left that anybody would have to know', async () => {
    assert.deepEqual(await told('becameActive', []), []);
  });
});

describe('news for a person of whom it cannot be read whether they may look', () => {
  it('is held back, which is no reason to start anew, until that is known', async () => {
    const { store, clock, notifier, roles } = aNotifier();
    const due = {
      id: '1',
      conversationId: 'chat',
      kind: 'tenant',
      tenantId: contoso,
      news: 'approved',
      at: now,
    } as const;
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {}, people: [alexInTeams] }],
      deliveries: [due],
    });
    assert.equal(notifier.isHeldBack(due), false);
    notifier.send();
    await clock.passes(900);
    assert.equal(notifier.isHeldBack(due), true);
    roles.mayLook = true;
    await clock.passes(300);
    assert.equal(notifier.isHeldBack(due), false);
    assert.deepEqual([...store.deliveries()], []);
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

  it('is not written to once it is unreachable, and keeps the newest until somebody is heard from it', async () => {
    const { store, clock, messenger, notifier, subscriptions } = aNotifier();
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
    notifier.send();
    await clock.passes(3600);
    assert.deepEqual([messenger.attempts, [...store.deliveries()].map(({ id }) => id)], [[], ['2']]);
    subscriptions.onBack((conversationId) => notifier.retry(conversationId));
    await subscriptions.meet({ id: 'chat', kind: 'groupChat', reference: {} });
    await clock.passes(1);
    assert.deepEqual(summaries(messenger.arrived), [second]);
  });
});
