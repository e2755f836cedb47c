// Which posted cards are kept: of each conversation those that were posted or turned last.
import assert from 'node:assert/strict';
import { PostedCards, type TeamsCard } from '../../../src/bot/cards/posted-cards.js';
import type { PostedView } from '../../../src/bot/turn/posted-view.js';
import { now } from '../../support/builders.js';
import { MemoryCardStore } from '../../support/memory-card-store.js';

const card = (activityId: string, conversationId = 'chat'): TeamsCard => ({
  ...{ conversationId, activityId, drawn: 'stamp' },
  view: { kind: 'list', query: { search: '', page: 1 } },
});

describe('the posted cards', () => {
  let store: MemoryCardStore<PostedView>;
  let posted: PostedCards;

  beforeEach(() => {
    store = new MemoryCardStore([card('first'), card('of another', 'another chat'), card('second')]);
    posted = new PostedCards(store, { now: () => now });
  });

  const idsIn = (cards: Iterable<TeamsCard>) => [...cards].map(({ activityId }) => activityId);

  it('are those that were kept, and in their order in a conversation', () => {
    assert.deepEqual(idsIn(posted.in('chat')), ['first', 'second']);
    assert.equal(posted.cards.length, 3);
  });

  it('lose the one of a conversation that was left alone for longest, and none of another', () => {
    posted.keep(card('first'));
    for (let count = 1; count <= 19; count += 1) posted.keep(card(`${count}`));
    assert.deepEqual(idsIn(posted.in('chat')).slice(0, 2), ['first', '1']);
    assert.equal(posted.in('chat').length, 20);
    assert.equal(posted.find(card('second')), undefined);
    assert.deepEqual(idsIn(posted.in('another chat')), ['of another']);
  });

  it('have a message once, with what it shows now', () => {
    const turned: TeamsCard = { ...card('first'), view: { kind: 'language' } };
    posted.keep(turned);
    assert.deepEqual(posted.find(turned), turned);
    assert.deepEqual(idsIn(posted.in('chat')), ['second', 'first']);
  });

  it('are kept one by one, and forgotten one by one', () => {
    posted.keep(card('third'));
    posted.drop(card('unknown'));
    assert.deepEqual(idsIn(store.cards()), ['first', 'of another', 'second', 'third']);
    posted.dropAll(({ conversationId }) => conversationId === 'chat');
    assert.deepEqual(idsIn(store.cards()), ['of another']);
  });

  it('show what they were redrawn with, unless they were clicked meanwhile', () => {
    const before = posted.find(card('first'));
    assert.ok(before);
    posted.redrawn(before, { ...before, drawn: 'redrawn' });
    assert.equal(posted.find(card('first'))?.drawn, 'redrawn');
    posted.clicked({ ...card('first'), drawn: '' });
    posted.redrawn(before, { ...before, drawn: 'of before the click' });
    for (const cards of [posted.cards, store.cards()])
      assert.deepEqual(
        cards.find(({ activityId }) => activityId === 'first'),
        { ...card('first'), drawn: '', clickedAt: now },
      );
  });

  it('follow what other replicas do, and tell which of them people have clicked on', () => {
    const told: unknown[] = [];
    posted.clickedElsewhere.on((cards) => told.push(idsIn(cards)));
    posted.changedElsewhere.on(() => told.push(idsIn(posted)));
    const clicked = { ...card('first'), drawn: '', clickedAt: now };
    store.othersDo({ put: [{ ...card('second'), drawn: 'redrawn' }], removed: [card('of another', 'another chat')] });
    store.othersDo({ put: [clicked, card('new')] });
    store.othersDo({ put: [{ ...clicked, drawn: 'stamp' }] });
    assert.deepEqual(told, [['first', 'second'], ['first'], ['second', 'first', 'new'], ['second', 'new', 'first']]);
    assert.equal(posted.find(card('second'))?.drawn, 'redrawn');
  });

  describe('under which news are told', () => {
    const ofTenant = (tenantId: string) => ({ kind: 'tenant' as const, tenantId, position: {} });
    const root = (activityId: string, tenantId: string): TeamsCard => ({
      ...card(activityId, '19:a'),
      view: ofTenant(tenantId),
    });

    it('are the newest of their tenant, also after a click that leaves it on the card, for thirty days', () => {
      const clock = { now: () => now };
      posted = new PostedCards(store, clock);
      posted.keepRoot(root('old', 'contoso'));
      clock.now = () => '2026-12-01T10:00:00.000Z';
      posted.keepRoot(root('new', 'contoso'));
      assert.equal(posted.rootIn('19:a', ofTenant('contoso'))?.activityId, 'new');
      assert.equal(posted.rootIn('19:a', ofTenant('fabrikam')), undefined);
      posted.clicked(root('new', 'contoso'));
      assert.equal(posted.rootIn('19:a', ofTenant('contoso'))?.activityId, 'new');
      posted.clicked(root('new', 'fabrikam'));
      assert.equal(posted.rootIn('19:a', ofTenant('contoso'))?.activityId, 'old');
      clock.now = () => '2026-12-23T10:00:00.000Z';
      assert.equal(posted.rootIn('19:a', ofTenant('contoso')), undefined);
    });

    it('are kept beside twenty others, a hundred at most', () => {
      for (let count = 1; count <= 101; count += 1) posted.keepRoot(root(`${count}`, `tenant-${count}`));
      for (let count = 1; count <= 30; count += 1) posted.keep(card(`other ${count}`, '19:a'));
      assert.equal(posted.in('19:a').length, 120);
      assert.equal(posted.rootIn('19:a', ofTenant('tenant-1')), undefined);
      assert.ok(posted.rootIn('19:a', ofTenant('tenant-2')));
    });
  });
});
