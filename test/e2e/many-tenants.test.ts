// Many tenants, by typing and clicking: found by a query, enabled at once on one card, and taken out as a workbook.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { en } from '../support/filled-by-hand.js';
import { Playground } from './playground.js';

const wanted = 'status:not-configured';

describe('a technician with many tenants', () => {
  let chat: Playground;

  before(async () => {
    chat = await Playground.start();
  });

  after(() => chat.end());

  it('finds those of a status', async () => {
    const list = await chat.says(`/tenants ${wanted}`);
    await list.standsAt('1–5 of 5 tenants');
    await list.pictures('many-found');
  });

  it('is told what enabling them comes to before anything happens, and follows it on one card', async () => {
    const card = await chat.says(`/enable ${wanted}`, en.batches.asByButton);
    const asked = await card.text();
    const [, count = ''] = /Enable (\d+) tenants\?/.exec(asked) ?? [];
    assert.ok(Number(count) > 1, asked);
    await card.pictures('many-dry-run');
    await card.presses(en.batches.yes.enable);
    await card.reads(en.batches.done({ done: Number(count), count: Number(count) }), 60_000);
    await card.reads(en.batches.ended);
    await card.pictures('many-enabled');
  });

  it('takes them out as a workbook, in which they stand as they are now', async () => {
    const card = await chat.says('/export tenants status:needs-approval', en.exporting.title);
    const file = await chat.downloads(() =>
      card.presses(en.files.open({ label: en.exporting.label({ format: en.exporting.formats.xlsx }) })),
    );
    const [headings = [], ...rows] = await readSheet(await readFile(file));
    const status = headings.indexOf(en.exporting.columns.status);
    const names = rows.map((row) => String(row[headings.indexOf(en.exporting.columns.tenant)]));
    assert.ok(rows.length > 1);
    assert.deepEqual(new Set(rows.map((row) => row[status])), new Set([en.statuses.needsApproval]));
    const list = await chat.says('/tenants status:needs-approval');
    const shown = await list.text();
    assert.ok(names.every((name) => shown.includes(name)));
  });
});
