// The contract of `CardStore`, which every implementation runs.
import assert from 'node:assert/strict';
import type { CardStore, PostedCard } from '../../src/operations/ports/cards.js';

/** How the suite handles an implementation, with nothing in it at first. Its views are texts. */
export interface CardBench {
  readonly cardStore: CardStore<string>;
  /** Ends it in order and opens what it has kept. */
  reopened(): Promise<CardStore<string>>;
  end(): Promise<void>;
}

const card = (number: number, drawn = 'stamp'): PostedCard<string> => ({
  conversationId: 'chat',
  activityId: `${number}`,
  view: 'a view',
  drawn,
});

/** Runs the suite; `bench` makes what one test needs. */
export function cardContract(name: string, bench: () => Promise<CardBench>): void {
  describe(`${name}, by the contract of posted cards`, () => {
    let on: CardBench;

    beforeEach(async () => {
      on = await bench();
    });

    afterEach(() => on.end());

    it('has nothing at first', async () => {
      assert.deepEqual(on.cardStore.cards(), []);
      assert.deepEqual((await on.reopened()).cards(), []);
    });

    it('reads at once what is put, the longest untouched first', () => {
      for (const each of [card(1), card(2), card(3), card(1, '')]) on.cardStore.put(each);
      assert.deepEqual(on.cardStore.cards(), [card(2), card(3), card(1, '')]);
    });

    it('gives the same object for as long as a card stays as it is', () => {
      const kept = card(1);
      on.cardStore.put(kept);
      on.cardStore.put(card(2));
      assert.equal(on.cardStore.cards()[0], kept);
    });

    it('forgets what is removed, and tells messages of two conversations apart', () => {
      const ofAnother = { ...card(1), conversationId: 'another chat' };
      for (const each of [card(1), ofAnother]) on.cardStore.put(each);
      on.cardStore.remove({ conversationId: 'chat', activityId: '1' });
      on.cardStore.remove({ conversationId: 'chat', activityId: 'unknown' });
      assert.deepEqual(on.cardStore.cards(), [ofAnother]);
    });

    it('keeps how a card was redrawn, unless it was put or removed meanwhile', () => {
      const before = card(1);
      on.cardStore.put(before);
      on.cardStore.put(card(2));
      on.cardStore.redrawn(before, card(1, 'redrawn'));
      assert.deepEqual(on.cardStore.cards(), [card(2), card(1, 'redrawn')]);
      on.cardStore.redrawn(before, card(1, 'of before the one before'));
      on.cardStore.remove(card(2));
      on.cardStore.redrawn(card(2), card(2, 'of one that is gone'));
      assert.deepEqual(on.cardStore.cards(), [card(1, 'redrawn')]);
    });

    it('has all of it when it is opened again', async () => {
      const clicked = { ...card(1, ''), clickedAt: '2026-11-29T10:00:00.000Z' };
      for (const each of [card(1), card(2), card(3), clicked]) on.cardStore.put(each);
      on.cardStore.redrawn(card(3), card(3, 'not kept'));
      on.cardStore.remove(card(2));
      const again = await on.reopened();
      assert.deepEqual(again.cards(), [card(3), clicked]);
      again.put(card(4));
      for (const each of [card(3), card(1)]) again.remove(each);
      assert.deepEqual((await on.reopened()).cards(), [card(4)]);
    });
  });
}
