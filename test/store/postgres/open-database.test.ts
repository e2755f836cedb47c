// Everything in a database, open beside another replica, as the settings have it opened.
import assert from 'node:assert/strict';
import { postedViewFrom } from '../../../src/bot/turn/posted-view.js';
import { verifyAudit } from '../../../src/cli/audit-check.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { openBeside } from '../../../src/store/open-beside.js';
import { openData } from '../../../src/store/open-data.js';
import { type TestDatabase, testDatabase } from '../../support/postgres.js';
import { rememberingLog, until } from '../../support/postgres-bench.js';
import { tenant } from '../contract/rows.js';

const keys = Array.from({ length: 20 }, (_, number) => `tenant-${number}`);

describe('a database, opened as the settings say', () => {
  let on: TestDatabase;
  let open: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    on = await testDatabase();
  });

  afterEach(async () => {
    for (const each of open.toReversed()) await each.close();
    open = [];
    await on.drop();
  });

  const replica = async (url = on.url) => {
    const log = rememberingLog();
    const workers = new BackgroundWorkers(systemClock, log);
    const shutdown = {
      add<Part extends { close(): Promise<void> }>(part: Part) {
        open.push(part);
        return part;
      },
    };
    const deps = { clock: systemClock, log, workers, shutdown, viewFrom: postedViewFrom };
    const data = await openData(
      { dataDir: '/nowhere', databaseUrl: url },
      { ...deps, onLost: assert.fail, origin: () => undefined },
    );
    shutdown.add({ close: () => workers.stop() });
    return { ...data, log };
  };

  it('shares what is kept, and the duties, of which each is that of one replica', async () => {
    const [one, other] = [await replica(), await replica()];
    await one.store.commit({ tenants: [tenant(1)], audit: [{ at: '2026-11-29T12:00:00.000Z', what: 'enabled' }] });
    assert.deepEqual(await other.store.current(), {});
    assert.deepEqual(other.store.tenant('tenant-1'), tenant(1));
    await until(() => keys.every((key) => one.duties.isMine(key) !== other.duties.isMine(key)));
    assert.ok(keys.some((key) => one.duties.isMine(key)) && keys.some((key) => other.duties.isMine(key)));
  });

  it('leaves every duty to the others before anything is closed', async () => {
    const [one, other] = [await replica(), await replica()];
    await until(() => keys.some((key) => other.duties.isMine(key)));
    await one.leave();
    assert.ok(!keys.some((key) => one.duties.isMine(key)));
    await until(() => keys.every((key) => other.duties.isMine(key)));
    await one.store.commit({ tenants: [tenant(2)] });
  });

  it('says while nothing can be saved, and that it can be again', async () => {
    const { saving, store } = await replica();
    assert.equal(saving.trouble, undefined);
    const again = new Promise<void>((resolve) => saving.savesAgain.on(() => resolve()));
    await on.shutOut();
    await assert.rejects(store.commit({ tenants: [tenant(1)] }));
    assert.match(saving.trouble ?? '', /^the database doesn’t answer/);
    await on.letIn();
    await again;
    assert.equal(saving.trouble, undefined);
  });

  it('warns where the bot may rewrite what it wrote', async () => {
    const { log } = await replica();
    assert.ok(log.events.includes('databaseMayBeRewritten'));
  });

  it('is refused without its tables, with the command that makes them', async () => {
    const bare = await testDatabase({ isBare: true });
    await assert.rejects(replica(bare.url), { code: 'config', remedy: /npm run store:migrate/ });
    for (const each of open.splice(0)) await each.close();
    await bare.drop();
  });

  it('is opened beside its replicas by a command: the log is whole, and a sign-in finds its place', async () => {
    const { store, tokenPlaces } = await replica();
    await store.commit({ audit: [{ at: '2026-11-29T12:00:00.000Z', what: 'enabled' }] });
    const beside = await openBeside(
      { dataDir: '/nowhere', databaseUrl: on.url },
      { clock: systemClock, log: rememberingLog() },
    );
    open.push(beside);
    assert.match((await verifyAudit(beside.audit)).join('\n'), /1 /);
    const { signIn } = await beside.tokenPlaces();
    await signIn.write(Buffer.from('encrypted'));
    assert.ok(await tokenPlaces.signIn.hasChanged());
    assert.deepEqual(await tokenPlaces.signIn.read(), Buffer.from('encrypted'));
  });
});
