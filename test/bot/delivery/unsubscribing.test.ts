// Ending a subscription ends all that a conversation gets by itself.
import assert from 'node:assert/strict';
import { aNotifier } from '../../support/notifier-bench.js';

describe('a conversation that unsubscribes', () => {
  for (const subscribed of [true, false])
    it(`gets no monthly report any more, where it was ${subscribed ? '' : 'not '}subscribed`, async () => {
      const { store, subscriptions } = aNotifier();
      const chat = { id: 'chat', kind: 'personal', reference: {} } as const;
      await store.commit({ conversations: [{ ...chat, subscribed, reportedFor: '2026-07' }] });
      assert.equal(await subscriptions.subscribe('chat', false), true);
      assert.deepEqual(store.conversation('chat'), { ...chat, subscribed: false });
      assert.equal(await subscriptions.subscribe('chat', false), false);
    });
});
