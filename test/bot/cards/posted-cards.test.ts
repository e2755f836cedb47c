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
});
