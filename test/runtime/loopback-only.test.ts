// The chat of `npm start` is for this machine alone: the real Microsoft 365 Agents Playground, as scripts/start.mjs starts it.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../..', import.meta.url);
const require = createRequire(import.meta.url);
const settings = '.m365agentsplayground.yml';

describe('the chat of npm start', function () {
  this.timeout(90_000);
  let folder: string;
  let chat: ChildProcess | undefined;
  let port: number;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-chat-'));
    copyFileSync(new URL(settings, root), join(folder, settings));
    const flags = [
      pathToFileURL(require.resolve('tsx')).href,
      new URL('src/runtime/loopback-only.ts', root).href,
    ].flatMap((each) => ['--import', each]);
    const program = require.resolve('@microsoft/m365agentsplayground/cli.js');
    const args = [program, 'start', '-e', 'http://127.0.0.1:9/api/messages', '-c', 'msteams', '--disable-telemetry'];
    const env = { PATH: process.env.PATH, TEAMSAPPTESTER_BROWSER: 'none' };
    const started = spawn(process.execPath, [...flags, ...args, '-p', '0'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    chat = started;
    port = await new Promise<number>((resolve, reject) => {
      createInterface({ input: started.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        const found = /Listening on (\d+)/.exec(line)?.[1];
        if (found) resolve(Number(found));
      });
      started.once('exit', (code) => reject(new Error(`the chat ended with ${code}`)));
    });
  });

  after(async () => {
    const isOver = chat?.exitCode === null ? once(chat, 'exit') : undefined;
    chat?.kill('SIGKILL');
    await isOver;
    await rm(folder, { recursive: true, force: true });
  });

  const asked = (headers: Readonly<Record<string, string>>, path = '/', method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      const answered = (answer: IncomingMessage) => {
        answer.resume();
        resolve(answer.statusCode);
      };
      request({ host: '127.0.0.1', port, path, method, headers })
        .on('response', answered)
        .on('upgrade', (answer, socket) => {
          socket.destroy();
          answered(answer);
        })
        .on('error', reject)
        .end();
    });
  const isReached = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 2000 });
      const end = (isOpen: boolean) => {
        socket.destroy();
        resolve(isOpen);
      };
      socket.once('connect', () => end(true));
      socket.once('error', () => end(false));
      socket.once('timeout', () => end(false));
    });

  it('answers on this machine, by the address that is printed', async () => {
    assert.equal(await asked({ host: `localhost:${port}` }), 200);
    assert.equal((await fetch(`http://localhost:${port}/`)).status, 200);
  });

  it('does not answer on any other address of the machine', async () => {
    assert.equal(await isReached('127.0.0.1'), true);
    const others = Object.values(networkInterfaces()).flatMap((each) =>
      (each ?? []).filter(({ internal }) => !internal),
    );
    for (const { address, scopeid } of others) {
      const host = scopeid ? `${address}%${scopeid}` : address;
      assert.equal(await isReached(host), false, host);
    }
    assert.equal(await isReached('127.0.0.2'), false);
  });

  it('answers no page whose name was made to lead here', async () => {
    assert.equal(await asked({ host: `evil.example:${port}` }), 403);
  });

  it('takes no message that another site has a browser send', async () => {
    const host = `localhost:${port}`;
    const path = '/_conversation/v1/invoke';
    assert.equal(await asked({ host, origin: 'https://evil.example' }, path, 'POST'), 403);
    assert.equal(await asked({ host, 'sec-fetch-site': 'cross-site' }, path, 'POST'), 403);
    assert.notEqual(await asked({ host, origin: `http://${host}` }, path, 'POST'), 403);
  });

  it('lets no other site read along by a web socket', async () => {
    const path = '/_ws_conversation/v1/conversations/stream';
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const headers = { ...upgrade, 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', host: `localhost:${port}` };
    assert.equal(await asked({ ...headers, origin: 'https://evil.example' }, path), 403);
    assert.equal(await asked({ ...headers, origin: `http://localhost:${port}` }, path), 101);
  });

  it('is started with that by npm start', () => {
    const start = readFileSync(fileURLToPath(new URL('scripts/start.mjs', root)), 'utf8');
    assert.match(
      start,
      /'--import',\s+new URL\('\.\.\/dist\/runtime\/loopback-only\.js', import\.meta\.url\)\.href,\s+playground,/,
    );
  });
});
