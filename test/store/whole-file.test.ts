// How the whole file is written and read: row by row, the same as if it were one text.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import type { Change } from '../../src/operations/ports/rows.js';
import { withHash } from '../../src/store/folder/hashed-json.js';
import { WholeFile } from '../../src/store/folder/whole-file.js';
import {
  type Contents,
  emptyContents,
  emptyParts,
  hashedSchema,
  newestSchema,
  rowKinds,
} from '../../src/store/records/contents.js';
import { apply, patchOf } from '../../src/store/records/patch.js';
import { counting, failing } from '../support/disk.js';
import { alarm, certificate, chat, due, everything, tenant, watched } from './contract/rows.js';

const contentsWith = (change: Change): Contents => {
  const contents = emptyContents();
  apply(contents, patchOf([change]), 7);
  return Object.assign(contents, { generation: 'g', audit: { lines: 3, hash: 'h' } });
};
const rowsOf = (contents: Contents | null) => rowKinds.map((kind) => [...(contents?.[kind] ?? [])]);
const partsOf = (contents: Contents) =>
  Object.fromEntries(rowKinds.map((kind) => [kind, Object.fromEntries(contents[kind] as Map<string, unknown>)]));
const numbered = (count: number) => Array.from({ length: count }, (_, number) => tenant(number));

describe('the whole file', () => {
  let folder: string;
  let path: string;
  const read = () => new WholeFile(path).read();
  const write = (contents: Contents) => new WholeFile(path).write(contents);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-whole-'));
    path = join(folder, 'gatehouse.json');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is one JSON object with a line for each row, and carries the hash of all that follows it', async () => {
    const contents = contentsWith({ ...everything, tenants: [tenant(1), tenant(2)] });
    await write(contents);
    const text = await readFile(path, 'utf8');
    const [, hash = '', rest = ''] = /^\{"hash":"([0-9a-f]{64})",(.*)$/s.exec(text) ?? [];
    assert.equal(hash, createHash('sha256').update(rest).digest('hex'));
    const head = { hash, schema: newestSchema, sequence: 7, generation: 'g', audit: contents.audit };
    assert.deepEqual(JSON.parse(text), { ...head, ...partsOf(contents) });
    const rows = [tenant(1), tenant(2), chat('chat'), due('d'), alarm, watched, certificate];
    for (const row of rows)
      assert.equal(text.split('\n').filter((line) => line.includes(JSON.stringify(row))).length, 1);
  });

  it('has what was written, in its order, whatever stands in it', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('},"tenants":{', '",\n"', '}}', ',', '{', '\\', '__proto__', 'é\u2028😀\0'),
    );
    const tenants = fc.uniqueArray(fc.tuple(texts, texts), { selector: ([id]) => `x${id}`, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tenants, fc.array(texts, { maxLength: 4 }), async (drawn, names) => {
        const contents = contentsWith({
          // Whole numbers as ids come in their own order in a JSON object.
          tenants: drawn.map(([id, displayName]) => ({
            ...tenant(1),
            tenantId: `x${id}`,
            customer: { displayName, domain: '' },
          })),
          conversations: names.map((name, number) => ({ ...chat(`${name} ${number}x`), name })),
        });
        await write(contents);
        const again = await read();
        assert.deepEqual(rowsOf(again), rowsOf(contents));
        assert.deepEqual([again?.sequence, again?.generation, again?.audit], [7, 'g', { lines: 3, hash: 'h' }]);
      }),
      { numRuns: 60, seed: 20_261_129 },
    );
  });

  it('is read across its slices, with rows as long as some slices', async () => {
    const long = { ...tenant(0), customer: { displayName: 'ä'.repeat(300_000), domain: '' } };
    const contents = contentsWith({ tenants: [...numbered(2000), { ...long, tenantId: 'long' }, tenant(2001)] });
    await write(contents);
    const file = new WholeFile(path);
    assert.deepEqual(rowsOf(await file.read()), rowsOf(contents));
    assert.equal(file.length, (await readFile(path)).length);
  });

  it('is read as earlier programs laid it out: all but tenants in one line, or all in one', async () => {
    const contents = contentsWith({ ...everything, tenants: numbered(300) });
    const { tenants, ...others } = partsOf(contents);
    const head = { schema: newestSchema, sequence: 7, generation: 'g', audit: contents.audit };
    const lines = [...contents.tenants].map(([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`);
    const opened = JSON.stringify({ ...head, ...others }).slice(0, -1);
    for (const json of [
      `${opened},"tenants":{\n${lines.join(',\n')}}}\n`,
      `${opened},"tenants":{\n}}\n`,
      JSON.stringify({ ...head, ...others, tenants }),
    ]) {
      await writeFile(path, withHash(json).text);
      const again = await read();
      assert.deepEqual(
        again && partsOf(again),
        Object.fromEntries(rowKinds.map((kind) => [kind, JSON.parse(json)[kind]])),
      );
    }
  });

  it('is read as the first program laid it out, and as somebody may have since', async () => {
    const parts = { conversations: { chat: chat('chat') }, deliveries: {} };
    const opened = JSON.stringify({ schema: 1, ...parts }).slice(0, -1);
    const lines = numbered(3).map((row) => `${JSON.stringify(row.tenantId)}:${JSON.stringify(row)}`);
    const first = `${opened},"tenants":{${lines.join(',\n')}}}\n`;
    for (const text of [first, JSON.stringify(JSON.parse(first), null, 2)]) {
      await writeFile(path, text);
      const again = await read();
      assert.deepEqual([...(again?.tenants.values() ?? [])], numbered(3));
      assert.deepEqual([...(again?.conversations.values() ?? [])], [chat('chat')]);
    }
  });

  it('is refused where a part is anything but rows by id, whatever its schema', async () => {
    const journaled = { sequence: 7, generation: 'g' };
    const parts = { tenants: {}, conversations: {}, deliveries: {} };
    const third = { schema: 3, ...journaled, ...parts, alarms: {} };
    const fourth = { ...third, schema: 4, certificates: {}, invitations: {} };
    const sixth = { ...third, schema: 6, certificates: {}, watchedRequests: {} };
    const seventh = { ...sixth, schema: 7, partnerEvents: {}, progress: {} };
    const eighth = { ...seventh, schema: 8, batches: {}, batchTenants: {} };
    const newest = { ...eighth, schema: newestSchema, savedViews: {}, outgoingEvents: {}, fleetDays: {} };
    for (const whole of [{ schema: 1, ...parts }, third, fourth, sixth, seventh, eighth, newest]) {
      const textOf = (json: string) => (whole.schema >= hashedSchema ? withHash(json).text : json);
      await writeFile(path, textOf(JSON.stringify(whole)));
      assert.deepEqual((await read())?.schema, whole.schema);
      for (const part of Object.keys(whole).filter((key) => Object.hasOwn(emptyParts, key))) {
        for (const value of [null, 5, '', []]) {
          await writeFile(path, textOf(JSON.stringify({ ...whole, [part]: value })));
          await assert.rejects(read(), new RegExp(part), `${whole.schema}: ${part}: ${value}`);
        }
      }
    }
  });

  it('holds the event loop for a slice at a time, while it is written and while it is read', async () => {
    const contents = contentsWith({ tenants: numbered(24_000) });
    // The longest turn of the event loop, as a share of the time that the work takes.
    const longestTurnOf = async (work: () => Promise<unknown>) => {
      let isOver = false;
      const started = performance.now();
      const ended = work().finally(() => {
        isOver = true;
      });
      let longest = 0;
      for (let turn = performance.now(); !isOver; ) {
        await nextTurn();
        longest = Math.max(longest, performance.now() - turn);
        turn = performance.now();
      }
      await ended;
      return longest / (performance.now() - started);
    };
    let whileWriting = 1;
    const calls = await counting('appendFile', async () => {
      whileWriting = await longestTurnOf(() => write(contents));
    });
    const whileReading = await longestTurnOf(read);
    const { length } = await readFile(path);
    assert.ok(length > 6_000_000 && calls > length / (512 * 1024), `${calls} slices of ${length} bytes`);
    assert.ok(whileWriting < 0.5 && whileReading < 0.5, `${whileWriting} and ${whileReading}`);
  });

  it('knows how long it is once it is written, and only then', async () => {
    const file = new WholeFile(path);
    await file.write(contentsWith({ tenants: numbered(3000) }));
    const { length, hash } = file;
    assert.equal(length, (await readFile(path)).length);
    await failing('sync', () => assert.rejects(file.write(contentsWith({}))));
    assert.deepEqual([file.length, file.hash], [length, hash]);
  });

  it('is not read without its hash, which somebody may have taken out to change a row', async () => {
    await write(contentsWith({ tenants: numbered(5) }));
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"hash":"[0-9a-f]{64}",/, ''));
    await assert.rejects(read(), /it lacks its hash/);
  });

  it('says of a changed byte that it is not as written, before anything else', async () => {
    await write(contentsWith({ tenants: numbered(5) }));
    const text = await readFile(path, 'utf8');
    for (const [from, to] of [
      ['"version":1', '"version":{'],
      ['"status"', '"state"'],
      ['"schema":9', '"schema":10'],
      [/\n$/, ''],
      [/^\{"hash":"./, '{"hash":"x'],
    ] as const) {
      await writeFile(path, text.replace(from, to));
      await assert.rejects(read(), /its content doesn’t match its hash/, `${from}`);
    }
  });
});
