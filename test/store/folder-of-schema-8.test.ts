// A data folder of schema 8, from before saved views were kept, with lines in its journal. It keeps opening.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileStore } from '../../src/store/folder/file-store.js';
import { alex, aTenant, having, now } from '../support/builders.js';
import { folderDeps } from '../support/test-dependencies.js';
import { tenantIds } from '../support/world.js';
import { batch, batched, fleetDay, savedViews, subscription } from './contract/rows.js';

const kept = fileURLToPath(new URL('schema-8', import.meta.url));

describe('a data folder of schema 8', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-schema-8-'));
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(folder, name.replace('.kept', '')));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with everything in it, its journal too, and keeps views, owners and subscriptions from then on', async () => {
    for (const time of ['as it was', 'as it is by now']) {
      const store = await FileStore.open(folder, folderDeps);
      const isBefore = time === 'as it was';
      assert.equal([...store.tenants()].length, 18, time);
      const contoso = store.tenant(tenantIds.contoso) ?? aTenant();
      assert.equal(contoso.history.length, isBefore ? 5 : 6);
      assert.deepEqual(contoso.owner, isBefore ? undefined : { person: alex, since: now, actedAt: now });
      assert.equal([...store.certificates()].length, 2);
      assert.deepEqual(
        [...store.partnerEvents()].map(({ id }) => id),
        ['e', 'f'],
      );
      assert.equal(store.progress('heartbeat')?.heardAt, '2026-11-22T10:00:00.000Z');
      assert.deepEqual([[...store.batches()], [...store.batchTenants('b')]], [[batch], batched]);
      assert.deepEqual(store.savedViews(savedViews.personId), isBefore ? undefined : savedViews);
      const chat = store.conversation('chat-of-alex');
      assert.ok(chat?.subscribed);
      assert.deepEqual(chat.subscription, isBefore ? undefined : subscription);
      if (isBefore) await store.commit({ tenants: [having(contoso, { type: 'ownershipTaken', by: alex })] });
      assert.deepEqual([...store.fleetDays()], isBefore ? [] : [fleetDay]);
      await store.commit({
        savedViews: [savedViews],
        fleetDays: [fleetDay],
        conversations: [{ ...chat, subscription }],
      });
      await store.close();
      assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /^\{"hash":"[0-9a-f]{64}","schema":9,/);
    }
  });
});
