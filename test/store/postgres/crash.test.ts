// PostgreSQL crashes under writers, time and again: every change that was acknowledged is there, once, with its audit line.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { Database } from '../../../src/store/postgres/database.js';
import { migrate } from '../../../src/store/postgres/migrations.js';
import { PgStore } from '../../../src/store/postgres/pg-store.js';
import { checkAudit } from '../../../src/store/records/audit-check.js';
import { type OwnServer, onDatabase, startServer } from '../../support/postgres.js';
import { noLog } from '../../support/test-dependencies.js';
import { tenant } from '../contract/rows.js';

const crashes = 3;

describe('a PostgreSQL that crashes', () => {
  let server: OwnServer;

  before(async () => {
    server = await startServer({ isDurable: true });
    await onDatabase(server.url('postgres'), 'create database gatehouse');
    await migrate('DATABASE_URL', server.url('gatehouse'));
  });

  after(() => server?.end());

  it('loses nothing and makes nothing twice', async () => {
    const workers = new BackgroundWorkers(systemClock, noLog);
    const open = async () => {
      const database = await Database.open({ url: server.url('gatehouse'), clock: systemClock, log: noLog });
      const deps = { clock: systemClock, log: noLog, workers, onLost: assert.fail, patienceMs: 30_000 };
      return { database, store: await PgStore.open(database, deps) };
    };
    const replicas = [await open(), await open()];
    let isOver = false;
    const write = async (number: number) => {
      const { store } = replicas[number % 2] ?? assert.fail();
      let version = 0;
      while (!isOver) {
        version += 1;
        const line = { at: '2026-11-29T10:00:00.000Z', what: `${version}`, tenantId: `tenant-${number}` };
        const basedOn = [store.rowVersion('tenants', `tenant-${number}`)];
        const committed = await store.commit({ basedOn, tenants: [tenant(number, version)], audit: [line] });
        assert.ok('version' in committed, 'what was made was asked for again, and refused');
      }
      return version;
    };
    const writers = [0, 1, 2, 3].map(write);
    for (let time = 0; time < crashes; time += 1) {
      await systemClock.pause(300);
      await server.crash();
      await systemClock.pause(100);
      await server.start();
    }
    await systemClock.pause(300);
    isOver = true;
    const acknowledged = await Promise.all(writers);
    for (const { store } of replicas) {
      assert.deepEqual(await store.current(), {});
      for (const [number, version] of acknowledged.entries()) {
        assert.equal(store.tenant(`tenant-${number}`)?.version, version);
        const entries = await store.audit.of(`tenant-${number}`, version + 10);
        assert.deepEqual(
          entries.map(({ what }) => Number(what)).reverse(),
          Array.from({ length: version }, (_, index) => index + 1),
        );
      }
      const check = await checkAudit(store.audit.lines());
      assert.ok('lines' in check && check.lines === acknowledged.reduce((sum, each) => sum + each, 0));
    }
    for (const { store, database } of replicas) {
      await store.close();
      await database.close();
    }
    await workers.stop();
  }).timeout(120_000);
});
