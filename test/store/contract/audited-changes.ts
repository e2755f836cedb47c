// The part of a store's contract that speaks of a change's lines in the audit log: never a change without its lines.
import assert from 'node:assert/strict';
import { StoreError } from '../../../src/domain/errors.js';
import type { Audit } from '../../../src/operations/ports/audit.js';
import type { Change } from '../../../src/operations/ports/rows.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { correlated } from '../../../src/runtime/correlation.js';
import { contoso, now } from '../../support/builders.js';
import { type Bench, contentsOf, outdated, tenant } from './rows.js';

const line = (what: string) => ({ at: now, what, by: 'alex', tenantId: contoso });
const change = (number: number, version: number, ...lines: readonly string[]): Change => ({
  tenants: [tenant(number, version)],
  audit: lines.map(line),
});
/** What an audit log says, the oldest first. */
const said = async (audit: Audit) => (await audit.of(contoso, 1000)).map(({ what }) => what).reverse();

/** Runs it; `open` gives what the test under way has. */
export function auditedChanges(open: () => { readonly on: Bench; readonly store: Store }): void {
  let on: Bench;
  let store: Store;

  beforeEach(() => {
    ({ on, store } = open());
  });

  describe('with lines for the audit log', () => {
    for (const [how, again] of [
      ['at once', async (before: Store) => before],
      ['after it was opened again', (before: Store) => on.reopened(before)],
      ['after a crash', (before: Store) => on.crashed(before)],
    ] as const)
      it(`has them beside what else was appended, in the order of coming: ${how}`, async () => {
        await store.commit(change(1, 1, 'one', 'two'));
        await on.auditOf(store).append([line('three')]);
        await store.commit({ audit: [line('four')] });
        await store.commit(change(1, 2, 'five'));
        assert.deepEqual(await said(on.auditOf(await again(store))), ['one', 'two', 'three', 'four', 'five']);
      });

    it('keeps them in the order of the changes, those of one beside each other, of many that come at once', async () => {
      const numbers = Array.from({ length: 300 }, (_, number) => number);
      await Promise.all(numbers.map((number) => store.commit(change(number, 1, `${number} a`, `${number} b`))));
      const expected = numbers.flatMap((number) => [`${number} a`, `${number} b`]);
      assert.deepEqual(await said(on.auditOf(store)), expected);
    });

    it('adds to each where it came from when it was handed over', async () => {
      const ids: string[] = [];
      const from = (conversationId: string, what: string) =>
        correlated((correlationId) => {
          ids.push(correlationId);
          return store.commit(change(1, 1, what));
        }, conversationId);
      await Promise.all([from('chat', 'one'), from('other', 'two')]);
      const entries = await on.auditOf(store).of(contoso, 10);
      assert.deepEqual(
        entries.map(({ what, conversationId, correlationId }) => [what, conversationId, correlationId]),
        [
          ['two', 'other', ids[1]],
          ['one', 'chat', ids[0]],
        ],
      );
    });

    it('writes none of a change that is refused, be it by another that comes at once', async () => {
      const absent = [store.rowVersion('tenants', 'tenant-1')];
      const came = await Promise.all([
        store.commit({ ...change(1, 1, 'first'), basedOn: absent }),
        store.commit({ ...change(1, 2, 'second'), basedOn: absent }),
        store.commit(change(2, 1, 'third')),
      ]);
      assert.deepEqual(
        came.map((each) => 'refused' in each),
        [false, true, false],
      );
      assert.deepEqual(await store.commit({ ...change(1, 3, 'fourth'), basedOn: absent }), outdated);
      assert.deepEqual(await said(on.auditOf(await on.reopened(store))), ['first', 'third']);
    });

    it('fails where they cannot be written, changes nothing and tells of nothing, and goes on afterwards', async () => {
      await store.commit(change(1, 1, 'one'));
      const read = store.rowVersion('tenants', 'tenant-1');
      let told = 0;
      store.committed.on(() => {
        told += 1;
      });
      await on.whileAuditBroken(store, async () => {
        await assert.rejects(store.commit(change(1, 2, 'two')), StoreError);
        assert.ok(store.isCurrent(read));
      });
      assert.deepEqual([contentsOf(store).tenants, told], [[tenant(1)], 0]);
      await store.commit({ ...change(1, 3, 'three'), basedOn: [read] });
      const again = await on.reopened(store);
      assert.deepEqual(contentsOf(again).tenants, [tenant(1, 3)]);
      assert.deepEqual(await said(on.auditOf(again)), ['one', 'three']);
    });

    it('never has a change without its line, whenever a crash interrupts it', async () => {
      await store.commit(change(1, 1, 'one'));
      const writing = store.commit(change(1, 2, 'two'));
      const after = await on.crashed(store);
      await writing;
      const lines = await said(on.auditOf(after));
      if (after.tenant('tenant-1')?.version === 2) assert.deepEqual(lines, ['one', 'two']);
      else assert.deepEqual([after.tenant('tenant-1')?.version, lines[0]], [1, 'one']);
    });
  });
}
