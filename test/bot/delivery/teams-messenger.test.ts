// What the connector is asked for: an answer stands under what was asked, and what is told by itself under nothing.
import assert from 'node:assert/strict';
import { TeamsMessenger, type TeamsMessengerDeps } from '../../../src/bot/delivery/teams-messenger.js';

const bot = { id: '28:bot', name: 'Gatehouse' };
const reference = { serviceUrl: 'http://127.0.0.1:1', channelId: 'msteams', bot, conversationType: 'channel' };
const card = { type: 'AdaptiveCard' };

describe('a message through Teams’ connector', () => {
  const made = (stored: unknown = reference) => {
    const asked: (readonly unknown[])[] = [];
    const take =
      (what: string) =>
      async (conversationId: string, ...rest: readonly unknown[]) => {
        const activity = rest.at(-1) as Readonly<Record<string, unknown>>;
        const { from, conversation, replyToId } = activity;
        assert.deepEqual([from, (conversation as { id: string }).id], [bot, conversationId]);
        asked.push([what, conversationId, ...rest.slice(0, -1), replyToId]);
        return { id: 'posted' };
      };
    const conversations = {
      sendToConversation: take('send'),
      replyToActivity: take('reply'),
      updateActivity: take('update'),
    };
    const messenger = new TeamsMessenger({
      adapter: { connectorAt: async () => ({ conversations }) },
      store: { conversation: () => ({ reference: stored }) },
      sendQueue: { send: async (_: string, __: string, request: () => Promise<unknown>) => request() },
    } as unknown as TeamsMessengerDeps);
    return { messenger, asked };
  };

  for (const activityId of [undefined, ''])
    it(`answers no message where none is known (${activityId})`, async () => {
      const { messenger, asked } = made();
      assert.equal(await messenger.answer({ conversationId: 'desk', reference, activityId }, card, ''), 'posted');
      assert.deepEqual(asked, [['send', 'desk', undefined]]);
    });

  it('answers the message that asked', async () => {
    const { messenger, asked } = made();
    await messenger.answer({ conversationId: 'desk', reference, activityId: 'asked' }, card, '');
    assert.deepEqual(asked, [['reply', 'desk', 'asked', 'asked']]);
  });

  it('is told by itself under no message, into the thread that it’s meant for', async () => {
    const { messenger, asked } = made();
    await messenger.send('desk;messageid=root', () => ({ card, summary: '' }));
    assert.deepEqual(asked, [['send', 'desk;messageid=root', undefined]]);
  });

  it('is changed where it stands', async () => {
    const { messenger, asked } = made();
    await messenger.update('desk', 'posted', () => card);
    assert.deepEqual(asked, [['update', 'desk', 'posted', undefined]]);
  });

  it('is refused where how to write there isn’t known', async () => {
    const { messenger, asked } = made({});
    await assert.rejects(
      messenger.update('desk', 'posted', () => card),
      { code: 'delivery', kind: 'refused' },
    );
    assert.deepEqual(asked, []);
  });
});
