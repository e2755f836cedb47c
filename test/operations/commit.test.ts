// What is written follows from what was read, though another process writes the same rows.

import assert from 'node:assert/strict';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { Outdated } from '../../src/domain/errors.js';
import { changeConversation, commitLatest, creating, HeldRow } from '../../src/operations/commit.js';
import type { Conversation } from '../../src/operations/ports/rows.js';
import { advance } from '../../src/operations/reconcile/advance.js';
import { Recording } from '../../src/operations/recording/recording.js';
import { alex, aTenant, contoso, tenantBy } from '../support/builders.js';
import { MemoryStore } from '../support/memory-store.js';
import { aWayOut } from '../support/send-queue-bench.js';
import { noLog, testDependencies } from '../support/test-dependencies.js';

const chat: Conversation = { id: 'chat', kind: 'personal', subscribed: false, reference: {} };

describe('a row that is held', () => {
  it('is committed to over and over by who holds it', async () => {
    const store = new MemoryStore({ tenants: [aTenant()] });
    const row = new HeldRow(store, 'tenants', contoso);
    await row.commit({ tenants: [{ ...aTenant(), version: 2 }] });
    await row.commit({ tenants: [{ ...aTenant(), version: 3 }] });
    assert.equal(store.tenant(contoso)?.version, 3);
  });

  it('is not written over what another has written meanwhile, nor is anything beside it', async () => {
    const store = new MemoryStore({ tenants: [aTenant()] });
    const row = new HeldRow(store, 'tenants', contoso);
    await store.commit({ tenants: [{ ...aTenant(), version: 7 }] });
    const change = { tenants: [{ ...aTenant(), version: 2 }], conversations: [chat] };
    for (const _ of [1, 2]) await assert.rejects(row.commit(change), Outdated);
    assert.deepEqual([store.tenant(contoso)?.version, [...store.conversations()]], [7, []]);
  });

  it('keeps facts from being saved that follow from an older tenant', async () => {
    const deps = testDependencies(tenantBy.approved());
    const recording = new Recording(deps.contoso(), deps);
    recording.add([{ type: 'disabled', by: alex }]);
    await deps.happens({ type: 'approvalLinkTaken', by: alex });
    await assert.rejects(recording.save(), Outdated);
    assert.equal(deps.contoso().status, 'approved');
  });
});

describe('a change that is made of the latest', () => {
  it('is made anew when another was first', async () => {
    const store = new MemoryStore({ conversations: [chat] });
    const asked: unknown[] = [];
    const toggled = (known: Conversation | undefined) => {
      asked.push(known?.installed);
      return known && { ...known, subscribed: true };
    };
    const [hasChanged] = await Promise.all([
      changeConversation(store, 'chat', toggled),
      store.commit({ conversations: [{ ...chat, installed: true }] }),
    ]);
    assert.deepEqual([hasChanged, asked], [true, [undefined]]);
  });

  it('makes nothing where there is nothing to change', async () => {
    const store = new MemoryStore();
    assert.equal(await commitLatest(store, () => undefined), false);
    assert.equal(await changeConversation(store, 'chat', () => undefined), false);
  });

  it('does not make a tenant that is there already', async () => {
    const store = new MemoryStore();
    const change = creating(store, [aTenant()]);
    await store.commit({ tenants: [{ ...aTenant(), version: 7 }] });
    assert.deepEqual(await store.commit(change), { refused: 'outdated' });
    assert.equal(store.tenant(contoso)?.version, 7);
  });

  it('has neither of two things undo the other that happen in a conversation at once', async () => {
    const store = new MemoryStore({ conversations: [chat] });
    const subscriptions = new Subscriptions(store, noLog, aWayOut().sendQueue);
    const person = { id: alex.id, teamsId: '29:alex' };
    await Promise.all([
      subscriptions.meet({ id: 'chat', kind: 'personal', by: 'other', reference: { new: true }, person }),
      subscriptions.subscribe('chat', true),
      subscriptions.lost('chat', { why: 'blocked', since: '2026-11-22T10:00:00.000Z' }),
    ]);
    const { subscribed, reference, people, unreachable } = store.conversation('chat') ?? chat;
    assert.deepEqual([subscribed, reference, people, unreachable?.why], [true, { new: true }, [person], 'blocked']);
  });
});

describe('a check at Microsoft during which the tenant changes', () => {
  it('is thrown away and made anew, three times at most', async () => {
    const deps = testDependencies(tenantBy.approved());
    const { microsoft } = deps;
    microsoft.meanwhile.set('relationships.listFor', () => deps.happens({ type: 'approvalLinkTaken', by: alex }));
    await advance(deps, contoso);
    assert.equal(microsoft.asked.filter((call) => call.startsWith('relationships.listFor')).length, 3);
    assert.equal(deps.contoso().onboarding?.checkedAt, tenantBy.approved().onboarding?.checkedAt);
  });

  it('brings nothing back of a tenant that was forgotten', async () => {
    const deps = testDependencies(tenantBy.approved());
    deps.microsoft.meanwhile.set('relationships.listFor', () => deps.store.commit({ forgottenTenantIds: [contoso] }));
    await advance(deps, contoso);
    assert.deepEqual([...deps.store.tenants()], []);
  });
});
