// What Teams says of a person, wherever they act from.
import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { askTeams } from '../../../src/bot/people/ask-teams.js';
import { MemoryStore } from '../../support/memory-store.js';

const alex = { id: '00000000-0000-4000-8000-000000000020', teamsId: '29:alex' };
const person = { aadObjectId: alex.id.toUpperCase(), id: alex.teamsId };
const key = Symbol('connector');

/** An activity from a chat, in a Teams that knows members of some chats, and says of others what it says. */
function acting(members: Readonly<Record<string, object | string>>, conversationId = 'elsewhere') {
  const asked: string[] = [];
  const conversations = {
    getConversationMember: async (id: string, userId: string) => {
      asked.push(`${id} ${userId}`);
      const member = members[id];
      if (typeof member !== 'object') throw Object.assign(new Error('refused'), { statusCode: 403, code: member });
      return member;
    },
  };
  const context = {
    activity: { from: person, conversation: { id: conversationId }, serviceUrl: 'https://teams' },
    adapter: { ConnectorClientKey: key },
    turnState: new Map([[key, { conversations }]]),
  } as unknown as TurnContext;
  return { context, asked };
}

const withChats = (...people: (typeof alex)[]) =>
  new MemoryStore({
    conversations: people.map((each) => ({
      id: `chat of ${each.teamsId}`,
      kind: 'personal' as const,
      subscribed: false,
      people: [each],
      reference: {},
    })),
  });

describe('asking Teams about a person', () => {
  it('asks in the chat that they act from', async () => {
    const { context, asked } = acting({ elsewhere: { userRole: 'user' } });
    assert.deepEqual(await askTeams(withChats(alex))(context), { userRole: 'user' });
    assert.deepEqual(asked, ['elsewhere 29:alex']);
  });

  it('asks in their own chat where the bot isn’t in the other one', async () => {
    for (const code of ['BotNotInConversationRoster', 'ConversationNotFound']) {
      const { context } = acting({ elsewhere: code, 'chat of 29:alex': { userRole: 'user' } });
      assert.deepEqual(await askTeams(withChats(alex))(context), { userRole: 'user' });
    }
  });

  it('asks in nobody else’s chat, and not where they are no member of the one that they act from', async () => {
    const other = { id: '00000000-0000-4000-8000-000000000021', teamsId: '29:megan' };
    const members = { 'chat of 29:megan': { userRole: 'user' }, 'chat of 29:alex': { userRole: 'user' } };
    const { context, asked } = acting({ ...members, elsewhere: 'BotNotInConversationRoster' });
    await assert.rejects(askTeams(withChats(other))(context), /refused/);
    assert.deepEqual(asked, ['elsewhere 29:alex']);
    const gone = acting({ ...members, elsewhere: 'MemberNotFoundInConversation' });
    await assert.rejects(askTeams(withChats(alex))(gone.context), /refused/);
    assert.deepEqual(gone.asked, ['elsewhere 29:alex']);
  });
});
