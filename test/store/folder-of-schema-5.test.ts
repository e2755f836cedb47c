// A data folder that commit 4904492 (schema 5) was writing when it was copied: everything carries its hash, the journal has
// lines, and one card file is of before. It keeps opening under today's names.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Shutdown } from '../../src/app/shutdown.js';
import { postedViewFrom } from '../../src/bot/turn/posted-view.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { openData } from '../../src/store/open-data.js';
import { ManualClock } from '../support/manual-clock.js';
import { noLog } from '../support/test-dependencies.js';
import { tenantIds } from '../support/world.js';

const kept = fileURLToPath(new URL('schema-5', import.meta.url));

describe('a data folder of schema 5', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-schema-5-'));
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(folder, name.replace('.kept', '')));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with everything in it, twice', async () => {
    for (const time of ['by its old names', 'by the new ones']) {
      const shutdown = new Shutdown();
      const clock = new ManualClock();
      const { store, audit, cardStore } = await openData(
        { dataDir: folder },
        {
          clock,
          log: noLog,
          workers: new BackgroundWorkers(clock, noLog),
          shutdown,
          onLost: assert.fail,
          origin: () => undefined,
          viewFrom: postedViewFrom,
        },
      );
      assert.equal([...store.tenants()].length, 18, time);
      const leaving = store.tenant(tenantIds.adventureWorks);
      assert.equal(leaving?.offboarding?.id, '9e2c45f4-af97-4f00-a76a-0efe35dabc03');
      assert.deepEqual(
        leaving.history.map(({ what }) => what),
        ['offboardingDecided'],
      );
      assert.equal(store.tenant(tenantIds.northwind)?.leftoverAccess, 'approvalRequest');
      const former = [...store.tenants()].filter(({ formerCustomer }) => formerCustomer);
      assert.equal(former.length, 2);
      assert.equal([...store.watchedRequests()].length, 1);
      assert.equal([...store.certificates()].length, 2);
      const issued = await audit.of(tenantIds.margie, 100);
      assert.ok(issued.some(({ what, certificate }) => what === 'offboardingCertified' && certificate));
      const shown = new Set(cardStore.cards().map(({ view }) => view.kind));
      assert.deepEqual([...shown].sort(), ['leftovers', 'offboarding', 'tenant']);
      await shutdown.run();
    }
    assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /^\{"hash":"[0-9a-f]{64}","schema":9,/);
  });
});
