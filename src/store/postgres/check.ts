// What has to hold before a database is used: its version, its schema, and that its sessions are ours from end to end.
import { randomInt } from 'node:crypto';
import type { Clock } from '../../runtime/clock.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Queried } from './changes.js';
import type { Database } from './database.js';
import { UnfitDatabase } from './failures.js';
import { appRole, migrationNames, migrationsStatement, newerSchema } from './migrations.js';

// Older ones are no longer maintained.
const oldestServer = 14;
const notifiedMs = 2000;
const probeChannel = 'gatehouse_probe';

/** What a database is, as far as an operator wishes to know. */
export interface DatabaseFacts {
  /** The server's version, such as "15.18". */
  readonly server: string;
  readonly user: string;
  /** Whether the user may change and delete what it wrote, as the owner may: a weakness. */
  readonly mayRewrite: boolean;
}

/**
 * Checks that a database can be used by this version.
 * @throws UnfitDatabase with a cure; StoreError when it doesn't answer.
 */
export async function checkDatabase(database: Database, clock: Clock): Promise<DatabaseFacts> {
  const facts = await checkServer(database);
  await checkPooler(database, clock);
  await checkSchema(database, facts.user);
  await mustNotBeMoved(database);
  const [rights] = await database.query<{ rewrites: boolean }>({
    text: `select has_table_privilege('gatehouse.audit', 'update, delete, truncate') as rewrites`,
  });
  return { ...facts, mayRewrite: rights?.rewrites ?? false };
}

async function checkServer(database: Database): Promise<Pick<DatabaseFacts, 'server' | 'user'>> {
  const [found] = await database.query<{ server: string; number: number; encoding: string; user: string }>({
    text: `select current_setting('server_version') as server, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding, current_user as user`,
  });
  const { server = '', number = 0, encoding = '', user = '' } = found ?? {};
  if (number < oldestServer * 10_000)
    throw new UnfitDatabase(
      { what: 'databaseTooOld', version: server },
      `the database is PostgreSQL ${server}`,
      `Gatehouse needs PostgreSQL ${oldestServer} or newer.`,
    );
  if (encoding !== 'UTF8')
    throw new UnfitDatabase(
      { what: 'databaseEncoding' },
      `the database’s encoding is ${encoding}`,
      'Create another one with the encoding UTF8.',
    );
  return { server, user };
}

/**
 * Whether a lock and a notification belong to a session: a pooler that gives each transaction another connection lets two
 * have the same lock, and loses what is notified.
 */
async function checkPooler(database: Database, clock: Clock): Promise<void> {
  const { session } = database;
  const number = randomInt(2 ** 31);
  const lock = `select pg_try_advisory_lock(471199, ${number}) as held`;
  const [first] = await session.query<{ held: boolean }>({ text: lock });
  const word = `${number}`;
  let hear = () => undefined as unknown;
  const heard = new Promise<true>((resolve) => {
    hear = () => resolve(true);
  });
  await session.listen(probeChannel, (payload) => payload === word && hear());
  const [second] = await database.query<{ held: boolean }>({ text: lock });
  await database.query({ text: 'select pg_notify($1, $2)', values: [probeChannel, word] });
  const isHeard = await withTimeout(clock, notifiedMs, heard);
  await session.query({ text: `select pg_advisory_unlock(471199, ${number})` });
  if (first?.held && !second?.held && isHeard) return;
  throw new UnfitDatabase(
    { what: 'databasePooled' },
    'between Gatehouse and the database there’s a pooler that shares connections between transactions, such as pgbouncer',
    'Set pool_mode=session for Gatehouse in it, or let DATABASE_URL lead to the server itself. Locks and notifications need a connection of their own.',
  );
}

/**
 * Checks that a database has what this version needs, and that the user may use it.
 * @throws UnfitDatabase
 */
export async function checkSchema(database: Queried, user: string): Promise<void> {
  const [schema] = await database.query<{ usable: boolean }>({
    text: `select has_schema_privilege(oid, 'usage') as usable from pg_namespace where nspname = 'gatehouse'`,
  });
  if (!schema) throw notMigrated('it has no tables of Gatehouse’s');
  if (!schema.usable) throw notGranted(user);
  const [table] = await database.query<{ readable: boolean }>({
    text: `select has_table_privilege(oid, 'select') as readable from pg_class
      where oid = to_regclass('gatehouse.migrations')`,
  });
  if (!table) throw notMigrated('it has no tables of Gatehouse’s');
  if (!table.readable) throw notGranted(user);
  const had = (await database.query<{ name: string }>(migrationsStatement)).map(({ name }) => name);
  const needed = migrationNames();
  if (had.some((name) => !needed.includes(name))) throw newerSchema();
  const missing = needed.filter((name) => !had.includes(name));
  if (missing.length > 0) throw notMigrated(`it lacks ${missing.join(', ')}`);
}

async function mustNotBeMoved(database: Queried): Promise<void> {
  const [moved] = await database.query<{ place: string; at: string }>({
    text: `select place, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at from gatehouse.moved`,
  });
  if (!moved) return;
  throw new UnfitDatabase(
    { what: 'databaseMoved', place: moved.place },
    `everything in the database was moved to ${moved.place} on ${moved.at}`,
    'Start Gatehouse there: set DATA_DIR for a folder, without DATABASE_URL. What was saved since isn’t in this database.',
  );
}

function notMigrated(why: string): UnfitDatabase {
  return new UnfitDatabase(
    { what: 'databaseNotMigrated' },
    `the database isn’t ready for this version of Gatehouse: ${why}`,
    'Run npm run store:migrate, then start Gatehouse again.',
  );
}

function notGranted(user: string): UnfitDatabase {
  return new UnfitDatabase(
    { what: 'databaseNotGranted', user },
    `the database’s user ${user} may not use what Gatehouse keeps there`,
    `As the database’s owner, run: grant ${appRole} to "${user}";`,
  );
}
