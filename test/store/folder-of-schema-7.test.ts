// A data folder of schema 7, from before batches were kept, with lines in its journal. It keeps opening.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileStore } from '../../src/store/folder/file-store.js';
import { folderDeps } from '../support/test-dependencies.js';
import { tenantIds } from '../support/world.js';
import { batch, batched } from './contract/rows.js';

const kept = fileURLToPath(new URL('schema-7', import.meta.url));

describe('a data folder of schema 7', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-schema-7-'));
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(folder, name.replace('.kept', '')));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with everything in it, its journal too, and keeps batches from then on', async () => {
    for (const time of ['as it was', 'as it is by now']) {
      const store = await FileStore.open(folder, folderDeps);
      const isBefore = time === 'as it was';
      assert.equal([...store.tenants()].length, 18, time);
      assert.equal(store.tenant(tenantIds.contoso)?.history.length, 5);
      assert.equal([...store.certificates()].length, 2);
      assert.deepEqual(
        [...store.partnerEvents()].map(({ id }) => id),
        ['e'],
      );
      assert.equal(store.progress('heartbeat')?.heardAt, '2026-11-22T10:00:00.000Z');
      assert.deepEqual([...store.batches()], isBefore ? [] : [batch]);
      assert.deepEqual([...store.batchTenants('b')], isBefore ? [] : batched);
      await store.commit({ batches: [batch], batchTenants: batched });
      await store.close();
      assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /^\{"hash":"[0-9a-f]{64}","schema":9,/);
    }
  });
});
