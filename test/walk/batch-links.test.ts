// The approval links of a batch in one file: for whom, what it has, and what is written down.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { buttonVerbs, pressables, textOf } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

const linkOn = (card: unknown) => pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url;

describe('the approval links of a batch', () => {
  const w = aWorldForEach({ OPERATORS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  it('are one file for a person who may take each, with the message to each customer', async () => {
    const message = await w.chat.says('/enable not configured');
    assert.ok(!buttonVerbs(w.chat.sees(message)).includes('batch.links'));
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(90);
    const card = await w.chat.presses(message, { verb: 'batch.links', data: { format: 'csv' } }, { format: 'csv' });
    const link = linkOn(card) ?? assert.fail(textOf(card));
    const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
    const rows = parse(bytes, { bom: true, columns: true }) as readonly Readonly<Record<string, string>>[];
    const waiting = w.world.sandbox.controls.relationships().filter(({ status }) => status === 'approvalPending');
    assert.ok(rows.length > 1);
    for (const row of rows) {
      const { 'Approval link': approvalLink = '', 'Message to the customer': text = '' } = row;
      assert.ok(
        waiting.some(({ id }) => approvalLink.includes(id)),
        approvalLink,
      );
      assert.ok(text.includes(approvalLink));
      assert.match(row['Expires (UTC)'] ?? '', /^\d{4}-/);
      for (const seen of w.world.teams.messages) assert.ok(!JSON.stringify(seen.card).includes(approvalLink));
    }
    const folder = await w.world.dataFolder();
    const line = folder.split('\n').find((each) => each.includes('"approvalLinksOpened"')) ?? assert.fail('no line');
    assert.ok(line.includes(people.alex.aadObjectId));
    assert.match(line, new RegExp(`csv ${rows.length}"`));
    for (const { id } of waiting) assert.ok(!line.includes(id));
  });

  it('are not for a viewer, who is written down', async () => {
    const message = await w.chat.says('/enable not configured');
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(90);
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const pressed = w.chat.finds(message, 'batch.links');
    const list = await megan.says('/tenants');
    const { body } = await megan.clicks(list, pressed);
    const card = (body as { readonly value: unknown }).value;
    assert.equal(linkOn(card), undefined);
    assert.ok((await w.world.dataFolder()).includes('batch.links'));
  });
});
