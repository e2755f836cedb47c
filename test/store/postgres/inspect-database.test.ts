// A checkup looks at a database: what it's like, and why it can't be used.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { type Clock, systemClock } from '../../../src/runtime/clock.js';
import { giveLogin } from '../../../src/store/postgres/bot-login.js';
import { inspectDatabase, inspectOpenDatabase } from '../../../src/store/postgres/inspect-database.js';
import { Members } from '../../../src/store/postgres/members.js';
import { migrate } from '../../../src/store/postgres/migrations.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

/** A clock that is ahead. */
const ahead = (seconds: number): Clock => ({
  ...systemClock,
  now: () => new Date(Date.parse(systemClock.now()) + seconds * 1000).toISOString(),
});

describe('a database, for a checkup', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let workers: BackgroundWorkers;

  beforeEach(async () => {
    bench = await databaseBench();
    workers = new BackgroundWorkers(systemClock, bench.log);
  });

  afterEach(async () => {
    await workers.stop();
    await bench.end();
  });

  const urlWith = (change: Partial<URL>) => Object.assign(new URL(bench.on.url), change).href;
  const look = (url = bench.on.url, clock = systemClock) => inspectDatabase(url, clock);

  it('is seen with its version, who signs in, and the replicas that are alive', async () => {
    for (let count = 0; count < 2; count += 1) await Members.join(await bench.connect(), { log: bench.log, workers });
    const seen = await look();
    assert.ok('replicas' in seen, JSON.stringify(seen));
    const { version, user, mayRewrite, replicas } = seen;
    assert.match(version, /^\d+\.\d+$/);
    assert.deepEqual(
      { user, mayRewrite, replicas },
      { user: new URL(bench.on.url).username, mayRewrite: true, replicas: 2 },
    );
  });

  it('tells whether its replicas have different access templates', async () => {
    const sets = async () => {
      const seen = await look();
      return 'templateSets' in seen ? seen.templateSets : seen;
    };
    assert.equal(await sets(), 0);
    for (const hash of ['0a1b2c3d4e5f', '1a1b2c3d4e5f', '0a1b2c3d4e5f'])
      (await Members.join(await bench.connect(), { log: bench.log, workers })).tellTemplates(hash);
    await until(async () => (await sets()) === 2);
  });

  it('tells how far the clocks are apart', async () => {
    for (const seconds of [0, 30, -30]) {
      const seen = await look(bench.on.url, ahead(seconds));
      assert.ok('skewSeconds' in seen && Math.abs(seen.skewSeconds - seconds) < 1, JSON.stringify(seen));
    }
  });

  it('tells since when what others wrote can’t be read', async () => {
    const database = await bench.connect();
    const late = { current: async () => ({ asOf: '2026-11-29T12:00:00.000Z' }), behindSeconds: 60 };
    const behind = await inspectOpenDatabase(database, late, systemClock);
    assert.ok('behindSeconds' in behind && behind.behindSeconds === 60, JSON.stringify(behind));
    const current = await inspectOpenDatabase(database, { ...late, current: async () => ({}) }, systemClock);
    assert.ok('behindSeconds' in current && current.behindSeconds === 0, JSON.stringify(current));
    await bench.on.shutOut();
    const away = await inspectOpenDatabase(database, late, systemClock);
    assert.ok('what' in away && away.what === 'databaseAway', JSON.stringify(away));
  });

  it('can’t be used without tables, with newer ones, without permission, or where it doesn’t let us in', async () => {
    const bare = await databaseBench({ isBare: true });
    try {
      const what = async (url = bare.on.url) => {
        const seen = await look(url);
        return 'what' in seen ? seen.what : seen;
      };
      assert.equal(await what(), 'databaseNotMigrated');
      await migrate('DATABASE_URL', bare.on.url);
      await bare.on.sql(`create role "${bare.on.name}" login password 'secret'`);
      const stranger = Object.assign(new URL(bare.on.url), { username: bare.on.name, password: 'secret' }).href;
      assert.equal(await what(stranger), 'databaseNotGranted');
      await giveLogin({ setting: 'DATABASE_OWNER_URL', url: bare.on.url }, stranger);
      const seen = await look(stranger);
      assert.ok('mayRewrite' in seen && !seen.mayRewrite, JSON.stringify(seen));
      await bare.on.sql(`insert into gatehouse.migrations (name, run_on) values ('9999_later', now())`);
      assert.equal(await what(), 'databaseNewer');
      assert.equal(await what(urlWith({ password: 'no' })), 'databaseRefuses');
      assert.equal(await what(urlWith({ port: '1' })), 'databaseAway');
      await bare.on.sql(`drop owned by "${bare.on.name}"`, `drop role "${bare.on.name}"`);
    } finally {
      await bare.end();
    }
  });
});
