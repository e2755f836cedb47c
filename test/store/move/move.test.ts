// Everything moves from the folder into a database and back, to the byte, and no bot starts on what it was moved from.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OperatorError, StoreError } from '../../../src/domain/errors.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { FileStore } from '../../../src/store/folder/file-store.js';
import { type Move, moveBetween } from '../../../src/store/move/open-places.js';
import { giveLogin } from '../../../src/store/postgres/bot-login.js';
import { checkDatabase } from '../../../src/store/postgres/check.js';
import { Members } from '../../../src/store/postgres/members.js';
import { rowKinds } from '../../../src/store/records/contents.js';
import { contentsOf } from '../../support/contents-of.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { onDatabase } from '../../support/postgres.js';
import { tenant } from '../../support/store-folder.js';
import { folderDeps, noLog } from '../../support/test-dependencies.js';
import { fillFolder } from '../../support/whole-folder.js';

const holding = fileURLToPath(new URL('../../support/hold-folder.ts', import.meta.url));

describe('moving everything', function () {
  this.timeout(60_000);
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

  const move = (to: Move['to'], dataDir = folder, url = bench.on.url) =>
    moveBetween({ to, dataDir, owner: { setting: 'DATABASE_URL', url }, clock: systemClock, log: noLog });
  const emptied = () =>
    bench.on.sql(
      'delete from gatehouse.moved',
      'drop trigger if exists moved on gatehouse.head',
      'truncate gatehouse.entry, gatehouse.audit, gatehouse.card, gatehouse.encrypted, gatehouse.certificate_file',
      `update gatehouse.head set seq = 0, lines = 0, hash = repeat('0', 64)`,
    );
  const refused =
    (wanted: RegExp, wantedCode: 'config' | 'store' = 'config') =>
    // What is loaded only where it's wanted has classes of its own here.
    (error: Pick<OperatorError, 'code' | 'message' | 'remedy'>) => {
      assert.equal(error.code, wantedCode, String(error));
      assert.match(`${error.message} ${error.remedy}`, wanted);
      assert.doesNotMatch(`${error.message} ${error.remedy}`, /secret/);
      return true;
    };

  /** Every file of a folder, and of those in it, by name. */
  const filesOf = async (of: string) => {
    const entries = await readdir(of, { recursive: true, withFileTypes: true });
    const files = entries.filter((each) => each.isFile() && !each.name.startsWith('.'));
    const read = files.map(async ({ name, parentPath }) => [name, await readFile(join(parentPath, name))] as const);
    return new Map(await Promise.all(read));
  };
  const rowsOf = async (of: string) => {
    const contents = await contentsOf(of);
    const rows = rowKinds.map((kind) => [kind, [...contents[kind]].map(([id, row]) => [id, JSON.stringify(row)])]);
    return { sequence: contents.sequence, rows: Object.fromEntries(rows) };
  };
  // The hash of a whole file is made of its generation too.
  const withoutIds = (whole: Buffer | undefined) => `${whole}`.replaceAll(/"(?:hash|generation)":"[\w-]+"/g, '');

  it('goes there and back with every row in its order, every line, card, certificate and token', async () => {
    const [before, rows] = [await filesOf(folder), await rowsOf(folder)];
    const there = await move('postgres');
    assert.deepEqual(there, {
      from: folder,
      to: there.to,
      tenants: 10,
      auditLines: 29,
      certificates: 1,
    });
    const back = join(parent, 'back');
    assert.deepEqual(await move('folder', back), { ...there, from: there.to, to: back });
    assert.deepEqual(await rowsOf(back), rows);
    const after = await filesOf(back);
    for (const [name, bytes] of before)
      if (!/^(?:gatehouse\.json|journal|audit\.jsonl\.end)/.test(name))
        assert.ok(after.get(name)?.equals(bytes), `${name}: ${after.get(name)?.subarray(0, 300)}`);
    assert.ok((before.get('tokens.bin')?.length ?? 0) > 0 && before.size >= 8, `${[...before.keys()]}`);

    await emptied();
    await move('postgres', back);
    await move('folder', join(parent, 'again'));
    const [first, second] = [await filesOf(back), await filesOf(join(parent, 'again'))];
    assert.equal(withoutIds(second.get('gatehouse.json')), withoutIds(first.get('gatehouse.json')));
    const store = await FileStore.open(join(parent, 'again'), folderDeps);
    assert.deepEqual(await store.commit({ tenants: [tenant(1)] }), { version: rows.sequence + 1 });
    await store.close();
  });

  it('lets a replica go on in the database, and chain its lines', async () => {
    await move('postgres');
    const { store, database } = await bench.replica();
    const { sequence, rows } = await rowsOf(folder);
    assert.deepEqual(
      [...store.tenants()].map(({ tenantId }) => tenantId),
      rows.tenants.map(([id]: [string]) => id),
    );
    assert.deepEqual(
      [...store.deliveries()].map(({ id }) => id),
      rows.deliveries.map(([id]: [string]) => id),
    );
    assert.equal(store.sequence, sequence);
    assert.equal((await store.audit.of('tenant-3', 10)).length, 1);
    assert.deepEqual(await store.commit({ tenants: [tenant(1)] }), { version: sequence + 1 });
    await store.audit.append([{ at: '2026-11-29T10:00:00.000Z', what: 'more' }]);
    const [head] = await database.query<{ lines: string }>({ text: 'select lines from gatehouse.head' });
    assert.equal(head?.lines, '30');
  });

  it('leaves a marker, at which no bot starts', async () => {
    await move('postgres');
    await assert.rejects(FileStore.open(folder, folderDeps), refused(/moved to .*DATABASE_URL/, 'store'));
    const { store, database } = await bench.replica();
    await move('folder', join(parent, 'back'));
    await assert.rejects(checkDatabase(database, systemClock), refused(/moved to .*back .*DATA_DIR/));
    // One that had just checked it saves nothing either.
    await assert.rejects(store.commit({ tenants: [tenant(1)] }), StoreError);
    await assert.rejects(move('folder', join(parent, 'elsewhere')), refused(/moved to .*back .*already/));
  });

  it('refuses a target with anything in it, and says to empty it', async () => {
    await mkdir(join(parent, 'full'));
    await writeFile(join(parent, 'full', 'note.txt'), '');
    await move('postgres');
    await assert.rejects(move('folder', join(parent, 'full')), refused(/isn’t empty.*note\.txt.*Empty it/));
    await assert.rejects(move('postgres'), refused(/isn’t empty.*drop schema gatehouse cascade/));
    await FileStore.open(join(parent, 'new'), folderDeps).then((store) => store.close());
    await assert.rejects(move('postgres', join(parent, 'new')), refused(/isn’t empty/));
  });

  it('refuses a source that a bot uses, that has nothing, or whose log was changed', async () => {
    await assert.rejects(move('folder', join(parent, 'back')), refused(/nothing to move/));
    await assert.rejects(move('postgres', join(parent, 'nowhere')), refused(/nothing to move/));
    const holder = spawn(process.execPath, ['--import', 'tsx', holding, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await assert.rejects(move('postgres'), refused(/in use by another process/, 'store'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const log = await readFile(join(folder, 'audit.jsonl'), 'utf8');
    await writeFile(join(folder, 'audit.jsonl'), log.replace('entry-3', 'entry-4'));
    await assert.rejects(move('postgres'), refused(/audit/, 'store'));
    await writeFile(join(folder, 'audit.jsonl'), log);
    await move('postgres');
    const { database, log: told } = await bench.replica();
    const workers = new BackgroundWorkers(systemClock, told);
    const members = await Members.join(database, { log: told, workers });
    await assert.rejects(move('folder', join(parent, 'back')), refused(/1 running Gatehouse use.*Stop/, 'store'));
    await members.leave();
    await workers.stop();
    await bench.on.sql(`update gatehouse.audit set text = replace(text, 'entry-3', 'entry-4') where line = 4`);
    await rm(join(parent, 'back'), { recursive: true });
    await assert.rejects(move('folder', join(parent, 'back')), refused(/line 5/, 'store'));
  });

  it('is for the owner alone', async () => {
    const bot = Object.assign(new URL(bench.on.url), { username: `${bench.on.name}_bot`, password: 'secret' });
    await giveLogin({ setting: 'DATABASE_OWNER_URL', url: bench.on.url }, bot.href);
    await assert.rejects(move('postgres', folder, bot.href), refused(/only the owner.*DATABASE_OWNER_URL/));
    await onDatabase(bench.on.url, `drop owned by ${bot.username}`, `drop role ${bot.username}`);
  });
});
