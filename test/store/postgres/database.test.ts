// The connections to PostgreSQL: what is made anew when it is lost, and what is told of a database that is away.
import assert from 'node:assert/strict';
import { StoreError } from '../../../src/domain/errors.js';
import type { Database } from '../../../src/store/postgres/database.js';
import { DatabaseAway } from '../../../src/store/postgres/failures.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

type Bench = Awaited<ReturnType<typeof databaseBench>>;
const sessions = `select pid from pg_stat_activity where application_name = 'gatehouse session'
  and datname = current_database()`;
const endSessions = sessions.replace('pid', 'pg_terminate_backend(pid)');

describe('the connections to a database', () => {
  let bench: Bench;
  let database: Database;

  beforeEach(async () => {
    bench = await databaseBench();
    database = await bench.connect();
  });

  afterEach(() => bench.end());

  it('carry out statements beside each other, and one after the other on the session', async () => {
    const order: string[] = [];
    const slow = database.query({ text: 'select pg_sleep(0.5)' }).then(() => order.push('slow'));
    await database.query({ text: 'select 1' }).then(() => order.push('fast'));
    await slow;
    assert.deepEqual(order, ['fast', 'slow']);
    // The queue is ours: pg's own is given up with its next version.
    const numbers = await Promise.all(
      [1, 2, 3].map((n) => database.session.query<{ n: number }>({ text: 'select $1::int as n', values: [n] })),
    );
    assert.deepEqual(numbers.flat(), [{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('hear what is notified, and hear it again on the next session', async () => {
    const heard: string[] = [];
    await database.session.listen('news', (payload) => heard.push(payload));
    await database.query({ text: `select pg_notify('news', 'one')` });
    await until(() => heard.length === 1);
    let begun = 0;
    database.session.begun.on(() => {
      begun += 1;
    });
    await bench.on.sql(endSessions);
    await until(() => begun === 1);
    await database.query({ text: `select pg_notify('news', 'two')` });
    await until(() => heard.length === 2);
    assert.deepEqual(heard, ['one', 'two']);
  });

  it('say that the session is lost, and make one in its place, however often it is ended', async () => {
    let lost = 0;
    database.session.lost.on(() => {
      lost += 1;
      assert.ok(!database.session.isAlive);
    });
    for (const time of [1, 2, 3]) {
      await bench.on.sql(endSessions);
      await until(() => lost === time && database.session.isAlive);
    }
    // A lost one that began more than one in its place would end at “too many clients”.
    assert.equal((await bench.on.sql(sessions)).length, 1);
  });

  it('come back, once each, when the database has let nothing in for a while', async () => {
    await bench.on.shutOut();
    await until(() => !database.session.isAlive);
    await assert.rejects(database.query({ text: 'select 1' }), DatabaseAway);
    await assert.rejects(database.session.query({ text: 'select 1' }), StoreError);
    await until(() => bench.log.events.filter((event) => event === 'databaseNotReached').length > 3);
    assert.ok(database.away instanceof DatabaseAway);
    await bench.on.letIn();
    await until(() => database.session.isAlive);
    assert.equal(database.away, undefined);
    assert.equal((await bench.on.sql(sessions)).length, 1);
    assert.equal(bench.log.events.filter((event) => event === 'databaseAway').length, 1);
    assert.equal(bench.log.events.filter((event) => event === 'databaseBack').length, 1);
  });

  it('let go of a session whose answers come too late, and of nothing for an error of the server’s', async () => {
    await assert.rejects(database.session.query({ text: 'select 1 / 0' }), /division by zero/);
    assert.ok(database.session.isAlive);
    await assert.rejects(
      database.session.query({ text: 'set statement_timeout = 0; select pg_sleep(4)' }),
      DatabaseAway,
    );
    assert.ok(!database.session.isAlive);
    await until(() => database.session.isAlive);
  });

  it('tell a statement that was not carried out from one whose answer was lost', async () => {
    const slow = database.query({ text: 'select pg_sleep(3) as slow' });
    const failed = assert.rejects(slow, (error: unknown) => error instanceof DatabaseAway && error.isUncertain);
    await until(async () => {
      const ended = await bench.on.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like '%as slow' and state = 'active'`,
      );
      return ended.length > 0;
    });
    await failed;
    await bench.on.shutOut();
    await assert.rejects(
      database.query({ text: 'select 1' }),
      (error: unknown) => error instanceof DatabaseAway && !error.isUncertain,
    );
    await bench.on.letIn();
  });

  it('wait for the disk at each commit, even where the server was told otherwise', async () => {
    await bench.on.sql(`alter database ${bench.on.name} set synchronous_commit = off`);
    const strict = await bench.connect();
    const show = { text: 'show synchronous_commit' };
    assert.deepEqual(await strict.query(show), [{ synchronous_commit: 'on' }]);
  });
});
