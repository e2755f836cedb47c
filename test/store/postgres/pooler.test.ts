// A pooler that gives each transaction another connection is told apart at the start, where the machine has pgbouncer.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../../src/domain/errors.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { checkDatabase } from '../../../src/store/postgres/check.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

const program = 'pgbouncer';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a pooler between the bot and its database', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let folder: string;
  let pooler: ChildProcess | undefined;

  before(function () {
    if (spawnSync(program, ['--version']).status !== 0) this.skip();
  });

  beforeEach(async () => {
    bench = await databaseBench();
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-pooler-'));
    await chmod(folder, 0o755);
  });

  afterEach(async () => {
    await bench?.end();
    if (pooler?.exitCode === null && pooler.kill('SIGKILL')) await once(pooler, 'exit');
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  /** The URL through a pooler of this mode. */
  const through = async (mode: string): Promise<string> => {
    const { hostname, port, username, password } = new URL(bench.on.url);
    const own = await freePort();
    const file = join(folder, 'pgbouncer.ini');
    await writeFile(join(folder, 'users.txt'), `"${username}" "${password}"\n`);
    await writeFile(
      file,
      `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\n` +
        `unix_socket_dir =\nauth_type = md5\nauth_file = ${join(folder, 'users.txt')}\npool_mode = ${mode}\n`,
    );
    const isRoot = process.getuid?.() === 0;
    pooler = spawn(program, [...(isRoot ? ['-u', 'nobody'] : []), file], { stdio: 'ignore' });
    await until(
      () =>
        new Promise((resolve) => {
          const socket = connect(own, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
          socket.unref();
          socket.once('connect', () => socket.destroy());
        }),
    );
    return Object.assign(new URL(bench.on.url), { port: own }).href;
  };
  const checked = async (url: string) => checkDatabase(await bench.connect({ url }), systemClock);

  it('is refused, with what to do, where it shares connections between transactions', async () => {
    await assert.rejects(checked(await through('transaction')), (error: unknown) => {
      assert.ok(error instanceof ConfigError, String(error));
      assert.match(`${error.message} ${error.remedy}`, /pgbouncer.*pool_mode=session/s);
      return true;
    });
  });

  it('may be there where each session has a connection of its own', async () => {
    await checked(await through('session'));
  });
});
