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

    it('reads at once what is kept, in its order, in place of all before', () => {
      on.cardStore.keep([card(1), card(2)]);
      assert.deepEqual(on.cardStore.cards(), [card(1), card(2)]);
      on.cardStore.keep([card(3), card(1, '')]);
      assert.deepEqual(on.cardStore.cards(), [card(3), card(1, '')]);
    });

    it('has what becomes of the cards it was given', async () => {
      const kept = new Set([card(1)]);
      on.cardStore.keep(kept);
      kept.add(card(2));
      assert.deepEqual(on.cardStore.cards(), [card(1), card(2)]);
      assert.deepEqual((await on.reopened()).cards(), [card(1), card(2)]);
    });

    it('has the cards that were kept last when it is opened again', async () => {
      on.cardStore.keep([card(1), card(2)]);
      on.cardStore.keep([card(2, 'another'), card(1)]);
      const again = await on.reopened();
      assert.deepEqual(again.cards(), [card(2, 'another'), card(1)]);
      again.keep([]);
      assert.deepEqual((await on.reopened()).cards(), []);
    });
  });
}
