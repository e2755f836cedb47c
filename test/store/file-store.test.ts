// Does the store keep what it was given, whole, for itself alone, and say so when it cannot?
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../src/domain/errors.js';
import { planOf } from '../../src/domain/offboarding/plan.js';
import { newTenant } from '../../src/domain/tenant/tenant.js';
import { FileStore } from '../../src/store/file-store.js';
import { alex, having, now } from '../support/builders.js';
import { counting, failing, inPieces } from '../support/disk.js';
import { anExit, aSubscription, ties } from '../support/exit-builders.js';
import { noLog } from '../support/test-means.js';

const tenant = (number: number) =>
  newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: 'x.example' }, now);

describe('the store', () => {
  let parent: string;
  let folder: string;
  let open: FileStore[];

  const opened = async () => {
    const store = await FileStore.open(folder, { onLost: () => assert.fail('the folder was taken away'), log: noLog });
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

  it('writes together what comes together', async () => {
    const store = await opened();
    const before = store.revision;
    await Promise.all(Array.from({ length: 500 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.equal([...store.tenants()].length, 500);
    assert.ok(store.revision - before <= 2, `${store.revision - before} writes`);
  });

  it('takes in ten thousand tenants at once in reasonable time', async () => {
    const store = await opened();
    const start = performance.now();
    await Promise.all(Array.from({ length: 10_000 }, (_, number) => store.commit({ tenants: [tenant(number)] })));
    assert.ok(performance.now() - start < 15_000);
  });

  it('makes its folder, and keeps its files for its own user only', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    assert.equal((await stat(join(folder, 'gatehouse.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
  });

  // A folder in the place of a file: not even root can write to it.
  const inTheWayOf = async (name: string) => {
    const file = join(folder, name);
    await rename(file, `${file}.aside`);
    await mkdir(file);
    return async () => {
      await rmdir(file);
      await rename(`${file}.aside`, file);
    };
  };
  const texts = async () =>
    Promise.all(['gatehouse.json', 'journal.jsonl'].map((name) => readFile(join(folder, name), 'utf8')));

  it('does not begin a new journal when somebody takes it away', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    await rename(join(folder, 'journal.jsonl'), join(folder, 'elsewhere'));
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    await rename(join(folder, 'elsewhere'), join(folder, 'journal.jsonl'));
    await store.commit({ tenants: [tenant(3)] });
  });

  it('takes a write back that came to nothing half-way, before it goes on', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    const before = await texts();
    await failing('datasync', () => assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError));
    assert.deepEqual(await texts(), before);
    await failing('datasync', () =>
      failing('truncate', () => assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError)),
    );
    assert.notDeepEqual(await texts(), before);
    await store.commit({ tenants: [tenant(3)] });
    assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(3)]);
  });

  it('writes nothing behind what somebody else has written, and takes nothing of it away', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1)] });
    await appendFile(join(folder, 'journal.jsonl'), '{"of":"another"}\n');
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    assert.match((await texts()).join(), /another/);
  });

  it('writes a change as one line, however much it remembers', async () => {
    const store = await opened();
    await store.commit({ tenants: Array.from({ length: 1000 }, (_, number) => tenant(number)) });
    const [whole, journal] = await texts();
    await store.commit({ tenants: [{ ...tenant(7), version: 2 }] });
    const [wholeAfter, journalAfter = ''] = await texts();
    assert.equal(wholeAfter, whole);
    assert.ok(journalAfter.length - (journal?.length ?? 0) < 500);
    const again = await reopened(store);
    assert.equal(again.tenant('tenant-7')?.version, 2);
    assert.equal([...again.tenants()].length, 1000);
  });

  it('writes the whole file when the journal grows long, and begins the journal anew', async () => {
    const store = await opened();
    const long = { ...tenant(1), customer: { displayName: 'x'.repeat(30_000), domain: '' } };
    const lengths: number[] = [];
    for (let version = 1; version <= 40; version += 1) {
      await store.commit({ tenants: [{ ...long, version }] });
      const [, journal = ''] = await texts();
      lengths.push(journal.length);
    }
    assert.ok(Math.max(...lengths) <= 256 * 1024);
    assert.ok(lengths.some((length, index) => length < (lengths[index - 1] ?? 0)));
    assert.equal((await reopened(store)).tenant('tenant-1')?.version, 40);
  });

  it('leaves nothing on the disk of what it is to forget', async () => {
    const store = await opened();
    const reference = { secret: 'of the conversation' };
    const conversation = { id: 'chat', kind: 'personal', subscribed: true, reference } as const;
    const onboarded = having(tenant(1), {
      type: 'onboardingRequested',
      by: alex,
      conversationId: 'of the tenant',
    });
    await store.commit({ tenants: [onboarded, tenant(2)], conversations: [conversation] });
    assert.match((await texts()).join(), /of the tenant.*of the conversation|of the conversation.*of the tenant/s);
    await store.commit({ tenants: [tenant(1)] });
    assert.doesNotMatch((await texts()).join(), /of the tenant/);
    await store.commit({ forgottenConversationIds: ['chat'] });
    assert.doesNotMatch((await texts()).join(), /of the conversation/);
    await store.commit({ forgottenTenantIds: ['tenant-2'] });
    assert.doesNotMatch((await texts()).join(), /tenant-2/);
    assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1)]);
  });

  it('leaves nothing on the disk of what was read for an exit, once that is over', async () => {
    const store = await opened();
    const plan = planOf(ties({ subscriptions: { value: [aSubscription({ offerName: 'of the exit' })] } }));
    const exit = anExit({ steps: ['relationships'] }, plan);
    const leaving = having(tenant(1), { type: 'exitDecided', by: alex, exit });
    await store.commit({ tenants: [leaving] });
    assert.match((await texts()).join(), /of the exit/);
    await store.commit({ tenants: [having(leaving, { type: 'exitUndone', by: alex })] });
    assert.doesNotMatch((await texts()).join(), /of the exit/);
  });

  it('writes the whole file until that works, once it is not certain how that ended', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    const mend = await inTheWayOf('gatehouse.json');
    await assert.rejects(store.commit({ forgottenTenantIds: ['tenant-2'] }), StoreError);
    await assert.rejects(store.commit({ tenants: [tenant(3)] }), StoreError);
    assert.deepEqual([...store.tenants()], [tenant(1), tenant(2)]);
    assert.match(await readFile(join(folder, 'journal.jsonl'), 'utf8'), /tenant-1/);
    await mend();
    await store.commit({ tenants: [tenant(4)] });
    const [whole = '', journal] = await texts();
    assert.match(whole, /tenant-4/);
    assert.equal(journal, '');
    await store.commit({ tenants: [tenant(5)] });
    assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(2), tenant(4), tenant(5)]);
  });

  it('tries again to take out of the journal what is to be forgotten', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    await failing('truncate', () => store.commit({ forgottenTenantIds: ['tenant-2'] }));
    assert.match((await texts()).join(), /tenant-2/);
    await store.commit({ tenants: [tenant(3)] });
    assert.doesNotMatch((await texts()).join(), /tenant-2/);
    assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(3)]);
  });

  it('leaves nothing of a tenant that is disabled and enabled again in one write', async () => {
    const store = await opened();
    const enabledFrom = (conversationId: string) =>
      having(tenant(1), { type: 'onboardingRequested', by: alex, conversationId });
    await store.commit({ tenants: [enabledFrom('the first time')] });
    await Promise.all([store.commit({ tenants: [tenant(1)] }), store.commit({ tenants: [enabledFrom('again')] })]);
    assert.doesNotMatch((await texts()).join(), /the first time/);
  });

  it('is whole when the disk takes a file in small pieces', async () => {
    const store = await opened();
    await inPieces(async () => {
      await store.commit({ tenants: Array.from({ length: 2000 }, (_, number) => tenant(number)) });
      await store.commit({ forgottenTenantIds: ['tenant-7'] });
    });
    assert.equal([...(await reopened(store)).tenants()].length, 1999);
  });

  it('flushes what it has written before it says so', async () => {
    const store = await opened();
    const flushes = await counting('datasync', () => store.commit({ tenants: [tenant(1)] }));
    assert.equal(flushes, 1);
    const syncs = await counting('sync', () => store.commit({ forgottenTenantIds: ['tenant-1'] }));
    // The file, and the folder that knows it by its name.
    assert.equal(syncs, 2);
  });

  it('takes nothing after it was closed, and may be closed twice', async () => {
    const store = await opened();
    const last = store.commit({ tenants: [tenant(1)] });
    await Promise.all([store.close(), store.close()]);
    await last;
    await assert.rejects(store.commit({ tenants: [tenant(2)] }), StoreError);
    open = [];
    assert.deepEqual([...(await opened()).tenants()], [tenant(1)]);
  });

  it('is not led astray by a crash between the whole file and the new journal', async () => {
    const store = await opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    await store.commit({ tenants: [{ ...tenant(1), version: 2 }] });
    const [, journal = ''] = await texts();
    await store.commit({ forgottenTenantIds: ['tenant-2'] });
    await store.close();
    open = [];
    await writeFile(join(folder, 'journal.jsonl'), journal);
    const again = await opened();
    assert.doesNotMatch((await texts()).join(), /tenant-2/);
    assert.deepEqual([...again.tenants()], [{ ...tenant(1), version: 2 }]);
    await again.commit({ tenants: [tenant(3)] });
    assert.equal([...(await reopened(again)).tenants()].length, 2);
  });

  describe('at the start', () => {
    const refusal = async () => {
      const error = await FileStore.open(folder, { onLost: () => undefined, log: noLog }).then(
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
      [
        'a file of a newer version',
        '{"schema":4,"sequence":1,"generation":"g","tenants":{},"conversations":{},"deliveries":{},"alarms":{}}',
      ],
      ['a tenant of another shape', '{"schema":1,"tenants":{"a":{}},"conversations":{},"deliveries":{}}'],
    ] as const) {
      it(`refuses ${what}, leaves it as it is and says what to do`, async () => {
        await mkdir(folder);
        await writeFile(join(folder, 'gatehouse.json'), text);
        const error = await refusal();
        assert.match(error.message + error.remedy, /cannot be read.*Put back a copy|is not empty.*Put back a copy/s);
        assert.equal(await readFile(join(folder, 'gatehouse.json'), 'utf8'), text);
      });
    }

    it('takes over a file from before there was a journal', async () => {
      await mkdir(folder);
      const tenants = JSON.stringify({ 'tenant-1': tenant(1) });
      await writeFile(
        join(folder, 'gatehouse.json'),
        `{"schema":1,"tenants":${tenants},"conversations":{},"deliveries":{}}`,
      );
      const store = await opened();
      await store.commit({ tenants: [tenant(2)] });
      assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(2)]);
    });

    it('takes over a file from before anybody was offboarded completely', async () => {
      await mkdir(folder);
      const tenants = { 'tenant-1': tenant(1) };
      const whole = { schema: 3, sequence: 1, generation: 'g', tenants, conversations: {}, deliveries: {}, alarms: {} };
      await writeFile(join(folder, 'gatehouse.json'), JSON.stringify(whole));
      await writeFile(join(folder, 'journal.jsonl'), '');
      const store = await opened();
      assert.deepEqual([[...store.tenants()], [...store.certificates()]], [[tenant(1)], []]);
      assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /"schema":5/);
    });

    it('takes over a file from before there were alarms, so that no older program reads half of what comes', async () => {
      await mkdir(folder);
      const whole = { schema: 2, sequence: 1, generation: 'g', tenants: {}, conversations: {}, deliveries: {} };
      await writeFile(join(folder, 'gatehouse.json'), JSON.stringify(whole));
      await writeFile(
        join(folder, 'journal.jsonl'),
        `${JSON.stringify({ sequence: 2, generation: 'g', tenants: { 'tenant-1': tenant(1) } })}\n`,
      );
      const store = await opened();
      assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /"schema":5/);
      const alarm = { code: 'signInLost', mark: 'signInExpired', at: '2026-11-22T10:00:00.000Z' } as const;
      const due = { id: 'due', conversationId: 'chat', alarm: { code: 'signInBack' }, at: alarm.at } as const;
      await store.commit({ alarms: [alarm], deliveries: [due] });
      const again = await reopened(store);
      assert.deepEqual(
        [[...again.tenants()], [...again.alarms()], [...again.deliveries()]],
        [[tenant(1)], [alarm], [due]],
      );
      await again.commit({ overAlarms: ['signInLost'], doneDeliveryIds: ['due'] });
      const inTheEnd = await reopened(again);
      assert.deepEqual([[...inTheEnd.alarms()], [...inTheEnd.deliveries()]], [[], []]);
    });

    it('begins again after a first start that did not get far', async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'journal.jsonl'), '');
      await opened();
    });

    const closedWith = async (...numbers: readonly number[]) => {
      const store = await opened();
      for (const number of numbers) await store.commit({ tenants: [tenant(number)] });
      await store.close();
      open = [];
      return join(folder, 'journal.jsonl');
    };

    // After a power cut some sectors of 512 bytes have been written, and others read as zeros.
    const lacking = (sectors: number, start: string) => (at: number) => {
      const before = start.padEnd(512 - (at % 512) + (at % 512 > 490 ? 512 : 0));
      return `${sectors > 3 ? '\0'.repeat(before.length) : before}${'\0'.repeat(512 * sectors)}}}\n`;
    };

    for (const [what, rest] of [
      ['half a line', '{"sequence":4,"tena'],
      ['a line of which the disk has only the end', lacking(4, '{"sequence":4,')],
      ['a line of which the disk has only the start and the end', lacking(2, '{"sequence":4,')],
    ] as const) {
      it(`drops ${what}, which nobody was told of`, async () => {
        const journal = await closedWith(1, 2);
        await appendFile(journal, typeof rest === 'string' ? rest : rest((await stat(journal)).size));
        const store = await opened();
        await store.commit({ tenants: [tenant(3)] });
        assert.deepEqual([...(await reopened(store)).tenants()], [tenant(1), tenant(2), tenant(3)]);
      });
    }

    for (const [what, work] of [
      ['follows another whole file', (text: string) => text.replaceAll(/"generation":"[^"]+"/g, '"generation":"x"')],
      ['lacks a line', (text: string) => text.replace(/.*tenant-1.*\n/, '')],
      ['has a line of another shape', (text: string) => text.replace('"version":1', '"version":"1"')],
      ['has a line that is no JSON', (text: string) => text.replace('{', '')],
    ] as const) {
      it(`refuses a journal that ${what}`, async () => {
        const journal = await closedWith(1, 2);
        await writeFile(journal, work(await readFile(journal, 'utf8')));
        const error = await refusal();
        assert.match(error.message + error.remedy, /journal\.jsonl cannot be read.*Put back a copy/s);
      });
    }

    it('refuses a folder from which only its journal is missing', async () => {
      await rm(await closedWith(1));
      assert.match((await refusal()).message, /journal\.jsonl is missing/);
    });

    it('clears away what a crash in the middle of a write has left', async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'gatehouse.json.new'), 'half of somebody’s relationship id');
      await opened();
      assert.ok(!(await readdir(folder)).includes('gatehouse.json.new'));
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
