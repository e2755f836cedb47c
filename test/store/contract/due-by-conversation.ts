// The part of a store's contract that speaks of deliveries by conversation: the same as looking through all of them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../../src/operations/ports/rows.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { type Bench, due } from './rows.js';

const chats = ['chat', 'other', '__proto__'];
const idOf = (number: number) => `due-${number}`;
const chatOf = (number: number) => chats[number % chats.length] ?? '';
const numbers = fc.uniqueArray(fc.nat(11), { maxLength: 6 });
const change: fc.Arbitrary<Change> = fc.record({
  deliveries: numbers.map((all) => all.map((number) => due(idOf(number), chatOf(number)))),
  doneDeliveryIds: numbers.map((all) => all.map(idOf)),
});

/** Runs it; `open` gives what the test under way has. */
export function dueByConversation(open: () => { readonly on: Bench; readonly store: Store }): void {
  const byIndex = (store: Store) => chats.map((chat) => [...store.deliveriesOf(chat)]);
  const byScan = (store: Store) => {
    const all = [...store.deliveries()];
    return chats.map((chat) => all.filter(({ conversationId }) => conversationId === chat));
  };
  const same = (store: Store) => {
    assert.deepEqual(byIndex(store), byScan(store));
    const conversations = new Set([...store.deliveries()].map(({ conversationId }) => conversationId));
    assert.deepEqual([...store.dueConversationIds()].sort(), [...conversations].sort());
  };

  describe('asked for the deliveries of a conversation', () => {
    it('has none for a conversation that nothing is due to, or that is not known', () => {
      const { store } = open();
      assert.deepEqual([...store.deliveriesOf('chat'), ...store.deliveriesOf('__proto__')], []);
      assert.deepEqual([...store.dueConversationIds()], []);
    });

    it('has the very rows that the store has, not those of whoever wrote them', async () => {
      const { on, store } = open();
      const written = [due('a'), due('b')];
      await store.commit({ deliveries: written });
      for (const each of [store, await on.reopened(store)]) {
        const [kept, found] = [[...each.deliveries()], [...each.deliveriesOf('chat')]];
        assert.deepEqual([kept.length, found.length], [2, 2]);
        for (const [place, row] of found.entries()) {
          assert.equal(row, kept[place]);
          assert.notEqual(row, written[place]);
        }
      }
    });

    it('goes on with an iteration during which one after the other is done', async () => {
      const { store } = open();
      await store.commit({ deliveries: [due('a'), due('b'), due('c', 'other'), due('d')] });
      const seen: string[] = [];
      for (const { id } of store.deliveriesOf('chat')) {
        seen.push(id);
        await store.commit({ doneDeliveryIds: [id] });
      }
      assert.deepEqual(seen, ['a', 'b', 'd']);
      assert.deepEqual([...store.dueConversationIds()], ['other']);
    });

    it('finds the same as whoever looks through all of them, whatever becomes due and is done', async () => {
      const { on, store } = open();
      const usual = { numRuns: 1, seed: 20_261_129 };
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 30, maxLength: 30 }), async (changes) => {
          for (const each of changes) {
            await store.commit(each);
            same(store);
          }
        }),
        usual,
      );
      assert.notDeepEqual([...store.deliveries()], []);
      same(await on.reopened(store));
    });
  });
}
