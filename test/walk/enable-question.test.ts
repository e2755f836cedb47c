// Point 4: Enable asks first what will be requested, or adopted, before anything is.

import assert from 'node:assert/strict';
import { literal } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, statusesOn, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { BotMessage } from '../support/fake-teams.js';
import { refusalOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const relationshipsPath = '/v1.0/tenantRelationships/delegatedAdminRelationships';

describe('a person who presses Enable', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });
  const { enable } = en.questions;

  const open = async (name: string): Promise<BotMessage> => {
    const list = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(list, { verb: 'tenant.open', name });
    return list;
  };
  const asks = async (message: BotMessage) => textOf(await w.chat.presses(message, 'tenant.askEnable'));
  const calls = () => w.world.sandbox.controls.requests().filter(({ path }) => path.includes(relationshipsPath));

  it('reads what will be requested before anything is, from memory', async () => {
    const card = await open('Contoso Ltd');
    w.world.sandbox.controls.clearRequests();
    const text = await asks(card);
    assert.ok(text.includes(enable.request({ count: 9 })));
    assert.ok(text.includes(enable.renews({ days: 730 })) && text.includes(enable.lasting));
    for (const role of ['Exchange Administrator', 'Security Administrator']) assert.ok(text.includes(role), role);
    assert.deepEqual(calls(), []);
    await w.world.passes(60);
    assert.equal((await w.world.tenant(tenantIds.contoso)).status, 'notConfigured');
    assert.deepEqual(w.world.sandbox.controls.relationships(tenantIds.contoso), []);
  });

  it('and then its no has everything as it was', async () => {
    const card = await open('Contoso Ltd');
    const before = await w.world.tenant(tenantIds.contoso);
    await asks(card);
    await w.chat.presses(card, 'tenant.open');
    assert.deepEqual(w.chat.statuses(card), ['notConfigured']);
    assert.equal((await w.world.tenant(tenantIds.contoso)).version, before.version);
  });

  it('reads what will be adopted, and that nothing is requested', async () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.adventureWorks);
    const text = await asks(await open('Adventure Works Cycles'));
    assert.ok(text.includes(enable.adopt({ relationship: literal(relationship?.displayName ?? '') })), text);
    assert.ok(!text.includes(enable.lasting));
  });

  onEachStore('reads that a request of Gatehouse’s own, left by Disable, is taken up', async () => {
    const card = await open('Northwind Traders');
    await w.world.passes(1);
    await w.chat.presses(card, 'tenant.askDisable');
    await w.chat.presses(card, 'tenant.disable');
    const [request] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    const relationship = literal(request?.displayName ?? '');
    assert.ok((await asks(card)).includes(enable.adoptRequest({ relationship })));
    await w.chat.presses(card, 'tenant.enable');
    await w.world.passes(5);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.northwind).length, 1);
  });

  it('is told that nothing is requested beside a request that Gatehouse didn’t make', async () => {
    const card = await open('Wide World Importers');
    await w.world.passes(1);
    await w.chat.presses(card, 'tenant.askDisable');
    await w.chat.presses(card, 'tenant.disable');
    assert.ok((await asks(card)).includes(enable.requestElsewhere({ relationship: literal('WWI request by hand') })));
  });

  it('is asked although Microsoft doesn’t answer, and told both that may come', async () => {
    const card = await open('Adventure Works Cycles');
    w.world.sandbox.controls.failNext({ method: 'GET', path: relationshipsPath, status: 503, times: 20 });
    assert.ok((await asks(card)).includes(enable.unknown({ count: 9 })));
  });

  it('is asked before a request that follows one that was declined, too', async () => {
    const card = await open('Northwind Traders');
    const [request] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.reject(request?.id ?? '');
    await w.world.passes(400);
    await w.chat.presses(card, 'tenant.reviewLimitations');
    assert.ok((await asks(card)).includes(enable.request({ count: 9 })));
    assert.deepEqual(buttonVerbs(w.chat.sees(card)), ['tenant.open', 'tenant.enable']);
    assert.deepEqual(statusesOn(await w.chat.presses(card, 'tenant.enable')), ['awaitingMicrosoft']);
  });

  it('is told at once, instead of being asked, that it is under way', async () => {
    const card = await open('Contoso Ltd');
    const button = w.chat.finds(card, 'tenant.askEnable');
    await w.chat.enables(card);
    const { body } = await w.world.chat(people.megan, 'chat-of-alex').clicks(card, button);
    assert.ok(!buttonVerbs(body).includes('tenant.enable'));
    const { body: own } = await w.chat.clicks(card, button);
    assert.ok(textOf(own).includes(refusalOf('Contoso Ltd', 'alreadyUnderWay')));
  });
});
