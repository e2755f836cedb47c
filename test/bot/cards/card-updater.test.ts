// Posted cards keep up with what they show, and no click gets lost over it.

import assert from 'node:assert/strict';
import { DeliveryError } from '../../../src/bot/delivery/messenger.js';
import type { PostedView } from '../../../src/bot/turn/posted-view.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, enabled, tenantBy } from '../../support/builders.js';
import { cardUpdater, ofContoso } from '../../support/card-bench.js';
import { testDependencies } from '../../support/test-dependencies.js';
import { aWatchedRequest } from '../../support/watched-request-builders.js';

const theList: PostedView = { kind: 'list', query: { search: '', page: 1 } };

describe('a conversation with many cards', () => {
  it('has its twenty latest kept up to date, whatever happens in other conversations', async () => {
    const { clock, post, happens, drawn } = cardUpdater();
    post('of another', 'another chat');
    for (let count = 1; count <= 22; count += 1) post(`${count}`);
    await happens(enabled);
    await clock.passes(10);
    const latest = Array.from({ length: 20 }, (_, index) => `${index + 3}`);
    assert.deepEqual(drawn().sort(), ['of another', ...latest].sort());
  });
});

describe('a card of what has happened in this very minute', () => {
  for (const view of [ofContoso, theList]) {
    it(`stays as it is in the next minute: ${view.kind}`, async () => {
      const { clock, store, updater, drawn } = cardUpdater();
      await clock.passes(30);
      await store.commit({ tenants: [{ ...tenantBy.issuesFound(), since: clock.now() }] });
      await clock.passes(10);
      updater.posted({ conversationId: 'chat', activityId: 'message' }, updater.now(view, 'chat'));
      await clock.passes(60);
      // Whatever else is saved has all cards compared.
      await store.commit({ watchedRequests: [aWatchedRequest()] });
      await clock.passes(10);
      assert.deepEqual(drawn(), []);
    });
  }
});

describe('a card that shows what no button depends on', () => {
  const { onboarding, ...approved } = tenantBy.approved();
  assert.ok(onboarding?.relationship && onboarding.assignments);
  const [assignment] = onboarding.assignments;
  assert.ok(assignment);
  const [on, later] = ['2026-12-24T10:00:00.000Z', '2027-06-22T10:00:00.000Z'];
  const ending = (end: string) => ({
    ...approved,
    onboarding: {
      ...onboarding,
      coverage: { is: 'ends', on: end, relationshipId: onboarding.relationship?.id ?? '', keep: 'extend' } as const,
    },
  });
  const byEnd: PostedView = { kind: 'list', query: { search: 'ends<400d', page: 1 } };
  const changes = {
    'the tags in a list': [theList, { ...ending(on), tags: ['vip'] }],
    'delegated admin in a list': [theList, { ...ending(on), delegatedAdmin: { state: 'granted' } }],
    'the end of access in a list of ends': [byEnd, ending(later)],
    'the roles of a group': [
      ofContoso,
      { ...approved, onboarding: { ...ending(on).onboarding, assignments: [{ ...assignment, roleIds: [] }] } },
    ],
  } satisfies Record<string, readonly [PostedView, Tenant]>;
  for (const [what, [view, changed]] of Object.entries(changes))
    it(`is drawn anew once that changes: ${what}`, async () => {
      const { clock, store, updater, drawn } = cardUpdater(testDependencies(ending(on)));
      updater.posted({ conversationId: 'chat', activityId: 'message' }, updater.now(view, 'chat'));
      await clock.passes(10);
      assert.deepEqual(drawn(), []);
      await store.commit({ tenants: [changed] });
      await clock.passes(10);
      assert.deepEqual(drawn(), ['message']);
    });
});

describe('a card that somebody turns while it is being drawn', () => {
  const message = { conversationId: 'chat', activityId: 'message' };
  const turnedTo = async (view: PostedView) => {
    const { messenger, updater, happens, post, ...bench } = cardUpdater();
    post('message');
    messenger.meanwhile = () =>
      updater.showsNow(message, view, { othersMustSee: false, wasDue: updater.isDue(message) });
    await happens(enabled);
    await bench.clock.passes(10);
    return { ...bench, happens };
  };

  it('shows what it was turned to, and is drawn so once more, since the drawing may arrive after the answer', async () => {
    const { clock, postedCards, happens, drawn } = await turnedTo(theList);
    assert.equal(postedCards.find(message)?.view.kind, 'list');
    assert.deepEqual(drawn(), ['message', 'message']);
    // The next change of what it shows now is drawn.
    await happens({ type: 'accessApproved' });
    await clock.passes(10);
    assert.deepEqual(drawn(), ['message', 'message', 'message']);
  });

  it('is left to who has opened something of what is drawn, until they have read it', async () => {
    const { clock, drawn } = await turnedTo(ofContoso);
    assert.deepEqual(drawn(), ['message']);
    await clock.passes(600);
    assert.deepEqual(drawn(), ['message', 'message']);
  });

  it('is drawn once more also where it was up to date and drawn for what is told under it', async () => {
    const { clock, messenger, postedCards, updater, post, drawn } = cardUpdater();
    post('message');
    messenger.meanwhile = () => updater.showsNow(message, theList, { othersMustSee: false });
    await updater.drawNow(postedCards.find(message) ?? assert.fail(), { isHeld: true });
    await clock.passes(10);
    assert.deepEqual(drawn(), ['message', 'message']);
  });
});

describe('a card whose button is selected in vain while it is being drawn', () => {
  it('is drawn once more, after their client has shown the answer', async () => {
    const { clock, messenger, updater, happens, post } = cardUpdater();
    post('message');
    messenger.meanwhile = () => updater.showsAgain({ conversationId: 'chat', activityId: 'message' });
    await happens(enabled);
    await clock.passes(10);
    assert.deepEqual(
      messenger.attempts.map(({ at }) => at),
      [0.3, 1.8],
    );
  });
});

describe('a card that another replica has answered a click on', () => {
  const clicked = (clickedAt: string) => ({
    ...{ conversationId: 'chat', activityId: 'message', view: ofContoso, drawn: '', clickedAt },
  });

  it('is left alone from when this one hears of it for as long as the client paints it', async () => {
    const { clock, cardStore, happens, post, messenger } = cardUpdater();
    post('message');
    await clock.passes(5);
    cardStore.othersDo({ put: [clicked('1999-12-31T23:59:59.000Z')] });
    await happens(enabled);
    await clock.passes(10);
    assert.deepEqual(
      messenger.attempts.map(({ at }) => at),
      [6.5],
    );
  });

  it('is drawn as it is now once another replica has posted or redrawn it, without such a wait', async () => {
    const { clock, cardStore, messenger } = cardUpdater();
    cardStore.othersDo({ put: [{ conversationId: 'chat', activityId: 'message', view: ofContoso, drawn: 'old' }] });
    await clock.passes(10);
    assert.deepEqual(
      messenger.attempts.map(({ at }) => at),
      [0.3],
    );
  });
});

describe('a card that was drawn in another language than its conversation now speaks', () => {
  for (const language of ['de', 'en'] as const) {
    it(`is ${language === 'en' ? 'not ' : ''}drawn again when that was ${language}`, async () => {
      const { clock, updater, drawn } = cardUpdater();
      updater.posted({ conversationId: 'chat', activityId: 'posted' }, updater.now(ofContoso, 'chat', language));
      const clicked = { conversationId: 'chat', activityId: 'clicked' };
      updater.showsNow(clicked, ofContoso, { othersMustSee: false, language });
      await clock.passes(10);
      assert.deepEqual(drawn(), language === 'en' ? [] : ['posted', 'clicked']);
    });
  }
});

describe('a card that somebody has just turned', () => {
  it('is left alone for as long as their client paints it', async () => {
    const { clock, updater, happens, post, messenger } = cardUpdater();
    post('message');
    updater.showsNow({ conversationId: 'chat', activityId: 'message' }, ofContoso, { othersMustSee: true });
    await happens(enabled);
    await clock.passes(10);
    assert.deepEqual(
      messenger.attempts.map(({ at }) => at),
      [1.5],
    );
  });
});

describe('a card that Teams does not take at the moment', () => {
  /** When it is drawn, in seconds, though something changes every second. */
  const times = async (...failures: readonly DeliveryError[]) => {
    const { clock, messenger, happens, post } = cardUpdater();
    post('message');
    messenger.failures.push(...failures);
    await happens(enabled, { type: 'approvalAwaited' });
    for (let seconds = 0; seconds < 30; seconds += 1) {
      await clock.passes(1);
      if (messenger.arrived.length === 0) await happens({ type: 'approvalLinkTaken', by: alex });
    }
    return messenger.attempts.map(({ at }) => at);
  };

  it('is drawn again after five seconds', async () => {
    assert.deepEqual(await times(new DeliveryError('passing', 'Teams answered 500')), [0.3, 5.3]);
  });

  it('is drawn again no sooner than Teams asks', async () => {
    const failure = new DeliveryError('passing', 'Teams answered 429', { retryAfterMs: 20_000 });
    assert.deepEqual(await times(failure), [0.3, 20.3]);
  });
});

describe('a card that can never be drawn again', () => {
  for (const kind of ['messageGone', 'tooLarge', 'refused'] as const) {
    it(`is forgotten once Teams has answered ${kind}, and not tried again`, async () => {
      const { clock, messenger, postedCards, happens, post, drawn } = cardUpdater();
      post('message');
      messenger.failures.push(new DeliveryError(kind, 'no'));
      await happens(enabled);
      await clock.passes(20);
      assert.deepEqual(postedCards.cards, []);
      assert.deepEqual(drawn(), ['message']);
    });
  }
});
