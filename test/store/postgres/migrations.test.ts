// A database is brought up to what this version needs, by the owner, as often as they like, and used by a login that may do less.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ConfigError } from '../../../src/domain/errors.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { checkDatabase } from '../../../src/store/postgres/check.js';
import { Database } from '../../../src/store/postgres/database.js';
import { migrate, migrationNames } from '../../../src/store/postgres/migrations.js';
import { onDatabase, startServer, type TestDatabase } from '../../support/postgres.js';
import { databaseBench } from '../../support/postgres-bench.js';

const configError = (wanted: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ConfigError, String(error));
  assert.match(`${error.message} ${error.remedy}`, wanted);
  assert.doesNotMatch(`${error.message} ${error.remedy}`, /secret/);
  return true;
};

describe('a database', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let on: TestDatabase;

  beforeEach(async () => {
    bench = await databaseBench({ isBare: true });
    on = bench.on;
  });

  afterEach(() => bench.end());

  /** The URL as another login, which is made. */
  const login = async (rights: string) => {
    const name = `${on.name}_${rights.length}`;
    await on.sql(`create role ${name} login password 'secret' ${rights}`);
    return { name, url: Object.assign(new URL(on.url), { username: name, password: 'secret' }).href };
  };
  const checked = async (url: string) => {
    const database = await bench.connect({ url });
    return checkDatabase(database, systemClock);
  };

  it('is not used before it is migrated, by an older version, nor by one that it is too new for', async () => {
    await assert.rejects(checked(on.url), configError(/store:migrate/));
    await migrate('DATABASE_URL', on.url);
    assert.equal((await checked(on.url)).mayRewrite, true);
    const [last = ''] = migrationNames().slice(-1);
    await on.sql(`delete from gatehouse.migrations where name = '${last}'`);
    await assert.rejects(checked(on.url), configError(/store:migrate/));
    await on.sql(`insert into gatehouse.migrations (name, run_on) values ('${last}', now()), ('9999_later', now())`);
    await assert.rejects(checked(on.url), configError(/Update Gatehouse/));
    await assert.rejects(migrate('DATABASE_URL', on.url), configError(/Update Gatehouse/));
  });

  it('is migrated once, however many do it at the same time, and again without a change', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate('DATABASE_URL', on.url)));
    assert.deepEqual(
      all.map(({ names }) => names.length).sort((a, b) => a - b),
      [0, 0, migrationNames().length],
    );
    assert.deepEqual(await migrate('DATABASE_URL', on.url), { names: [], owner: new URL(on.url).username });
  });

  it('has its rights given by several at the same time', async () => {
    await migrate('DATABASE_URL', on.url);
    const grants = await readFile(new URL('../../../database/grants.sql', import.meta.url), 'utf8');
    for (let round = 0; round < 3; round += 1)
      await Promise.all(Array.from({ length: 6 }, () => onDatabase(on.url, grants)));
  });

  it('is migrated on a server that it was restored on, where there is no role yet', async () => {
    const server = await startServer();
    try {
      const url = server.url('postgres');
      await migrate('DATABASE_URL', url);
      await onDatabase(url, 'drop owned by gatehouse_app', 'drop role gatehouse_app');
      await migrate('DATABASE_URL', url);
      await onDatabase(url, 'set role gatehouse_app', 'select gatehouse.prune()');
    } finally {
      await server.end();
    }
  });

  it('is migrated again by another user who owns the server, and by no one else', async () => {
    await migrate('DATABASE_URL', on.url);
    const [another, stranger] = [await login('superuser'), await login('')];
    assert.deepEqual(await migrate('DATABASE_OWNER_URL', another.url), { names: [], owner: another.name });
    await assert.rejects(migrate('DATABASE_URL', stranger.url), configError(/DATABASE_OWNER_URL/));
  });

  it('is used by a login of its own once that has the role, which may not change what it wrote', async () => {
    await migrate('DATABASE_URL', on.url);
    const bot = await login('nosuperuser');
    await assert.rejects(checked(bot.url), configError(/grant gatehouse_app to/));
    await on.sql(`grant gatehouse_app to ${bot.name}`);
    assert.deepEqual(await checked(bot.url).then(({ user, mayRewrite }) => ({ user, mayRewrite })), {
      user: bot.name,
      mayRewrite: false,
    });
    const commit = `select * from gatehouse.commit(gen_random_uuid(), (select generation from gatehouse.head), 0,
      '{tenants}', '{a}', '{"{}"}', '{}', '{}', '{}', '{null}', '{"{\\"at\\":1}"}', 10)`;
    const rows = (await onDatabase(bot.url, commit)) as readonly { outcome: string }[];
    assert.equal(rows[0]?.outcome, 'made');
    for (const table of ['entry', 'head', 'audit', 'done', 'migrations'])
      for (const statement of [
        `update gatehouse.${table} set ${table === 'migrations' ? 'name = null' : table === 'audit' ? 'line = 7' : 'seq = 7'}`,
        `delete from gatehouse.${table}`,
        `truncate gatehouse.${table}`,
        `drop table gatehouse.${table}`,
        `insert into gatehouse.${table} select * from gatehouse.${table}`,
      ])
        await assert.rejects(onDatabase(bot.url, statement), /permission denied|must be owner/, statement);
    await assert.rejects(onDatabase(bot.url, 'create table gatehouse.mine (a int)'), /permission denied/);
    await assert.rejects(onDatabase(bot.url, 'drop function gatehouse.prune()'), /must be owner/);
  });

  it('lets its functions be called by no login that has not the role', async () => {
    await migrate('DATABASE_URL', on.url);
    const stranger = await login('nocreatedb');
    await on.sql(`grant usage on schema gatehouse to ${stranger.name}`);
    await assert.rejects(onDatabase(stranger.url, 'select gatehouse.prune()'), /permission denied/);
  });

  it('tells an operator what is wrong with a login, without its password', async () => {
    const wrong = (change: Partial<URL>) => Object.assign(new URL(on.url), change).href;
    const open = (url: string) => Database.open({ url, clock: systemClock, log: bench.log });
    await assert.rejects(open(wrong({ password: 'secret-not-this' })), configError(/DATABASE_URL/));
    await assert.rejects(open(wrong({ pathname: '/nowhere' })), configError(/nowhere/));
    await migrate('DATABASE_URL', on.url);
    await on.sql(`revoke connect on database ${on.name} from public`);
    const stranger = await login('nocreaterole');
    await assert.rejects(open(stranger.url), configError(/permission denied/));
    await on.sql(`grant gatehouse_app to ${stranger.name}`);
    assert.equal((await checked(stranger.url)).user, stranger.name);
  });
});
