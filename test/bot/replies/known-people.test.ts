// Whom a message mentions: who they are is known of their Teams id, and what they're called isn't up to who writes.
import assert from 'node:assert/strict';
import { personMentioned } from '../../../src/bot/replies/known-people.js';
import type { Conversation } from '../../../src/operations/ports/rows.js';
import { megan } from '../../support/builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

describe('a person who is mentioned', () => {
  const teamsId = '29:megan';
  const mentions = async (...conversations: readonly Conversation[]) => {
    const { store } = testDependencies();
    await store.commit({ conversations: [...conversations] });
    return personMentioned({ store }, { teamsId, name: 'Meg' });
  };
  const people = [{ id: megan.id, teamsId }];
  const channel: Conversation = { id: 'channel', kind: 'channel', subscribed: false, reference: {}, people };
  const own: Conversation = { ...channel, id: 'own', kind: 'personal', name: megan.name };

  it('is called as in their own chat, and as the message says where they have none', async () => {
    assert.deepEqual(await mentions(channel, own), megan);
    assert.deepEqual(await mentions(channel), { ...megan, name: 'Meg' });
  });

  it('is no one where no conversation has met them', async () => {
    assert.equal(await mentions({ ...channel, people: [] }), undefined);
  });
});
