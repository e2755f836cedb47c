// The JSON folder keeps its files right when a write fails half-way, or somebody else writes to them.
import assert from 'node:assert/strict';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { StoreError } from '../../src/domain/errors.js';
import { failing, inPieces } from '../support/disk.js';
import { StoreFolder, tenant } from '../support/store-folder.js';

describe('the JSON folder, when a write fails half-way', () => {
  let data: StoreFolder;

  beforeEach(async () => {
    data = await StoreFolder.make();
  });

  afterEach(() => data.end());

  it('does not begin a new journal when somebody takes it away', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1)] });
    await rename(data.file('journal.jsonl'), data.file('elsewhere'));
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    await rename(data.file('elsewhere'), data.file('journal.jsonl'));
    await store.commit({ tenants: [tenant(3)] });
  });

  it('takes a write back that came to nothing half-way, before it goes on', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1)] });
    const before = await data.texts();
    await failing('datasync', () => assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError));
    assert.deepEqual(await data.texts(), before);
    await failing('datasync', () =>
      failing('truncate', () => assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError)),
    );
    assert.notDeepEqual(await data.texts(), before);
    await store.commit({ tenants: [tenant(3)] });
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(3)]);
  });

  it('writes nothing behind what somebody else has written, and takes nothing of it away', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1)] });
    await appendFile(data.file('journal.jsonl'), '{"of":"another"}\n');
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    assert.match((await data.texts()).join(), /another/);
  });

  it('writes the whole file until that works, once it is not certain how that ended', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    const mend = await data.inTheWayOf('gatehouse.json');
    await assert.rejects(store.commit({ forgottenTenantIds: ['tenant-2'] }), StoreError);
    await assert.rejects(store.commit({ tenants: [tenant(3)] }), StoreError);
    assert.deepEqual([...store.tenants()], [tenant(1), tenant(2)]);
    assert.match(await readFile(data.file('journal.jsonl'), 'utf8'), /tenant-1/);
    await mend();
    await store.commit({ tenants: [tenant(4)] });
    const [whole = '', journal] = await data.texts();
    assert.match(whole, /tenant-4/);
    assert.equal(journal, '');
    await store.commit({ tenants: [tenant(5)] });
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(2), tenant(4), tenant(5)]);
  });

  it('keeps the whole file that it has when the disk takes only part of the hash of a new one', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    await inPieces(() => assert.rejects(store.commit({ forgottenTenantIds: ['tenant-2'] }), StoreError), 63);
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(2)]);
  });

  it('is not led astray by a crash between the whole file and the new journal', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    await store.commit({ tenants: [{ ...tenant(1), version: 2 }] });
    const [, journal = ''] = await data.texts();
    await store.commit({ forgottenTenantIds: ['tenant-2'] });
    await store.close();
    await writeFile(data.file('journal.jsonl'), journal);
    const again = await data.opened();
    assert.doesNotMatch((await data.texts()).join(), /tenant-2/);
    assert.deepEqual([...again.tenants()], [{ ...tenant(1), version: 2 }]);
    await again.commit({ tenants: [tenant(3)] });
    assert.equal([...(await data.reopened(again)).tenants()].length, 2);
  });
});
