// Which posted cards are kept: of each conversation those that were posted or turned last.
import assert from 'node:assert/strict';
import { PostedCards, type TeamsCard } from '../../../src/bot/cards/posted-cards.js';

const card = (activityId: string, conversationId = 'chat'): TeamsCard => ({
  ...{ conversationId, activityId, drawn: 'stamp' },
  view: { kind: 'list', query: { search: '', page: 1 } },
});

describe('the posted cards', () => {
  let kept: Iterable<TeamsCard>;
  let posted: PostedCards;

  beforeEach(() => {
    kept = [card('first'), card('of another', 'another chat'), card('second')];
    posted = new PostedCards({
      cards: () => [...kept],
      keep: (cards) => {
        kept = cards;
      },
    });
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

  it('are handed on when one is dropped, and not when there was none', () => {
    const before = kept;
    posted.drop(card('unknown'));
    assert.equal(kept, before);
    posted.dropAll(({ conversationId }) => conversationId === 'chat');
    assert.deepEqual(idsIn(kept), ['of another']);
  });
});
