// Who hears what only admins can fix, and whose clients ask for a card of their own.

import assert from 'node:assert/strict';
import { Audience } from '../../../src/bot/people/audience.js';
import { type Batch, newBatch } from '../../../src/domain/batch/batch.js';
import type { RoleName } from '../../../src/domain/tenant/commands.js';
import type { Conversation } from '../../../src/operations/ports/rows.js';
import { now } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';
import { rolesOf } from '../../support/some-services.js';

const roles: Readonly<Record<string, RoleName>> = { alex: 'admin', megan: 'viewer', adele: 'admin' };
const chatOf = (person: string, changes: Partial<Conversation> = {}): Conversation => ({
  id: `chat-${person}`,
  kind: 'personal',
  subscribed: true,
  reference: {},
  people: [{ id: person, teamsId: `29:${person}` }],
  ...changes,
});
const gone = { unreachable: { why: 'blocked', since: now } };
const channel = (id: string, changes: Partial<Conversation> = {}): Conversation => ({
  id,
  kind: 'channel',
  subscribed: true,
  reference: {},
  ...changes,
});

const ofAdmins = (...conversations: readonly Conversation[]) =>
  new Audience(
    new MemoryStore({ conversations }),
    rolesOf('admin', { lastRoleOf: (id) => roles[id], roleOf: async ({ id }) => roles[id] }),
  ).ofAdmins('alarms');

describe('the audience of alarms', () => {
  it('is the admins’ own chats, whether or not they hear of tenants, and nobody else’s', async () => {
    const conversations = [chatOf('alex', { subscribed: false }), chatOf('megan'), channel('team')];
    assert.deepEqual(await ofAdmins(...conversations), ['chat-alex']);
  });

  it('is an admin who cannot be reached too, who reads it on coming back', async () => {
    const conversations = [chatOf('alex', gone), chatOf('adele'), channel('team')];
    assert.deepEqual(await ofAdmins(...conversations), ['chat-alex', 'chat-adele']);
  });

  it('is also whoever hears of tenants and can be reached, while no admin can', async () => {
    const conversations = [
      chatOf('alex', gone),
      chatOf('megan', { subscribed: false }),
      channel('team'),
      channel('silent', { subscribed: false }),
      channel('left', gone),
    ];
    assert.deepEqual(await ofAdmins(...conversations), ['chat-alex', 'team']);
  });
});

describe('a card in a chat of several', () => {
  it('becomes another for who may not press all of it, as may the person who asked for a batch that awaits a second admin', async () => {
    const people = ['alex', 'megan', 'adele'].map((id) => ({ id, teamsId: `29:${id}` }));
    const by = { id: 'alex', name: 'Alex' };
    const { batch } = newBatch({ id: 'batch', action: { do: 'enable' }, by, conversationId: 'team', at: now }, ['t']);
    const store = new MemoryStore({ conversations: [channel('team', { people })] });
    const audience = new Audience(store, rolesOf('admin', { lastRoleOf: (id) => roles[id] }));
    const refreshed = async (second: Batch['second']) => {
      await store.commit({ batches: [second ? { ...batch, second } : batch] });
      const card = audience.refreshing('team', { type: 'AdaptiveCard' } as never, { kind: 'batch', batchId: 'batch' });
      return (card as { refresh?: { userIds: readonly string[] } }).refresh?.userIds;
    };
    assert.deepEqual(await refreshed(undefined), ['29:megan']);
    assert.deepEqual(await refreshed({ basis: '' }), ['29:alex', '29:megan']);
    assert.deepEqual(await refreshed({ basis: '', approved: { by: { id: 'adele', name: '' }, at: now } }), [
      '29:megan',
    ]);
  });
});
