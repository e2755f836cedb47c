// A data folder that an earlier version has written keeps opening, and is safe from then on.
import assert from 'node:assert/strict';
import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Conversation } from '../../src/operations/ports/rows.js';
import { conversationName } from '../../src/views/explain/conversation-words.js';
import { en } from '../../src/views/words/en/index.js';
import { openFolder } from '../support/whole-folder.js';

// As commit 918f00b, which wrote schema 4, leaves it: no hashes, no marks.
const kept = fileURLToPath(new URL('schema-4', import.meta.url));

describe('a data folder from before anything carried its hash', () => {
  let folder: string;
  const told = async () => (await openFolder(folder)).told.filter((each) => !/certificate|begun/.test(each)).join();
  const change = async (file: string, work: (text: string) => string) => {
    const path = join(folder, file);
    await writeFile(path, work(await readFile(path, 'utf8')));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-older-'));
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(folder, name.replace('.kept', '')));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with all that is in it, and carries its hashes afterwards', async () => {
    const { remembered } = await openFolder(folder);
    const [tenants, conversations, deliveries, alarms, watchedRequests, certificates] = remembered.store as unknown[][];
    assert.deepEqual(
      [tenants, conversations, deliveries, alarms, watchedRequests, certificates].map((part) => part?.length),
      [10, 8, 8, 1, 1, 1],
    );
    const { conversations: kinds } = en.statusReport;
    for (const each of (conversations ?? []) as Conversation[])
      assert.equal(conversationName(each, en), kinds[each.kind]);
    const [end] = remembered.audit as [{ lines: number }];
    assert.equal(end.lines, 29);
    assert.equal((remembered.cards as unknown[]).length, 2);
    assert.match(await readFile(join(folder, 'gatehouse.json'), 'utf8'), /^\{"hash":"[0-9a-f]{64}","schema":9,/);
    const again = await openFolder(folder);
    assert.deepEqual([again.remembered.cards, await told()], [remembered.cards, '']);
    await change('gatehouse.json', (text) => text.replace('Contoso', 'Contosa'));
    assert.match(await told(), /gatehouse\.json can’t be read: it isn’t as Gatehouse wrote it/);
  });

  it('keeps what a crash has left of its last line beside it', async () => {
    await appendFile(join(folder, 'journal.jsonl'), '{"sequence":15,"gen');
    await appendFile(join(folder, 'audit.jsonl'), '{"line":30');
    assert.match(await told(), /tornTailKept journal\.jsonl.*tornTailKept audit\.jsonl/);
    assert.equal(await readFile(join(folder, 'journal.jsonl.torn-10'), 'utf8'), '{"sequence":15,"gen');
    assert.equal(await readFile(join(folder, 'audit.jsonl.torn-30'), 'utf8'), '{"line":30');
  });

  for (const [file, line] of [
    ['journal.jsonl', 3],
    ['journal.jsonl', 9],
    ['audit.jsonl', 5],
    ['audit.jsonl', 29],
  ] as const) {
    it(`is refused when one byte of line ${line} of ${file} became a NUL`, async () => {
      await change(file, (text) => {
        const lines = text.split('\n');
        return lines.map((each, index) => (index === line - 1 ? each.replace('a', '\0') : each)).join('\n');
      });
      assert.match(await told(), new RegExp(`${file}.*line (${line}|${line + 1}) is`));
    });
  }
});
