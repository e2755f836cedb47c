// A data folder of schema 6, from before events that wait and progress were kept, with lines in its journal. It keeps opening.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileStore } from '../../src/store/folder/file-store.js';
import { folderDeps } from '../support/test-dependencies.js';
import { tenantIds } from '../support/world.js';

const kept = fileURLToPath(new URL('schema-6', import.meta.url));
const event = { id: 'e', name: 'subscription-updated', at: '2026-11-22T10:00:00.000Z' };
const heartbeat = { id: 'heartbeat', heardAt: '2026-11-22T10:00:00.000Z' } as const;

describe('a data folder of schema 6', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-schema-6-'));
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(folder, name.replace('.kept', '')));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with everything in it, its journal too, and keeps events and progress from then on', async () => {
    for (const time of ['as it was', 'as it is by now']) {
      const store = await FileStore.open(folder, folderDeps);
      const isBefore = time === 'as it was';
      assert.equal([...store.tenants()].length, 18, time);
      assert.equal(store.tenant(tenantIds.contoso)?.history.length, 5);
      assert.deepEqual(
        [...store.alarms()].map(({ code }) => code),
        ['signInWithoutMfa'],
      );
      assert.ok([...store.deliveries()].some(({ id }) => id === 'due of an alarm'));
      assert.equal([...store.watchedRequests()].length, 1);
      assert.equal([...store.certificates()].length, 2);
      assert.equal((await store.audit.of(tenantIds.contoso, 100))[0]?.what, 'approvalLinkTaken');
      assert.deepEqual([...store.partnerEvents()], isBefore ? [] : [event]);
      assert.deepEqual(store.progress('heartbeat'), isBefore ? undefined : heartbeat);
      await store.commit({ partnerEvents: [event], progress: [heartbeat] });
      await store.close();
      assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /^\{"hash":"[0-9a-f]{64}","schema":9,/);
    }
  });
});
