// Whom a message mentions: who they are is known of their Teams id, and what they're called isn't up to who writes.
import assert from 'node:assert/strict';
import { peopleCalled, personMentioned } from '../../../src/bot/replies/known-people.js';
import type { Conversation } from '../../../src/operations/ports/rows.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { alex, aTenant, contoso, enabled, having, megan } from '../../support/builders.js';
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

describe('a person who is called by name', () => {
  it('is found at any tenant that knows them, without going through all again', async () => {
    const { store } = testDependencies();
    let passes = 0;
    const counted = new Proxy(store, {
      get(of, key) {
        if (key === 'tenants') passes += 1;
        const found: unknown = Reflect.get(of, key);
        return typeof found === 'function' ? found.bind(of) : found;
      },
    });
    await store.commit({ tenants: [having(aTenant(), enabled)] });
    const services = { store: counted, tenantList: aTenantList(counted) };
    assert.deepEqual(await peopleCalled(services, 'ALEX WILBER'), [alex]);
    assert.deepEqual(await peopleCalled(services, megan.name), []);
    const before = passes;
    await store.commit({
      tenants: [having(store.tenant(contoso) ?? aTenant(), { type: 'ownershipTaken', by: megan })],
    });
    assert.deepEqual(await peopleCalled(services, megan.name), [megan]);
    assert.equal(passes, before);
  });
});
