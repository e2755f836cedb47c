// The process goes on, and ends when it's told to, when its log isn't read any more.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtBot, builtProgram } from '../support/programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a process whose log nobody reads any more', function () {
  this.timeout(90_000);
  let folder: string;
  let child: ChildProcess;

  const start = (program: string, ...args: readonly string[]) => {
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', SANDBOX_PORT: '0', DATA_DIR: join(folder, 'data') };
    child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  /** Reads the log until the bot is ready, and no further. */
  const readyAt = async (): Promise<string> => {
    assert.ok(child.stdout);
    let text = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      text += chunk;
      const line = /\{.*"event":"ready".*\}/.exec(text)?.[0];
      if (line) return String((JSON.parse(line) as { url: unknown }).url);
    }
    return assert.fail(text);
  };
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return { code: child.exitCode, signal: child.signalCode };
  };
  /** Whatever is refused is logged: as many lines as there are requests. */
  const isRefused = async (url: string, times: number) => {
    for (let each = 0; each < times; each += 1) {
      const answer = await fetch(`${url}/api/messages`, { method: 'POST' });
      assert.ok(answer.status >= 400);
      await answer.text();
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-reader-'));
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await ended();
    await rm(folder, { recursive: true, force: true });
  });

  it('because the reader has gone, answers probes and messages, and ends on SIGTERM', async () => {
    start(builtBot());
    const url = await readyAt();
    child.stdout?.destroy();
    await isRefused(url, 20);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await ended(), { code: 0, signal: null });
  });

  it('because the reader stands still and then goes, answers probes and messages, and ends on SIGTERM', async () => {
    start(builtBot());
    const url = await readyAt();
    child.stdout?.pause();
    // Far more than any pipe holds.
    await isRefused(url, 3000);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    // And then it goes, with all that waits for it.
    child.stdout?.destroy();
    await isRefused(url, 20);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await ended(), { code: 0, signal: null });
  });

  it('and is the sandbox’s own, ends on SIGTERM', async () => {
    start(builtProgram('sandbox/main.ts'), '--port', '0');
    assert.ok(child.stdout);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.kill('SIGTERM');
    assert.deepEqual(await ended(), { code: 0, signal: null });
  });
});
