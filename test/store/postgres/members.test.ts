// Replicas on a real PostgreSQL divide their duties, and take over from each other.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { Members, templateSets } from '../../../src/store/postgres/members.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

const keys = Array.from({ length: 300 }, (_, n) => `tenant ${n}`);

describe('replicas on one database', () => {
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

  const joins = async (clock = systemClock) => {
    const database = await bench.connect({ clock });
    const members = await Members.join(database, { log: bench.log, workers });
    return { database, members, duties: () => keys.filter((key) => members.isMine(key)).length };
  };
  const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'gatehouse session' and datname = current_database()`;

  it('have all duties as long as they are alone', async () => {
    const { members, duties } = await joins();
    assert.deepEqual([members.count, duties()], [1, keys.length]);
  });

  it('divide them, each to one, once they know each other', async () => {
    const all = [await joins(), await joins(), await joins()];
    await until(() => all.every(({ members }) => members.count === 3));
    for (const key of keys) assert.equal(all.filter(({ members }) => members.isMine(key)).length, 1);
    for (const { duties } of all) assert.ok(duties() > 50, `${duties()}`);
  });

  it('take over what another had, at once when it leaves and soon when its session is gone, and are told of it', async () => {
    const [a, b, c] = [await joins(), await joins(), await joins()];
    await until(() => [a, b, c].every(({ members }) => members.count === 3));
    let told = 0;
    a.members.changed.on(() => {
      told += 1;
    });
    await c.members.leave();
    assert.equal(c.duties(), 0);
    await until(() => a.members.count === 2);
    await b.database.session.close();
    await until(() => a.members.count === 1);
    assert.deepEqual([a.duties(), told], [keys.length, 2]);
  });

  it('leave at once even after their session has answered late for a while', async () => {
    let lateMs = 0;
    const [a, b] = [await joins({ ...systemClock, elapsedMs: () => performance.now() + lateMs }), await joins()];
    await until(() => a.members.count === 2 && b.members.count === 2);
    lateMs = 60_000;
    await until(() => a.members.count === 0);
    await until(() => a.members.count === 2);
    assert.ok(!bench.log.events.includes('databaseSessionLost'));
    await a.members.leave();
    await until(() => b.members.count === 1);
  });

  it('have no duties while their session is lost, and have them again with the next', async () => {
    const [a, b] = [await joins(), await joins()];
    await until(() => a.members.count === 2 && b.members.count === 2);
    const before = keys.filter((key) => a.members.isMine(key));
    let lost = 0;
    a.database.session.lost.on(() => {
      lost = a.duties();
    });
    await bench.on.sql(endSessions);
    await until(() => a.members.count === 2 && b.members.count === 2);
    assert.equal(lost, 0);
    assert.deepEqual(
      keys.filter((key) => a.members.isMine(key)),
      before,
    );
  });

  it('tell by which access templates they compare, for as long as they are there, and again with the next session', async () => {
    const [a, b] = [await joins(), await joins()];
    const sets = async () => (await a.database.query<{ readonly sets: number }>(templateSets))[0]?.sets;
    assert.equal(await sets(), 0);
    a.members.tellTemplates('a1b2c3d4e5f6');
    await until(async () => (await sets()) === 1);
    b.members.tellTemplates('f1b2c3d4e5f6');
    await until(async () => (await sets()) === 2);
    await bench.on.sql(endSessions);
    await until(async () => (await sets()) === 2);
    b.members.tellTemplates('a1b2c3d4e5f6');
    await until(async () => (await sets()) === 1);
    await a.database.session.close();
    b.members.tellTemplates('f1b2c3d4e5f6');
    const onlyB = async () => (await b.database.query<{ readonly sets: number }>(templateSets))[0]?.sets;
    await until(async () => (await onlyB()) === 1);
  });
});
