// The contract of `Store`, which every implementation runs: what `operations/ports/store.ts` says, in tests.
import assert from 'node:assert/strict';
import { StoreError } from '../../src/domain/errors.js';

import type { Store } from '../../src/operations/ports/store.js';
import { alex, having, megan, now } from '../support/builders.js';
import { accessOverItsLife } from './contract/access-over-its-life.js';
import { auditedChanges } from './contract/audited-changes.js';
import { batchesOfTenants } from './contract/batches.js';
import { dueByConversation } from './contract/due-by-conversation.js';
import {
  alarm,
  type Bench,
  batch,
  batched,
  certificate,
  chat,
  contentsOf,
  due,
  each,
  event,
  everything,
  fleetDay,
  kinds,
  nothing,
  outdated,
  outgoing,
  reconciling,
  savedViews,
  tenant,
  versionIn,
  watched,
} from './contract/rows.js';
import { twoWriters } from './contract/two-writers.js';
import { whoListens } from './contract/who-listens.js';

/** Runs the suite. `bench` makes what one test needs; what it leaves is taken away after it. */
export function storeContract(name: string, bench: () => Promise<Bench & { end(): Promise<void> }>): void {
  describe(`${name}, by the contract of a store`, () => {
    let on: Awaited<ReturnType<typeof bench>>;
    let store: Store;

    beforeEach(async () => {
      on = await bench();
      store = await on.open();
    });

    afterEach(() => on.end());

    describe('at first', () => {
      it('has nothing in it, and every version is 0', () => {
        assert.deepEqual(contentsOf(store), nothing);
        for (const kind of kinds) assert.equal(store.rowVersion(kind, each[kind].id).version, 0);
      });

      it('is not misled by ids that mean something to JavaScript', () => {
        for (const id of ['__proto__', 'constructor', 'toString']) {
          assert.deepEqual(
            [store.tenant(id), store.conversation(id), store.watchedRequest(id)],
            Array(3).fill(undefined),
          );
          assert.equal(store.rowVersion('tenants', id).version, 0);
        }
      });
    });

    describe('after a commit', () => {
      it('reads what was committed, of every kind', async () => {
        await store.commit(everything);
        assert.deepEqual(contentsOf(store), {
          tenants: [tenant(1)],
          conversations: [chat('chat')],
          deliveries: [due('d')],
          alarms: [alarm],
          watchedRequests: [watched],
          certificates: [certificate],
          partnerEvents: [event],
          progress: [reconciling],
          batches: [batch],
          batchTenants: batched,
          savedViews: [savedViews],
          outgoingEvents: [outgoing],
          fleetDays: [fleetDay],
        });
        assert.deepEqual([store.tenant('tenant-1'), store.conversation('chat')], [tenant(1), chat('chat')]);
        assert.deepEqual([store.watchedRequest('r'), store.certificate('exit-1')], [watched, certificate]);
      });

      it('keeps which language a conversation speaks, and that none was chosen any more', async () => {
        await store.commit({ conversations: [{ ...chat('chat'), locale: 'de-AT', language: 'fr' }] });
        assert.deepEqual(store.conversation('chat'), { ...chat('chat'), locale: 'de-AT', language: 'fr' });
        await store.commit({ conversations: [{ ...chat('chat'), locale: 'de-AT' }] });
        assert.deepEqual(store.conversation('chat'), { ...chat('chat'), locale: 'de-AT' });
      });

      it('keeps the tags of a tenant, the template that was chosen for it and the one that its history names', async () => {
        const template = { type: 'onboardingRequested', by: alex, conversationId: 'chat', template: 'vip' } as const;
        const tags = { type: 'tagged', by: alex, added: ['gold', 'müller-9'], removed: [] } as const;
        const enabled = having(tenant(1), tags, template);
        await store.commit({ tenants: [enabled] });
        const { tags: kept, onboarding, history } = (await on.reopened(store)).tenant('tenant-1') ?? tenant(1);
        assert.deepEqual([kept, onboarding?.template], [['gold', 'müller-9'], 'vip']);
        assert.deepEqual(history, enabled.history);
      });

      it('keeps who looks after a tenant', async () => {
        const owned = having(tenant(1), { type: 'ownershipTaken', by: alex });
        const given = having(tenant(2), { type: 'ownershipGiven', by: alex, owner: megan });
        await store.commit({ tenants: [owned, given] });
        const reopened = await on.reopened(store);
        assert.deepEqual([reopened.tenant('tenant-1'), reopened.tenant('tenant-2')], [owned, given]);
      });

      it('keeps the template that was chosen for a tenant before its Enable', async () => {
        const chosen = having(tenant(1), { type: 'templateChosen', by: alex, template: 'Gold & more' });
        await store.commit({ tenants: [chosen] });
        assert.deepEqual((await on.reopened(store)).tenant('tenant-1'), chosen);
      });

      it('keeps how far each kind of background work has come, and counts the events that wait', async () => {
        const heartbeat = { id: 'heartbeat', heardAt: now } as const;
        await store.commit({ progress: [reconciling], partnerEvents: [event, { ...event, id: 'f' }] });
        await store.commit({ progress: [heartbeat], followedEventIds: ['e'] });
        for (const each of [store, await on.reopened(store)]) {
          assert.deepEqual(contentsOf(each).progress, [reconciling, heartbeat]);
          assert.deepEqual(
            [each.partnerEventCount, each.partnerEvent('e'), each.partnerEvent('f')?.id],
            [1, undefined, 'f'],
          );
        }
      });

      it('replaces a row as a whole', async () => {
        await store.commit({ conversations: [{ ...chat('chat'), installed: true }] });
        await store.commit({ conversations: [chat('chat', false)] });
        assert.deepEqual([...store.conversations()], [chat('chat', false)]);
      });

      it('gives deliveries in the order in which they were committed', async () => {
        await store.commit({ deliveries: [due('z'), due('b')] });
        await store.commit({ deliveries: [due('a')] });
        const ids = (of: Store) => [...of.deliveries()].map(({ id }) => id);
        assert.deepEqual(ids(store), ['z', 'b', 'a']);
        await store.commit({ doneDeliveryIds: ['b'] });
        assert.deepEqual(ids(await on.reopened(store)), ['z', 'a']);
      });

      for (const kind of kinds) {
        const { gone } = each[kind];
        if (!gone) continue;
        it(`has deleted rows gone for every read: ${kind}`, async () => {
          await store.commit(everything);
          await store.commit(gone);
          assert.deepEqual(contentsOf(store)[kind], []);
          assert.equal(store.rowVersion(kind, each[kind].id).version, 0);
          assert.deepEqual(contentsOf(await on.reopened(store))[kind], []);
        });
      }

      it('has what a change both deletes and writes, and takes it that a row to be deleted is not there', async () => {
        await store.commit({ tenants: [tenant(1)] });
        await store.commit({ tenants: [tenant(1, 2)], forgottenTenantIds: ['tenant-1', 'tenant-9'] });
        assert.deepEqual([...store.tenants()], [tenant(1, 2)]);
      });

      it('counts a revision where a tenant, a request, a certificate or a batch was written or deleted', async () => {
        for (const change of [
          { tenants: [tenant(1)] },
          { watchedRequests: [watched] },
          { certificates: [certificate] },
          { forgottenTenantIds: ['tenant-1'] },
          { endedRequestIds: ['r'] },
          { batches: [batch] },
          { batchTenants: batched },
        ]) {
          const { revision } = store;
          await store.commit(change);
          assert.ok(store.revision > revision, JSON.stringify(change));
        }
      });

      it('goes on with an iteration that began before: every row that was there throughout comes once', async () => {
        await store.commit({ tenants: Array.from({ length: 50 }, (_, number) => tenant(number)) });
        const seen: string[] = [];
        for (const { tenantId } of store.tenants()) {
          seen.push(tenantId);
          if (seen.length === 10) await store.commit({ tenants: [tenant(3, 2), tenant(99)] });
          if (seen.length === 20) await store.commit({ forgottenTenantIds: ['tenant-49'] });
        }
        const throughout = seen.filter((id) => id !== 'tenant-99' && id !== 'tenant-49');
        assert.deepEqual(
          throughout,
          Array.from({ length: 49 }, (_, number) => `tenant-${number}`),
        );
      });
    });

    describe('while it writes', () => {
      it('answers with what is committed, not with what is still being written', async () => {
        await store.commit({ tenants: [tenant(1)] });
        const writing = store.commit({ tenants: [tenant(1, 2)] });
        assert.equal(store.tenant('tenant-1')?.version, 1);
        await writing;
        assert.equal(store.tenant('tenant-1')?.version, 2);
      });

      it('makes changes in the order in which they are handed over', async () => {
        const first = store.commit({ tenants: [tenant(1)] });
        const second = store.commit({ forgottenTenantIds: ['tenant-1'] });
        const third = store.commit({ tenants: [tenant(1, 7)] });
        await Promise.all([first, second, third]);
        assert.equal((await on.reopened(store)).tenant('tenant-1')?.version, 7);
      });

      it('shows all of a change or nothing of it, whenever it is asked', async () => {
        let isDone = false;
        const writing = store.commit({ tenants: [tenant(1)], deliveries: [due('d')] }).then(() => {
          isDone = true;
        });
        while (!isDone) {
          const { tenants, deliveries } = contentsOf(store);
          assert.equal(tenants.length, deliveries.length);
          await new Promise((resolve) => setImmediate(resolve));
        }
        await writing;
        assert.equal([...store.deliveries()].length, 1);
      });
    });

    whoListens(() => ({ on, store }));

    auditedChanges(() => ({ on, store }));

    twoWriters(() => ({ on, store }));

    dueByConversation(() => ({ on, store }));

    accessOverItsLife(() => ({ on, store }));

    batchesOfTenants(() => ({ on, store }));

    describe('while nothing can be saved', () => {
      it('fails, changes nothing, and goes on when it can be again', async () => {
        await store.commit({ tenants: [tenant(1)] });
        const read = store.rowVersion('tenants', 'tenant-1');
        await on.whileBroken(store, async () => {
          await assert.rejects(store.commit({ tenants: [tenant(1, 2), tenant(2)] }), StoreError);
          assert.deepEqual([...store.tenants()], [tenant(1)]);
          assert.ok(store.isCurrent(read));
        });
        await store.commit({ basedOn: [read], tenants: [tenant(1, 3)] });
        assert.deepEqual([...(await on.reopened(store)).tenants()], [tenant(1, 3)]);
      });

      it('lets nothing begin at Microsoft', async () => {
        store.mustWrite();
        await on.whileBroken(store, async () => {
          await assert.rejects(store.commit({ tenants: [tenant(1)] }), StoreError);
          assert.throws(() => store.mustWrite(), StoreError);
        });
      });
    });

    for (const [how, again] of [
      ['opened again', (before: Store) => on.reopened(before)],
      ['opened after a crash', (before: Store) => on.crashed(before)],
    ] as const) {
      describe(how, () => {
        it('has all that was committed', async () => {
          await store.commit(everything);
          await store.commit({ tenants: [tenant(2), { ...tenant(3), tenantId: '__proto__' }] });
          await store.commit({ forgottenTenantIds: ['tenant-2'] });
          await store.commit({ conversations: [chat('other')], doneDeliveryIds: ['d'] });
          const due = { conversationId: 'chat', at: now };
          await store.commit({
            deliveries: [
              { ...due, id: 'of an alarm', kind: 'alarm', alarm: { code: 'signInBack' } },
              { ...due, id: 'of a certificate', kind: 'certificate', certificateId: 'exit-1' },
              {
                ...due,
                id: 'of a request',
                relationshipId: 'r',
                tenantId: 'tenant-1',
                kind: 'watchedRequest',
                news: 'becameActive',
              },
            ],
          });
          const before = contentsOf(store);
          const after = await again(store);
          assert.deepEqual(contentsOf(after), before);
          assert.equal(after.tenant('__proto__')?.version, 1);
        });

        it('goes on: what is there has a version, and what is based on it is made once', async () => {
          await store.commit(everything);
          // A store that writes all that it has when something is forgotten does so now.
          await store.commit({ tenants: [tenant(2)] });
          await store.commit({ forgottenTenantIds: ['tenant-2'] });
          const after = await again(store);
          for (const kind of kinds) {
            const read = after.rowVersion(kind, each[kind].id);
            assert.ok(read.version > 0, kind);
            const first = await versionIn(after.commit({ ...each[kind].write, basedOn: [read] }));
            assert.ok(first > read.version, kind);
            assert.deepEqual(await after.commit({ ...each[kind].write, basedOn: [read] }), outdated);
          }
        });
      });
    }

    it('has all of a commit that a crash interrupted, or nothing of it', async () => {
      await store.commit({ tenants: [tenant(1)] });
      const writing = store.commit({ tenants: [tenant(1, 2)], deliveries: [due('d')] });
      const after = await on.crashed(store);
      await writing;
      assert.equal(after.tenant('tenant-1')?.version, [...after.deliveries()].length === 1 ? 2 : 1);
    });
  });
}
