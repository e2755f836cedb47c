// How the JSON folder writes: flushed, together, one line a change, for its own user only.
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { StoreError } from '../../src/domain/errors.js';
import { now } from '../support/builders.js';
import { counting, inPieces } from '../support/disk.js';
import { StoreFolder, tenant } from '../support/store-folder.js';

describe('the JSON folder', () => {
  let data: StoreFolder;

  beforeEach(async () => {
    data = await StoreFolder.make();
  });

  afterEach(() => data.end());

  it('writes together what comes together', async () => {
    const store = await data.opened();
    const before = store.revision;
    await Promise.all(Array.from({ length: 500 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.equal([...store.tenants()].length, 500);
    assert.ok(store.revision - before <= 2, `${store.revision - before} writes`);
  });

  it('takes in ten thousand tenants at once in reasonable time', async () => {
    const store = await data.opened();
    const start = performance.now();
    await Promise.all(Array.from({ length: 10_000 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.ok(performance.now() - start < 15_000);
  });

  it('makes its data.path, and keeps its files for its own user only', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1)] });
    assert.equal((await stat(data.file('gatehouse.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(data.path)).mode & 0o777, 0o700);
  });

  it('writes a change as one line, however much it remembers', async () => {
    const store = await data.opened();
    await store.commit({ tenants: Array.from({ length: 1000 }, (_, number) => tenant(number)) });
    const [whole, journal] = await data.texts();
    await store.commit({ tenants: [{ ...tenant(7), version: 2 }] });
    const [wholeAfter, journalAfter = ''] = await data.texts();
    assert.equal(wholeAfter, whole);
    assert.ok(journalAfter.length - (journal?.length ?? 0) < 500);
    const again = await data.reopened(store);
    assert.equal(again.tenant('tenant-7')?.version, 2);
    assert.equal([...again.tenants()].length, 1000);
  });

  it('writes the whole file when the journal grows long, and begins the journal anew', async () => {
    const store = await data.opened();
    const long = { ...tenant(1), customer: { displayName: 'x'.repeat(30_000), domain: '' } };
    const lengths: number[] = [];
    for (let version = 1; version <= 40; version += 1) {
      await store.commit({ tenants: [{ ...long, version }] });
      const [, journal = ''] = await data.texts();
      lengths.push(journal.length);
    }
    assert.ok(Math.max(...lengths) <= 256 * 1024);
    assert.ok(lengths.some((length, index) => length < (lengths[index - 1] ?? 0)));
    assert.equal((await data.reopened(store)).tenant('tenant-1')?.version, 40);
  });

  it('is whole when the disk takes a file in small pieces', async () => {
    const store = await data.opened();
    await inPieces(async () => {
      await store.commit({ tenants: Array.from({ length: 2000 }, (_, number) => tenant(number)) });
      await store.commit({ forgottenTenantIds: ['tenant-7'] });
    });
    assert.equal([...(await data.reopened(store)).tenants()].length, 1999);
  });

  it('flushes what it has written before it says so', async () => {
    const store = await data.opened();
    const flushes = await counting('datasync', () => store.commit({ tenants: [tenant(1)] }));
    assert.equal(flushes, 1);
    const syncs = await counting('sync', () => store.commit({ forgottenTenantIds: ['tenant-1'] }));
    // The file, and the folder that knows it by its name.
    assert.equal(syncs, 2);
  });

  it('flushes the lines of all changes that come together at once, before their rows', async () => {
    const store = await data.opened();
    const audit = [{ at: now, what: 'onboardingRequested' }];
    const changes = Array.from({ length: 200 }, (_, number) => ({ tenants: [tenant(number)], audit }));
    const flushes = await counting('datasync', () => Promise.all(changes.map((change) => store.commit(change))));
    assert.equal(flushes, 2);
    assert.equal(store.audit.end.lines, 200);
    const [, journal = ''] = await data.texts();
    assert.match(journal.split('\n').at(-2) ?? '', /"audit":\{"lines":200,/);
  });

  it('takes nothing after it was closed, and may be closed twice', async () => {
    const store = await data.opened();
    const last = store.commit({ tenants: [tenant(1)] });
    await Promise.all([store.close(), store.close()]);
    await last;
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    assert.deepEqual([...(await data.opened()).tenants()], [tenant(1)]);
  });
});
