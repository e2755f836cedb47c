// The part of a store's contract that speaks of who hears of changes, and of being current.
import assert from 'node:assert/strict';
import { StoreError } from '../../../src/domain/errors.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { type Bench, batch, batched, event, reconciling, tenant, watched } from './rows.js';

/** Runs it; `open` gives what the test under way has. */
export function whoListens(open: () => { readonly on: Bench; readonly store: Store }): void {
  let on: Bench;
  let store: Store;

  beforeEach(() => {
    ({ on, store } = open());
  });

  describe('whoever listens', () => {
    it('is told once what was committed can be read, before the commit resolves, in the order of coming', async () => {
      const told: unknown[] = [];
      store.committed.on(() => told.push(['first', store.tenant('tenant-1')?.version]));
      store.committed.on(() => told.push(['second', store.tenant('tenant-1')?.version]));
      await store.commit({ tenants: [tenant(1)] }).then(() => told.push('resolved'));
      assert.deepEqual(told, [['first', 1], ['second', 1], 'resolved']);
    });

    it('hears of neither what is refused nor what fails', async () => {
      let told = 0;
      store.committed.on(() => {
        told += 1;
      });
      const basedOn = [{ kind: 'tenants', id: 'tenant-1', version: 5 }] as const;
      await store.commit({ basedOn, tenants: [tenant(1)] });
      await on.whileBroken(store, () => assert.rejects(store.commit({ tenants: [tenant(1)] }), StoreError));
      assert.equal(told, 0);
    });

    it('is told which tenants, watched requests, events, background work and batches a change is about', async () => {
      const told: unknown[] = [];
      store.committed.on(({ tenantIds, watchedRequestIds, eventIds, progressIds, batchIds }) =>
        told.push([tenantIds, watchedRequestIds, eventIds, progressIds, batchIds]),
      );
      await store.commit({ tenants: [tenant(1)] });
      await store.commit({ partnerEvents: [event], progress: [reconciling] });
      await store.commit({ followedEventIds: ['e'], forgottenTenantIds: ['tenant-1'], watchedRequests: [watched] });
      await store.commit({ endedRequestIds: ['r'], batches: [batch], batchTenants: batched });
      await store.commit({ forgottenBatchTenantIds: ['b tenant-1'] });
      assert.deepEqual(told, [
        [['tenant-1'], [], [], [], []],
        [[], [], ['e'], ['reconcile'], []],
        [['tenant-1'], ['r'], ['e'], [], []],
        [[], ['r'], [], [], ['b']],
        [[], [], [], [], ['b']],
      ]);
    });

    it('is told that a change was its own', async () => {
      const told: boolean[] = [];
      store.committed.on(({ areOurs }) => told.push(areOurs));
      await store.commit({ tenants: [tenant(1)] });
      assert.deepEqual(told, [true]);
    });
  });

  it('can be read as it is by now, once it was asked to be current', async () => {
    await store.commit({ tenants: [tenant(1)] });
    assert.deepEqual(await store.current(), {});
    assert.deepEqual([...store.tenants()], [tenant(1)]);
  });
}
