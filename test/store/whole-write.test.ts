// While the whole file is written anew: memory is as before, commits wait, and a crash or a full disk at any point leaves all
// of what was before or all of what comes.
import assert from 'node:assert/strict';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../../src/domain/errors.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { counting, failing } from '../support/disk.js';
import { StoreFolder, tenant } from '../support/store-folder.js';
import { folderDeps } from '../support/test-dependencies.js';

const many = Array.from({ length: 6000 }, (_, number) => tenant(number));
const forgetting = { forgottenTenantIds: ['tenant-5'], tenants: [{ ...tenant(7), version: 2 }, tenant(9999)] };
const rowsOf = (store: FileStore) => [...store.tenants()].map(({ tenantId, version }) => `${tenantId} ${version}`);
const before = many.map(({ tenantId }) => `${tenantId} 1`);
const after = [...before.filter((row) => row !== 'tenant-5 1'), 'tenant-9999 1'].map((row) =>
  row === 'tenant-7 1' ? 'tenant-7 2' : row,
);

describe('the JSON folder, while the whole file is written', () => {
  let data: StoreFolder;
  let store: FileStore;

  beforeEach(async () => {
    data = await StoreFolder.make();
    store = await data.opened();
    await store.commit({ tenants: many });
  });

  afterEach(() => data.end());

  it('answers with what was before until all of it is there, and makes other commits afterwards', async () => {
    const made: string[] = [];
    const whole = store.commit(forgetting).then(() => made.push('whole'));
    let turns = 0;
    await nextTurn();
    const behind = store.commit({ tenants: [{ ...tenant(8), version: 3 }] }).then(() => made.push('behind'));
    while (made.length === 0) {
      const rows = rowsOf(store);
      assert.deepEqual(rows, store.tenant('tenant-5') ? before : after);
      await nextTurn();
      turns += 1;
    }
    await Promise.all([whole, behind]);
    assert.ok(turns > 5, `${turns} turns`);
    assert.deepEqual(made, ['whole', 'behind']);
    const expected = after.map((row) => (row === 'tenant-8 1' ? 'tenant-8 3' : row));
    assert.deepEqual(rowsOf(store), expected);
    assert.deepEqual(rowsOf(await data.reopened(store)), expected);
  });

  it('has all of what was before or all of what comes, whenever the process dies', async () => {
    const copies: string[] = [];
    let isDone = false;
    const whole = store.commit(forgetting).then(() => {
      isDone = true;
    });
    while (!isDone) {
      const copy = data.file(`../left-${copies.length}`);
      await mkdir(copy);
      // In the order in which no file is read that is ahead of one read after it.
      const names = (await readdir(data.path)).filter((name) => !name.startsWith('.'));
      for (const name of ['journal.jsonl.end', 'journal.jsonl', 'gatehouse.json.new', 'gatehouse.json'])
        if (names.includes(name)) await copyFile(data.file(name), `${copy}/${name}`).catch(() => undefined);
      copies.push(copy);
    }
    await whole;
    assert.ok(copies.length > 2);
    const found = new Set<string>();
    for (const copy of copies) {
      const left = await FileStore.open(copy, folderDeps);
      const rows = rowsOf(left);
      assert.deepEqual(rows, rows.includes('tenant-5 1') ? before : after);
      found.add(rows.includes('tenant-5 1') ? 'before' : 'after');
      await left.close();
    }
    assert.ok(found.has('before'));
  });

  for (const method of ['appendFile', 'write', 'sync'] as const) {
    it(`changes nothing when the disk is full at any call of ${method}, and goes on`, async () => {
      const [whole, journal] = await data.texts();
      // The last flush is the folder's, and the last write the journal's mark: by then the file is in its place.
      const calls = (await counting(method, () => store.commit(forgetting))) - (method === 'appendFile' ? 0 : 1);
      assert.ok(calls >= 1);
      await store.commit({ tenants: [tenant(5), tenant(7)], forgottenTenantIds: ['tenant-9999'] });
      const rows = rowsOf(store);
      for (let later = 0; later < calls; later += 1) {
        await failing(method, () => assert.rejects(store.commit(forgetting), StoreError), later);
        assert.deepEqual(rowsOf(store), rows);
        assert.ok(!(await readdir(data.path)).includes('gatehouse.json.new'));
      }
      assert.notDeepEqual(await data.texts(), [whole, journal]);
      await store.commit({ tenants: [{ ...tenant(8), version: 2 }] });
      assert.deepEqual(
        rowsOf(await data.reopened(store)),
        rows.map((row) => (row === 'tenant-8 1' ? 'tenant-8 2' : row)),
      );
    });
  }
});
