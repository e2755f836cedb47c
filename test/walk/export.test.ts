// /export through the whole product: who gets which rows, as a file that is theirs alone, and what is written down about it.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { en } from '../../src/views/words/en/index.js';
import { pressables, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

// One more is a customer by GDAP.
const tenantCount = Object.keys(tenantIds).length + 1;
const linkOn = (card: unknown) => pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url;
const rows = async (card: unknown) =>
  parse(await opened(card), { bom: true, columns: true }) as readonly Readonly<Record<string, string>>[];

async function opened(card: unknown): Promise<Buffer> {
  const response = await fetch(linkOn(card) ?? assert.fail(textOf(card)));
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}

describe('/export', () => {
  const w = aWorldForEach();

  it('gives a person in their own chat the tenants of a search, as they see them', async () => {
    const all = await rows((await w.chat.says('/export tenants csv')).card);
    assert.equal(all.length, tenantCount);
    await w.chat.says('/tag fabrikam vip');
    const [only, ...others] = await rows((await w.chat.says('/export tag:vip csv')).card);
    assert.deepEqual([others.length, only?.['Tenant ID'], only?.Tags], [0, tenantIds.fabrikam, 'vip']);
  });

  it('gives a workbook unless something else is asked for, and says how many rows it has', async () => {
    const { card } = await w.chat.says('/export tenants fabrikam');
    assert.ok(textOf(card).includes(en.exporting.made({ kind: en.exporting.kinds.tenants, rows: 1 })));
    const [headings, row] = await readSheet(await opened(card));
    assert.deepEqual([headings?.[0], row?.[0]], [en.exporting.columns.tenantId, tenantIds.fabrikam]);
  });

  it('gives every kind of rows from its card, and no approval link in any', async () => {
    const [request] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    const choosing = await w.chat.says('/export');
    assert.equal(linkOn(choosing.card), undefined);
    for (const exported of ['tenants', 'relationships', 'assignments', 'leftovers', 'notices', 'history']) {
      const made = await w.chat.presses(choosing, 'export.make', { exported, format: 'csv', search: '' });
      const text = (await opened(made)).toString('utf8');
      assert.ok(text.split('\r\n').length > 2, exported);
      assert.ok(!text.includes(request?.id ?? assert.fail('northwind has no request')), exported);
    }
  });

  it('understands conditions, and makes no file of what it does not understand', async () => {
    const needing = await rows((await w.chat.says('/export status:issues-found -fabrikam csv')).card);
    assert.ok(needing.length > 0);
    for (const row of needing) assert.equal(row.Status, en.statuses.issuesFound);
    await w.chat.says('/tag fabrikam vip');
    const refused = await w.chat.says('/export tag:vpi csv');
    assert.equal(linkOn(refused.card), undefined);
    assert.ok(textOf(refused.card).includes('tag:vip'), textOf(refused.card));
    const corrected = await w.chat.presses(refused, 'export.make', { search: 'tag:vip' });
    assert.equal((await rows(corrected)).length, 1);
  });

  it('makes no file of no rows', async () => {
    const { card } = await w.chat.says('/export tenants nothing-is-called-this');
    assert.ok(textOf(card).includes(en.exporting.nothing));
    assert.equal(linkOn(card), undefined);
  });

  it('gives the file where others read the chat to the one who presses, and posts no link', async () => {
    const group = w.world.chat(people.alex, 'group-of-alex', 'groupChat');
    await group.installs();
    const asking = await group.says('/export tenants tag:none csv');
    assert.ok(textOf(asking.card).includes(en.exporting.asking));
    const made = await group.presses(asking, 'export.make', { search: 'fabrikam' });
    assert.equal((await rows(made)).length, 1);
    assert.equal(linkOn(asking.card), undefined);
  });

  it('is written down with who opened which rows and how many, without the search', async () => {
    const { card } = await w.chat.says('/export tenants fabrikam csv');
    assert.ok(!(await w.world.dataFolder()).includes('exportOpened'));
    await opened(card);
    const folder = await w.world.dataFolder();
    const line = folder.split('\n').find((each) => each.includes('"exportOpened"')) ?? assert.fail('no line');
    const { what, by, subject, tenantId } = JSON.parse(line);
    assert.deepEqual(
      [what, by, subject, tenantId],
      ['exportOpened', people.alex.aadObjectId, 'tenants csv 1', undefined],
    );
    assert.doesNotMatch(line, /fabrikam/i);
  });
});

describe('/export where people have roles', () => {
  const w = aWorldForEach({ ADMINS: people.megan.aadObjectId, VIEWERS: people.alex.aadObjectId });

  it('is for a viewer', async () => {
    const { card } = await w.chat.says('/export tenants csv');
    assert.equal((await rows(card)).length, tenantCount);
  });
});

describe('/export where a person has no role', () => {
  const w = aWorldForEach({ ADMINS: people.megan.aadObjectId });

  it('is not for them, whatever they press', async () => {
    const { card } = await w.chat.says('/export tenants csv');
    assert.equal(linkOn(card), undefined);
    const list = await w.world.chat(people.megan, 'chat-of-megan').says('/export');
    const made = await w.chat.presses(list, 'export.make');
    assert.equal(linkOn(made), undefined);
  });
});

describe('the notices to customers', () => {
  const w = aWorldForEach({ OPERATORS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  onEachStore('are a file with one to each whose access can be kept, for those who may copy one', async () => {
    const found = await rows((await w.chat.says('/export notices csv')).card);
    assert.ok(found.length > 0);
    for (const row of found) {
      assert.match(row['Message to the customer'] ?? '', /Alex Wilber/);
      assert.ok(row['Access until (UTC)'] !== undefined);
    }
    const viewer = w.world.chat(people.megan, 'chat-of-megan');
    await viewer.installs();
    const none = await viewer.says('/export notices csv');
    assert.equal(linkOn(none.card), undefined);
    assert.ok(linkOn((await viewer.says('/export tenants csv')).card));
  });
});
