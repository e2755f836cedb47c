// One live process holds a data folder, and a dead one never does.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../src/domain/errors.js';
import { lockFolder, type Release } from '../../src/store/folder/folder-lock.js';

const holding = fileURLToPath(new URL('../support/hold-folder.ts', import.meta.url));
const silenceMs = 5000;

describe('the lock of a data folder', () => {
  let parent: string;
  let folder: string;
  let started: ChildProcess[];
  let releases: Release[];

  const run = async (command: string, args: readonly string[]) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    const [said] = await once(child.stdout, 'data');
    return { child, pid: Number(String(said).trim().split(' ').at(-1)) };
  };
  const holder = () => run(process.execPath, ['--import', 'tsx', holding, folder]);
  const locked = async (onLost: (error: Error) => void = assert.fail) => {
    const start = performance.now();
    releases.push(await lockFolder(folder, onLost));
    return performance.now() - start;
  };

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'gatehouse-lock-'));
    folder = join(parent, 'data');
    started = [];
    releases = [];
  });

  afterEach(async () => {
    for (const release of releases) await release();
    for (const child of started) child.kill('SIGKILL');
    await rm(parent, { recursive: true, force: true });
  });

  it('is refused to a second process while the first one lives, however often it tries', async () => {
    await holder();
    for (let time = 0; time < 3; time += 1) {
      await assert.rejects(locked(), (error: unknown) => error instanceof StoreError && /in use/.test(error.message));
    }
  });

  it('is had at once after kill -9, though the shell has not heard yet that its child is dead', async function () {
    if (platform() !== 'linux') return this.skip();
    // The shell starts the holder and then turns into a program that asks after no child.
    const script = `"${process.execPath}" --import tsx "${holding}" "${folder}" & exec sleep 60`;
    const { pid } = await run('sh', ['-c', script]);
    process.kill(pid, 'SIGKILL');
    assert.doesNotThrow(() => process.kill(pid, 0), 'its number is still taken');
    assert.ok((await locked()) < 2000);
  });

  it('is had after the silence of a holder whose number another process has now', async function () {
    this.timeout(20_000);
    const { child } = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await writeFile(join(folder, '.lock-holder'), JSON.stringify({ pid: process.ppid, host: hostname() }));
    const waited = await locked();
    assert.ok(waited > silenceMs - 1500 && waited < 2 * silenceMs, `${waited} ms`);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.lock-') && name !== '.lock-holder'),
      [],
    );
  });

  it('is let go of without a fuss where the disk does not let it be taken away', async () => {
    await mkdir(folder);
    const release = await lockFolder(folder, assert.fail);
    // Neither can be removed as what it is taken for.
    await rm(join(folder, '.lock-holder'));
    await mkdir(join(folder, '.lock-holder'));
    await writeFile(join(folder, '.lock', 'in-the-way'), '');
    await release();
  });

  it('is not lost by a disk that cannot be read or written for longer than the silence', async function () {
    this.timeout(20_000);
    const lost: Error[] = [];
    await mkdir(folder);
    await locked((error) => lost.push(error));
    const lock = join(folder, '.lock');
    // A loop of links is an error of the disk’s to whoever asks for the lock's time.
    await rename(lock, `${lock}.kept`);
    await symlink(lock, lock);
    await pause(silenceMs + 2500);
    await rm(lock);
    await rename(`${lock}.kept`, lock);
    await pause(1500);
    assert.deepEqual(lost, []);
  });
});
