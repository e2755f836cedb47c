// The part of a store's contract that speaks of batches and their tenants.
import assert from 'node:assert/strict';
import { newBatch } from '../../../src/domain/batch/batch.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { alex, megan, now } from '../../support/builders.js';
import { type Bench, outdated, tenant } from './rows.js';

const made = (id: string, count: number) =>
  newBatch(
    { id, action: { do: 'enable', template: 'standard' }, by: alex, conversationId: 'chat', at: now },
    Array.from({ length: count }, (_, number) => `tenant-${number}`),
  );

/** Runs it; `open` gives what the test under way has. */
export function batchesOfTenants(open: () => { readonly on: Bench; readonly store: Store }): void {
  let on: Bench;
  let store: Store;

  beforeEach(() => {
    ({ on, store } = open());
  });

  describe('batches', () => {
    it('have their own tenants, in the order of their coming, and what came of each', async () => {
      const [first, second] = [made('first', 3), made('second', 2)];
      await store.commit({ batches: [first.batch, second.batch], batchTenants: [...first.tenants, ...second.tenants] });
      const [, middle] = first.tenants;
      assert.ok(middle);
      const done = { ...middle, result: { is: 'done', at: now } } as const;
      const refused = { ...middle, result: { is: 'refused', why: 'roleLost', at: now } } as const;
      await store.commit({ batchTenants: [done] });
      assert.deepEqual([...store.batchTenants('first')], [first.tenants[0], done, first.tenants[2]]);
      await store.commit({ batchTenants: [refused] });
      for (const each of [store, await on.reopened(store)]) {
        assert.deepEqual(each.batch('first'), first.batch);
        assert.deepEqual(each.batchTenant(middle.id), refused);
        assert.deepEqual(new Set(each.batchTenants('first')), new Set([first.tenants[0], refused, first.tenants[2]]));
        assert.deepEqual([...each.batchTenants('second')], second.tenants);
        assert.deepEqual([...each.batchTenants('third')], []);
      }
    });

    it('are kept as far as they are: asked about, begun, stopped or ended', async () => {
      const { batch } = made('first', 1);
      const stopped = { by: megan, at: now };
      for (const each of [
        { ...batch, isAsked: true as const },
        batch,
        { ...batch, stopped },
        { ...batch, endedAt: now },
      ]) {
        await store.commit({ batches: [each] });
        store = await on.reopened(store);
        assert.deepEqual(store.batch('first'), each);
      }
    });

    it('keep what an import has for each tenant, until what came of it stands beside it', async () => {
      const { batch, tenants } = made('first', 3);
      const [tagged, chosen, given] = tenants;
      assert.ok(tagged && chosen && given);
      const rows = [
        { ...tagged, tags: { added: ['vip'], removed: ['müller-9'] } },
        { ...chosen, template: 'Gold & more' },
        { ...given, owner: megan },
      ];
      await store.commit({ batches: [batch], batchTenants: rows });
      store = await on.reopened(store);
      assert.deepEqual([...store.batchTenants('first')], rows);
      const done = rows.map((row) => ({ ...row, result: { is: 'done', at: now } as const }));
      await store.commit({ batchTenants: done });
      assert.deepEqual(new Set((await on.reopened(store)).batchTenants('first')), new Set(done));
    });

    it('are written with the tenant that they change, all of it or nothing', async () => {
      const { batch, tenants } = made('first', 2);
      await store.commit({ batches: [batch], batchTenants: tenants, tenants: [tenant(0)] });
      const [row] = tenants;
      assert.ok(row);
      const basedOn = [store.rowVersion('batchTenants', row.id), store.rowVersion('tenants', 'tenant-0')];
      const done = { ...row, result: { is: 'done', at: now } } as const;
      await store.commit({ tenants: [tenant(0, 2)] });
      assert.deepEqual(await store.commit({ basedOn, batchTenants: [done], tenants: [tenant(0, 3)] }), outdated);
      assert.equal((await on.reopened(store)).batchTenant(row.id)?.result, undefined);
    });
  });
}
