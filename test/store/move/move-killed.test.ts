// A move that is killed, wherever it is, leaves the source as it was, and a target at which no bot starts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/runtime/clock.js';
import { FileStore } from '../../../src/store/folder/file-store.js';
import { openFolderSource } from '../../../src/store/folder/folder-source.js';
import { openFolderTarget } from '../../../src/store/folder/folder-target.js';
import { moveData } from '../../../src/store/move/move-data.js';
import { moveBetween } from '../../../src/store/move/open-places.js';
import { openDatabaseSource } from '../../../src/store/postgres/database-source.js';
import { openDatabaseTarget } from '../../../src/store/postgres/database-target.js';
import type { MoveSource } from '../../../src/store/records/moving.js';
import { now } from '../../support/builders.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { until } from '../../support/postgres-bench.js';
import { builtProgram } from '../../support/programs.js';
import { tenant } from '../../support/store-folder.js';
import { folderDeps, noLog } from '../../support/test-dependencies.js';
import { fillFolder } from '../../support/whole-folder.js';

const moving = `select from pg_stat_activity where datname = current_database() and application_name = 'gatehouse move'`;

describe('a move that doesn’t come to its end', function () {
  this.timeout(120_000);
  let parent: string;
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  let folder: string;

  beforeEach(async () => {
    bench = await pgStoreBench();
    parent = await mkdtemp(join(tmpdir(), 'gatehouse-move-'));
    folder = join(parent, 'data');
    await fillFolder(folder);
  });

  afterEach(async () => {
    await bench.end();
    await rm(parent, { recursive: true });
  });

  const owner = () => ({ setting: 'DATABASE_URL', url: bench.on.url });
  const deps = { clock: systemClock, log: noLog };
  const move = (to: 'postgres' | 'folder', dataDir: string) => moveBetween({ to, dataDir, owner: owner(), ...deps });
  const started = async (dataDir: string) => {
    const store = await FileStore.open(dataDir, folderDeps);
    const count = [...store.tenants()].length;
    await store.close();
    return count;
  };

  const end = () => {
    throw new Error('killed');
  };
  /** Moments at which a move ends. */
  const moments: Readonly<Record<string, (source: MoveSource) => MoveSource>> = {
    'while it reads certificates': (source) => ({ ...source, certificates: end }),
    'before it marks the source': (source) => ({ ...source, markMoved: async () => end() }),
    'once it has marked the source': (source) => ({
      ...source,
      markMoved: async (to) => {
        await source.markMoved(to);
        end();
      },
    }),
  };

  for (const [moment, ending] of Object.entries(moments)) {
    it(`into a database, ${moment}, leaves that empty, and can be done again`, async () => {
      const target = await openDatabaseTarget(owner());
      const source = await openFolderSource(folder, target.place, deps);
      await assert.rejects(moveData(ending(source), target), /killed/);
      await source.close();
      await target.close();
      const isMarked = moment.startsWith('once');
      if (isMarked) await assert.rejects(started(folder), /moved to/);
      else assert.equal(await started(folder), 10);
      assert.equal((await move('postgres', folder)).tenants, 10);
      assert.equal([...(await bench.replica()).store.tenants()].length, 10);
    });

    it(`into a folder, ${moment}, leaves one that no bot starts on, and can be done again`, async () => {
      await move('postgres', folder);
      const half = join(parent, 'half');
      const target = await openFolderTarget(half);
      const source = await openDatabaseSource(owner(), target.place);
      await assert.rejects(moveData(ending(source), target), /killed/);
      await source.close();
      await target.close();
      // Certificates are the first to arrive.
      if (!moment.startsWith('while')) {
        await assert.rejects(started(half), /is missing/);
        await assert.rejects(move('folder', half), /isn’t empty/);
        await rm(half, { recursive: true });
      }
      assert.equal((await move('folder', half)).tenants, 10);
      assert.equal(await started(half), 10);
    });
  }

  it('as its process is killed, with ten thousand tenants, can be done again from both sides', async () => {
    const store = await FileStore.open(folder, folderDeps);
    await store.commit({ tenants: Array.from({ length: 10_000 }, (_, index) => tenant(index + 100)) });
    const entry = { at: now, what: 'enable', by: 'x'.repeat(36), tenantId: 'tenant-100' };
    await store.audit.append(Array.from({ length: 50_000 }, (_, index) => ({ ...entry, why: `${index}` })));
    await store.close();
    const log = await readFile(join(folder, 'audit.jsonl'));

    await killed('postgres', folder, async () => {
      const [session] = await bench.on.sql(`${moving} and query like 'insert into gatehouse.audit%'`);
      return session !== undefined;
    });
    assert.equal(await started(folder), 10_010);
    // The server undoes what the killed process had begun.
    await until(async () => (await bench.on.sql(moving)).length === 0);
    const { tenants, auditLines } = await move('postgres', folder);
    assert.deepEqual({ tenants, auditLines }, { tenants: 10_010, auditLines: 50_029 });

    const back = join(parent, 'back');
    await killed('folder', back, () =>
      access(join(back, 'audit.jsonl')).then(
        () => true,
        () => false,
      ),
    );
    await assert.rejects(started(back), /is missing/);
    await assert.rejects(move('folder', back), /isn’t empty/);
    await rm(back, { recursive: true });
    await move('folder', back);
    assert.equal(await started(back), 10_010);
    assert.ok((await readFile(join(back, 'audit.jsonl'))).equals(log));
  });

  /** Runs the command, and kills its process as soon as this is so. */
  const killed = async (to: string, dataDir: string, isSo: () => Promise<boolean>) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: bench.on.url };
    const child = spawn(process.execPath, [builtProgram('cli/store-move.ts'), '--to', to], {
      env,
      cwd: parent,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    while (child.exitCode === null && !(await isSo())) await systemClock.pause(1);
    child.kill('SIGKILL');
    const [, signal] = await exit;
    assert.equal(signal, 'SIGKILL', 'it had come to its end');
  };
});
