// The part of a store's contract that speaks of versions: what is based on a row that another has written is refused.
import assert from 'node:assert/strict';
import type { Store } from '../../../src/operations/ports/store.js';
import { type Bench, chat, contentsOf, due, each, kinds, outdated, tenant, versionIn } from './rows.js';

/** Runs it; `open` gives what the test under way has. */
export function twoWriters(open: () => { readonly on: Bench; readonly store: Store }): void {
  let on: Bench;
  let store: Store;

  beforeEach(() => {
    ({ on, store } = open());
  });

  describe('with two writers', () => {
    for (const kind of kinds) {
      const { id, write, gone } = each[kind];

      it(`gives a row a higher version with every write, and never one again: ${kind}`, async () => {
        const first = await versionIn(store.commit(write));
        assert.deepEqual(store.rowVersion(kind, id), { kind, id, version: first });
        const second = await versionIn(store.commit({ ...gone, ...write }));
        assert.ok(second > first && first > 0);
        if (!gone) return;
        await store.commit(gone);
        const third = await versionIn(store.commit(write));
        assert.ok(third > second);
      });

      it(`refuses the one whose row another has written meanwhile: ${kind}`, async () => {
        const absent = store.rowVersion(kind, id);
        assert.ok('version' in (await store.commit({ ...write, basedOn: [absent] })));
        assert.ok(!store.isCurrent(absent));
        const before = contentsOf(store);
        assert.deepEqual(await store.commit({ ...write, basedOn: [absent] }), outdated);
        const read = store.rowVersion(kind, id);
        await store.commit(write);
        assert.deepEqual(await store.commit({ ...write, basedOn: [read] }), outdated);
        assert.deepEqual(contentsOf(store), before);
        assert.ok('version' in (await store.commit({ ...write, basedOn: [store.rowVersion(kind, id)] })));
      });
    }

    it('leaves the version of a row alone that others stand beside', async () => {
      await store.commit({ tenants: [tenant(1), tenant(2)] });
      const one = store.rowVersion('tenants', 'tenant-1');
      await store.commit({ tenants: [tenant(2, 2)], conversations: [chat('tenant-1')], forgottenTenantIds: ['x'] });
      assert.ok(store.isCurrent(one));
      assert.ok('version' in (await store.commit({ basedOn: [one], tenants: [tenant(1, 2)] })));
    });

    it('goes on from a commit by the version that it gave', async () => {
      const id = 'tenant-1';
      const version = await versionIn(store.commit({ tenants: [tenant(1)] }));
      const basedOn = [{ kind: 'tenants', id, version }] as const;
      assert.ok('version' in (await store.commit({ basedOn, tenants: [tenant(1, 2)] })));
    });

    it('makes nothing at all of a change that is refused', async () => {
      await store.commit({ tenants: [tenant(1)], deliveries: [due('old')] });
      const read = store.rowVersion('tenants', 'tenant-1');
      await store.commit({ tenants: [tenant(1, 2)] });
      const before = contentsOf(store);
      const change = { tenants: [tenant(1, 3), tenant(2)], deliveries: [due('d')], doneDeliveryIds: ['old'] };
      assert.deepEqual(await store.commit({ ...change, basedOn: [read] }), outdated);
      assert.deepEqual(contentsOf(store), before);
      assert.deepEqual(contentsOf(await on.reopened(store)), before);
    });

    it('lets the first of those win that come at once, and refuses only those that it makes outdated', async () => {
      await store.commit({ tenants: [tenant(1), tenant(2)] });
      const [one, two] = [store.rowVersion('tenants', 'tenant-1'), store.rowVersion('tenants', 'tenant-2')];
      const came = await Promise.all([
        store.commit({ basedOn: [one], tenants: [tenant(1, 2)] }),
        store.commit({ basedOn: [one], tenants: [tenant(1, 3)], conversations: [chat('of the second')] }),
        store.commit({ basedOn: [two], tenants: [tenant(2, 2)] }),
        store.commit({ basedOn: [one, two], conversations: [chat('of the fourth')] }),
        store.commit({ conversations: [chat('of the fifth')] }),
      ]);
      assert.deepEqual(
        came.map((each) => 'version' in each),
        [true, false, true, false, true],
      );
      const again = await on.reopened(store);
      assert.deepEqual(contentsOf(again).tenants, [tenant(1, 2), tenant(2, 2)]);
      assert.deepEqual(contentsOf(again).conversations, [chat('of the fifth')]);
    });

    it('tells apart a row that was deleted and made anew', async () => {
      await store.commit({ tenants: [tenant(1)] });
      const read = store.rowVersion('tenants', 'tenant-1');
      await store.commit({ forgottenTenantIds: ['tenant-1'] });
      assert.ok(!store.isCurrent(read));
      await store.commit({ tenants: [tenant(1)] });
      assert.ok(!store.isCurrent(read));
      assert.deepEqual(await store.commit({ basedOn: [read], tenants: [tenant(1, 2)] }), outdated);
    });
  });
}
