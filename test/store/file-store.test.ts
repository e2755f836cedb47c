// Does the store keep what it was given, whole, for itself alone, and say so when it cannot?
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../src/domain/errors.js';
import { newTenant } from '../../src/domain/tenant.js';
import { FileStore } from '../../src/store/file-store.js';
import { now } from '../support/builders.js';

const tenant = (number: number) =>
  newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: 'x.example' }, now);

describe('the store', () => {
  let parent: string;
  let folder: string;
  let open: FileStore[];

  const opened = async () => {
    const store = await FileStore.open(folder, () => assert.fail('the folder was taken away'));
    open.push(store);
    return store;
  };
  const reopened = async (store: FileStore) => {
    await store.close();
    open = open.filter((each) => each !== store);
    return opened();
  };

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'gatehouse-store-'));
    folder = join(parent, 'data');
    open = [];
  });

  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    await chmod(parent, 0o700);
    await rm(parent, { recursive: true, force: true });
  });

  it('makes its folder, and has nothing in it at first', async () => {
    const store = await opened();
    assert.deepEqual([...store.tenants()], []);
    assert.equal(store.tenant('tenant-1'), undefined);
  });

  it('reads back what was committed, after a restart too', async () => {
    const store = await opened();
    const conversation = { id: 'chat', kind: 'personal', subscribed: true, reference: { x: 1 } } as const;
    const delivery = { id: 'd', conversationId: 'chat', tenantId: 'tenant-1', news: 'approved', at: now } as const;
    await store.commit({ tenants: [tenant(1), tenant(2)], conversations: [conversation], deliveries: [delivery] });
    await store.commit({ forgottenTenantIds: ['tenant-2'] });
    const again = await reopened(store);
    assert.deepEqual([...again.tenants()], [tenant(1)]);
    assert.deepEqual(again.conversation('chat'), conversation);
    assert.deepEqual([...again.deliveries()], [delivery]);
  });

  it('answers reads with what is on disk, not with what is still being written', async () => {
    const store = await opened();
    const writing = store.commit({ tenants: [tenant(1)] });
    assert.equal(store.tenant('tenant-1'), undefined);
    await writing;
    assert.deepEqual(store.tenant('tenant-1'), tenant(1));
  });

  it('writes together what comes together', async () => {
    const store = await opened();
    const before = store.revision;
    await Promise.all(Array.from({ length: 500 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.equal([...store.tenants()].length, 500);
    assert.ok(store.revision - before <= 2, `${store.revision - before} writes`);
  });

  it('keeps the order of changes to the same thing within one write', async () => {
    const store = await opened();
    const first = store.commit({ tenants: [tenant(1)] });
    const second = store.commit({ forgottenTenantIds: ['tenant-1'] });
    const third = store.commit({ tenants: [{ ...tenant(1), version: 7 }] });
    await Promise.all([first, second, third]);
    assert.equal((await reopened(store)).tenant('tenant-1')?.version, 7);
  });

  it('takes in ten thousand tenants at once in reasonable time', async () => {
    const store = await opened();
    const start = performance.now();
    await Promise.all(Array.from({ length: 10_000 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.ok(performance.now() - start < 15_000);
  });

  it('is not misled by ids that mean something to JavaScript', async () => {
    const store = await opened();
    assert.equal(store.tenant('__proto__'), undefined);
    assert.equal(store.tenant('constructor'), undefined);
  });

  it('tells listeners after a commit, when it can be read', async () => {
    const store = await opened();
    const seen: unknown[] = [];
    store.onCommit(() => seen.push(store.tenant('tenant-1')?.tenantId));
    await store.commit({ tenants: [tenant(1)] });
    assert.deepEqual(seen, ['tenant-1']);
  });

  it('keeps its files for its own user only', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    assert.equal((await stat(join(folder, 'gatehouse.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
  });

  it('refuses a change that cannot be written, changes nothing, and goes on when it can be again', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    // A folder in the place of the temporary file's target makes the write fail for root too.
    const file = join(folder, 'gatehouse.json');
    const text = await readFile(file, 'utf8');
    await rm(file);
    await mkdir(file);
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    assert.equal(store.tenant('tenant-2'), undefined);
    await rm(file, { recursive: true });
    await writeFile(file, text);
    await store.commit({ tenants: [tenant(3)] });
    assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(3)]);
  });

  describe('at the start', () => {
    const refusal = async () => {
      const error = await FileStore.open(folder, () => undefined).then(
        () => assert.fail('it started'),
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof StoreError);
      return error;
    };

    it('refuses a folder from which only its file is missing', async () => {
      const store = await opened();
      await store.commit({ tenants: [tenant(1)] });
      await store.close();
      open = [];
      await rm(join(folder, 'gatehouse.json'));
      await writeFile(join(folder, 'tokens.bin'), 'x');
      const error = await refusal();
      assert.match(error.message, /gatehouse\.json is missing, but .* is not empty/);
      assert.match(error.remedy, /Put back a copy/);
    });

    it('takes a fresh volume for what it is', async () => {
      await mkdir(join(folder, 'lost+found'), { recursive: true });
      await writeFile(join(folder, '.keep'), '');
      await opened();
    });

    for (const [what, text] of [
      ['an empty file', ''],
      ['half a file', '{"schema":1,"tenants":{'],
      ['a file that is null', 'null'],
      ['a file of another shape', '{"schema":1,"tenants":[]}'],
      ['a file of a newer version', '{"schema":2,"tenants":{},"conversations":{},"deliveries":{}}'],
    ] as const) {
      it(`refuses ${what}, leaves it as it is and says what to do`, async () => {
        await mkdir(folder);
        await writeFile(join(folder, 'gatehouse.json'), text);
        const error = await refusal();
        assert.match(error.message + error.remedy, /cannot be read.*Put back a copy|is not empty.*Put back a copy/s);
        assert.equal(await readFile(join(folder, 'gatehouse.json'), 'utf8'), text);
      });
    }

    it('clears away what a crash in the middle of a write has left', async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'gatehouse.json.123456'), 'half of somebody’s relationship id');
      await opened();
      assert.ok(!(await readdir(folder)).includes('gatehouse.json.123456'));
    });

    it('refuses a folder that another process uses, and takes it at once when that one has died', async () => {
      const holder = spawn(
        process.execPath,
        ['--import', 'tsx', fileURLToPath(new URL('../support/hold-folder.ts', import.meta.url)), folder],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await once(holder.stdout, 'data');
      const error = await refusal();
      assert.match(error.message, /in use by another process/);
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      const start = performance.now();
      await opened();
      assert.ok(performance.now() - start < 4000);
    });
  });
});
