// A PostgreSQL for the tests, in a folder of its own that goes with it. Run as a process of its own: it ends when its
// standard input does, however the process that holds the other end came to its end.
// Says {"port"} once it answers; a line on standard input, "crash" or "start", has it do so and say "done".
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const { binaries, parent, isDurable, tls, addresses = '127.0.0.1' } = JSON.parse(process.argv[2] ?? '{}');
const program = (name) => join(binaries, process.platform === 'win32' ? `${name}.exe` : name);

/** The user to run as: PostgreSQL refuses to be run by root. */
function someUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (ids.every(({ status }) => status === 0)) {
      const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
      return { uid, gid };
    }
  }
  throw new Error('root can’t run PostgreSQL, and there is neither a user postgres nor a user nobody');
}

const user = someUser();
const folder = mkdtempSync(join(parent, 'gatehouse-postgres-'));
const own = (path) => user.uid !== undefined && chownSync(path, user.uid, user.gid);
own(folder);
const data = join(folder, 'data');
const [certificate, key] = ['certificate.pem', 'key.pem'].map((name) => join(folder, name));
let server;

function initialize() {
  const password = join(folder, 'password');
  writeFileSync(password, 'secret\n', { mode: 0o600 });
  own(password);
  const args = [
    '-D',
    data,
    '-U',
    'owner', // Cheap, as every test connects anew.
    '--auth=md5',
    `--pwfile=${password}`,
    '--no-sync',
  ];
  const { status, stderr } = spawnSync(program('initdb'), [...args, '--locale=C', '--encoding=UTF8'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function start(port) {
  const given = {
    port,
    listen_addresses: addresses,
    unix_socket_directories: '',
    max_connections: 200,
    // Nothing of a crashed test is worth keeping; what is about crashes says so.
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...(tls ? { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key } : {}),
  };
  const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  server = spawn(program('postgres'), ['-D', data, ...args], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-10_000);
  });
  let hasEnded = false;
  server.once('exit', () => {
    hasEnded = true;
  });
  while (!(await answers(port))) {
    if (hasEnded) throw new Error(`postgres has ended: ${said}`);
    await pause(20);
  }
}

// It listens before it is ready, and says so to whoever asks: 'R' asks for a password, 'E' is a refusal.
function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => {
      const body = Buffer.from('\0\x03\0\0user\0owner\0database\0postgres\0\0', 'latin1');
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      socket.write(Buffer.concat([length, body]));
    });
    socket.once('data', (answer) => {
      resolve(answer.toString('latin1', 0, 1) === 'R');
      socket.destroy();
    });
  });
}

async function crash() {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // Its immediate shutdown: nothing is written, and the next start recovers.
  if (server.exitCode === null && server.kill('SIGQUIT')) await ended;
}

async function end() {
  await crash();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
}

process.on('SIGINT', () => undefined);
for (const [path, pem] of tls
  ? [
      [certificate, tls.certificate],
      [key, tls.key],
    ]
  : []) {
  writeFileSync(path, pem, { mode: 0o600 });
  own(path);
}
const port = await freePort();
try {
  initialize();
  await start(port);
} catch (error) {
  rmSync(folder, { recursive: true, force: true });
  throw error;
}
process.stdout.write(`${JSON.stringify({ port })}\n`);

const lines = createInterface({ input: process.stdin });
lines.on('line', async (line) => {
  await (line === 'crash' ? crash() : start(port));
  process.stdout.write('"done"\n');
});
lines.on('close', end);
