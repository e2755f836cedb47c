// A backup that is taken while replicas commit agrees with itself, and running replicas follow one that is restored.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '../../../src/runtime/clock.js';
import { checkDatabase } from '../../../src/store/postgres/check.js';
import { auditLines } from '../../../src/store/postgres/pg-audit.js';
import { beginNewHistory } from '../../../src/store/postgres/restored.js';
import { checkAudit } from '../../../src/store/records/audit-check.js';
import { now } from '../../support/builders.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { serverProgram, testDatabase } from '../../support/postgres.js';
import { until } from '../../support/postgres-bench.js';
import { tenant } from '../../support/store-folder.js';
import { versionIn } from '../contract/rows.js';

const run = promisify(execFile);

describe('a backup of the database', function () {
  this.timeout(60_000);
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  let folder: string;
  let programs: { readonly dump: string; readonly restore: string };

  before(async function () {
    const [dump, restore] = await Promise.all([serverProgram('pg_dump'), serverProgram('pg_restore')]);
    if (!dump || !restore) return this.skip();
    programs = { dump, restore };
  });

  beforeEach(async () => {
    bench = await pgStoreBench();
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-backup-'));
  });

  afterEach(async () => {
    await bench.end();
    await rm(folder, { recursive: true });
  });

  const file = () => join(folder, 'gatehouse.dump');
  const dump = () => run(programs.dump, ['--schema=gatehouse', '-Fc', '-f', file(), bench.on.url]);
  const restoreTo = (url: string) => run(programs.restore, ['--clean', '--if-exists', `--dbname=${url}`, file()]);
  const change = (number: number) => ({
    tenants: [tenant(number)],
    audit: [{ at: now, what: 'enable', tenantId: `tenant-${number}` }],
  });

  it('taken while replicas commit has rows and audit log of one moment, and a store opens on it', async () => {
    const stores = [(await bench.replica()).store, (await bench.replica()).store];
    let isDumped = false;
    let count = 0;
    const committing = stores.map(async (store) => {
      while (!isDumped || count < 50) {
        count += 1;
        await store.commit(change(count));
      }
    });
    await until(() => count > 20);
    await dump();
    isDumped = true;
    await Promise.all(committing);

    const other = await testDatabase({ isBare: true });
    try {
      await restoreTo(other.url);
      const { database, store } = await bench.replica({ url: other.url });
      await checkDatabase(database, systemClock);
      const [head] = await database.query<{ lines: string; hash: string }>({
        text: 'select lines, hash from gatehouse.head',
      });
      const lines = Number(head?.lines);
      const check = await checkAudit(auditLines(database), [{ lines, hash: head?.hash ?? '' }]);
      assert.deepEqual(check, { lines, hash: head?.hash });
      assert.ok(lines > 0 && lines < count, `${lines} of ${count}`);
      assert.equal([...store.tenants()].length, lines);
      assert.deepEqual(await store.commit(change(count + 1)).then((made) => 'version' in made), true);
    } finally {
      for (const replica of bench.replicas.splice(2)) await replica.close();
      await other.drop();
    }
  });

  it('that is restored is followed by replicas that run, which forget what was saved since', async () => {
    const { store, log } = await bench.replica();
    await store.commit(change(1));
    await dump();
    await store.commit(change(2));
    const gone = await versionIn(store.commit(change(3)));
    await restoreTo(bench.on.url);
    await beginNewHistory({ setting: 'DATABASE_OWNER_URL', url: bench.on.url });
    await until(() => store.tenant('tenant-3') === undefined);
    assert.deepEqual(
      [...store.tenants()].map(({ tenantId }) => tenantId),
      ['tenant-1'],
    );
    assert.ok(log.events.includes('databaseLoadedAnew'));
    const next = await versionIn(store.commit(change(4)));
    assert.ok(next > gone, 'a version came again');
    assert.equal([...(await bench.replica()).store.tenants()].length, 2);
  });
});
