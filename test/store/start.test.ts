// What a start makes of the data folder that it finds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../src/domain/errors.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { withHash } from '../../src/store/folder/hashed-json.js';
import { emptyChain } from '../../src/store/records/audit-chain.js';
import { StoreFolder, tenant } from '../support/store-folder.js';
import { folderDeps } from '../support/test-dependencies.js';

describe('the JSON folder, at the start', () => {
  let data: StoreFolder;

  beforeEach(async () => {
    data = await StoreFolder.make();
  });

  afterEach(() => data.end());

  const refusal = async () => {
    const error = await FileStore.open(data.path, folderDeps).then(
      () => assert.fail('it started'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof StoreError);
    return error;
  };

  it('refuses a folder from which only its file is missing', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1)] });
    await store.close();
    await rm(data.file('gatehouse.json'));
    const error = await refusal();
    assert.match(error.message, /gatehouse\.json is missing, but .* isn’t empty/);
    assert.match(error.remedy, /Restore/);
  });

  it('takes a fresh volume for what it is', async () => {
    await mkdir(data.file('lost+found'), { recursive: true });
    await writeFile(data.file('.keep'), '');
    await data.opened();
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
      await mkdir(data.path);
      await writeFile(data.file('gatehouse.json'), text);
      const error = await refusal();
      assert.match(error.message + error.remedy, /can’t be read.*Restore|isn’t empty.*Restore/s);
      assert.equal(await readFile(data.file('gatehouse.json'), 'utf8'), text);
    });
  }

  it('takes over a file from before there was a journal', async () => {
    await mkdir(data.path);
    const tenants = JSON.stringify({ 'tenant-1': tenant(1) });
    await writeFile(
      data.file('gatehouse.json'),
      `{"schema":1,"tenants":${tenants},"conversations":{},"deliveries":{}}`,
    );
    const store = await data.opened();
    await store.commit({ tenants: [tenant(2)] });
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(2)]);
  });

  it('takes over a file from before anybody was offboarded completely', async () => {
    await mkdir(data.path);
    const tenants = { 'tenant-1': tenant(1) };
    const whole = { schema: 3, sequence: 1, generation: 'g', tenants, conversations: {}, deliveries: {}, alarms: {} };
    await writeFile(data.file('gatehouse.json'), JSON.stringify(whole));
    await writeFile(data.file('journal.jsonl'), '');
    const store = await data.opened();
    assert.deepEqual([[...store.tenants()], [...store.certificates()]], [[tenant(1)], []]);
    assert.match(await readFile(data.file('gatehouse.json'), 'utf8'), /"schema":9/);
  });

  it('takes over a file from before there were alarms, so that no older program reads half of what comes', async () => {
    await mkdir(data.path);
    const whole = { schema: 2, sequence: 1, generation: 'g', tenants: {}, conversations: {}, deliveries: {} };
    await writeFile(data.file('gatehouse.json'), JSON.stringify(whole));
    await writeFile(
      data.file('journal.jsonl'),
      `${JSON.stringify({ sequence: 2, generation: 'g', tenants: { 'tenant-1': tenant(1) } })}\n`,
    );
    const store = await data.opened();
    assert.match(await readFile(data.file('gatehouse.json'), 'utf8'), /"schema":9/);
    const alarm = { code: 'signInLost', key: 'signInExpired', at: '2026-11-22T10:00:00.000Z' } as const;
    const due = {
      id: 'due',
      conversationId: 'chat',
      kind: 'alarm',
      alarm: { code: 'signInBack' },
      at: alarm.at,
    } as const;
    await store.commit({ alarms: [alarm], deliveries: [due] });
    const again = await data.reopened(store);
    assert.deepEqual(
      [[...again.tenants()], [...again.alarms()], [...again.deliveries()]],
      [[tenant(1)], [alarm], [due]],
    );
    await again.commit({ overAlarms: ['signInLost'], doneDeliveryIds: ['due'] });
    const inTheEnd = await data.reopened(again);
    assert.deepEqual([[...inTheEnd.alarms()], [...inTheEnd.deliveries()]], [[], []]);
  });

  it('begins again after a first start that did not get far', async () => {
    const journal = ['journal.jsonl', 'journal.jsonl.end'];
    for (const begun of [['journal.jsonl'], journal, [...journal, 'audit.jsonl', 'audit.jsonl.end']]) {
      await mkdir(data.path);
      for (const name of begun.filter((each) => !each.endsWith('.end'))) await writeFile(data.file(name), '');
      const marks = { 'journal.jsonl.end': { generation: '', sequence: 0, hash: '' }, 'audit.jsonl.end': emptyChain };
      for (const [name, end] of Object.entries(marks))
        if (begun.includes(name)) await writeFile(data.file(name), withHash(JSON.stringify(end)).text);
      await (await data.opened()).close();
      await rm(data.path, { recursive: true });
    }
  });

  it('refuses a folder from which all but a begun journal and a log with lines is gone', async () => {
    await mkdir(data.path);
    await writeFile(data.file('journal.jsonl'), '');
    await writeFile(data.file('audit.jsonl'), 'a line\n');
    assert.match((await refusal()).message, /gatehouse\.json is missing, but .* isn’t empty/);
  });

  const closedWith = async (...numbers: readonly number[]) => {
    const store = await data.opened();
    for (const number of numbers) await store.commit({ tenants: [tenant(number)] });
    await store.close();
    return data.file('journal.jsonl');
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
      const store = await data.opened();
      await store.commit({ tenants: [tenant(3)] });
      assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(2), tenant(3)]);
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
      assert.match(error.message + error.remedy, /journal\.jsonl can’t be read.*Restore/s);
    });
  }

  it('refuses a folder from which only its journal is missing', async () => {
    await rm(await closedWith(1));
    assert.match((await refusal()).message, /journal\.jsonl is missing/);
  });

  it('clears away what a crash in the middle of a write has left', async () => {
    await mkdir(data.path);
    await writeFile(data.file('gatehouse.json.new'), 'half of somebody’s relationship id');
    await data.opened();
    assert.ok(!(await readdir(data.path)).includes('gatehouse.json.new'));
  });

  it('refuses a folder that another process uses, and takes it at once when that one has died', async () => {
    const holder = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('../support/hold-folder.ts', import.meta.url)), data.path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    const error = await refusal();
    assert.match(error.message, /in use by another process/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const start = performance.now();
    await data.opened();
    assert.ok(performance.now() - start < 4000);
  });
});
