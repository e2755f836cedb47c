// What goes wrong around the bot stops nothing: what could not be done is said, and done later.

import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../src/views/words/en/index.js';
import { statusesOn, textOf } from '../support/card-reading.js';
import { contentsOf } from '../support/contents-of.js';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('a data folder that cannot be written', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });
  const file = () => join(w.world.folder, 'data', 'journal.jsonl');

  // A folder in the file's place: not even root can put a file there.
  const breaks = async () => {
    await rename(file(), `${file()}.aside`);
    await mkdir(file());
  };
  const mended = async () => {
    await rm(file(), { recursive: true });
    await rename(`${file()}.aside`, file());
  };

  it('refuses what is asked for, says what to do, and does it once it is mended', async () => {
    const card = await w.chat.says('/tenants contoso');
    await breaks();
    const refused = await w.chat.enables(card);
    assert.deepEqual(statusesOn(refused), []);
    for (const part of [en.replies.failed.nothingChanged, en.replies.failed.causes.store])
      assert.ok(textOf(refused).includes(part), textOf(refused));
    assert.ok(w.world.log.some(({ fields }) => /EISDIR/.test(String(fields.error))));
    await w.world.passes(60);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 0);
    await mended();
    const again = await w.chat.says('/tenants contoso');
    await w.chat.enables(again);
    await w.world.passes(30);
    assert.deepEqual(w.chat.statuses(again), ['needsApproval']);
  });

  it('tells nobody of what could not be saved, and everybody once it is mended', async () => {
    await breaks();
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(120);
    assert.deepEqual(w.chat.statuses(await w.chat.says('/tenants northwind')), ['needsApproval']);
    await mended();
    await w.world.passes(400);
    assert.deepEqual(w.chat.statuses(await w.chat.says('/tenants northwind')), ['approved']);
    assert.equal(
      w.chat.messages.filter(({ summary }) => summary === newsOf('Northwind Traders', 'approved')).length,
      1,
    );
  });

  it('keeps news for a conversation that Teams has closed until that can be noted', async () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    w.world.teams.refusing.set('chat-of-alex', { status: 403, code: 'BotNotInConversationRoster' });
    w.world.teams.meanwhile = breaks;
    await w.world.passes(600);
    assert.ok(w.world.log.some(({ event }) => event === 'unreachableNotKept'));
    await mended();
    await w.world.passes(600);
    assert.ok(w.world.log.some(({ event }) => event === 'unreachable'));
  });

  it('does not repeat news that was sent but could not be ticked off', async () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    w.world.teams.meanwhile = breaks;
    await w.world.passes(120);
    await mended();
    await w.world.passes(400);
    assert.equal(
      w.chat.messages.filter(({ summary }) => summary === newsOf('Northwind Traders', 'approved')).length,
      1,
    );
    assert.equal((await contentsOf(join(w.world.folder, 'data'))).deliveries.size, 0);
  });
});

describe('a tenant that changes while its card is on the way to Teams', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  it('is shown as it is in the end', async () => {
    const by = { id: people.megan.aadObjectId, name: people.megan.name };
    w.world.teams.meanwhile = async () => {
      await w.world.app.commands.perform({ tenantId: tenantIds.woodgrove, command: { do: 'acceptLimitations', by } });
    };
    const card = await w.chat.says('/tenants woodgrove');
    const before = w.chat.reads(card);
    assert.equal(card.updates, 0);
    await w.world.passes(1);
    assert.ok((await w.world.tenant(tenantIds.woodgrove)).onboarding?.accepted);
    assert.notEqual(w.chat.reads(card), before);
  });
});
