// A command reads the events of a store that a bot has open.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { systemClock } from '../../src/runtime/clock.js';
import { noLog } from '../../src/runtime/no-log.js';
import { openBeside } from '../../src/store/open-beside.js';
import { PgStore } from '../../src/store/postgres/pg-store.js';
import { databaseBench } from '../support/postgres-bench.js';
import { StoreFolder } from '../support/store-folder.js';
import { outgoing, tenant } from './contract/rows.js';

const deps = { clock: systemClock, log: noLog };
const seen = async (place: { readonly dataDir: string; readonly databaseUrl?: string }) => {
  const beside = await openBeside({ databaseUrl: undefined, ...place }, deps);
  const { outgoingEvents, tenant: tenantOf } = await beside.outgoing();
  const found = [[...outgoingEvents()], tenantOf('tenant-1')?.customer.displayName];
  await beside.close();
  return found;
};

describe('events for the partner’s own systems, beside a bot', () => {
  it('are read from its folder, with the tenant that they tell of, as they are by now', async () => {
    const folder = await StoreFolder.make();
    try {
      const store = await folder.opened();
      assert.deepEqual(await seen({ dataDir: folder.path }), [[], undefined]);
      await store.commit({ tenants: [tenant(1)], outgoingEvents: [outgoing] });
      assert.deepEqual(await seen({ dataDir: folder.path }), [[outgoing], 'Tenant 1']);
      await store.commit({ doneOutgoingIds: [outgoing.id] });
      assert.deepEqual(await seen({ dataDir: folder.path }), [[], 'Tenant 1']);
    } finally {
      await folder.end();
    }
  });

  it('are read from its database', async () => {
    const bench = await databaseBench();
    const workers = new BackgroundWorkers(systemClock, bench.log);
    const store = await PgStore.open(await bench.connect(), { ...deps, workers, onLost: () => undefined });
    try {
      await store.commit({ tenants: [tenant(1)], outgoingEvents: [outgoing] });
      assert.deepEqual(await seen({ dataDir: '', databaseUrl: bench.on.url }), [[outgoing], 'Tenant 1']);
    } finally {
      await workers.stop();
      await store.close();
      await bench.end();
    }
  });
});
