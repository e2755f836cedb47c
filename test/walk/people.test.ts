// Who may what, through the whole product: named people, members of groups, and what each of them sees.

import assert from 'node:assert/strict';
import { denial } from '../../src/bot/people/permissions.js';

import { auditHistoryView, noHistoryView } from '../../src/views/tenant/audit-history.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, buttonVerbs, statusesOn, textOf } from '../support/card-reading.js';
import type { BotMessage, Chat } from '../support/fake-teams.js';
import { anyContext, assertReadsLike, deliveryOn, newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds, type World } from '../support/world.js';

const asPerson = { id: people.alex.aadObjectId, name: people.alex.name };
const admins = 'd0000000-0000-4000-8000-000000000001';

describe('people who are named by their group', () => {
  const w = aWorldForEach({ ADMINS: `group:${admins}`, OPERATORS: people.megan.aadObjectId });

  it('may what the group may, a moment after they have joined it', async () => {
    const list = await w.chat.says('/tenants contoso');
    assert.ok(w.chat.reads(list).includes(denial(undefined, 'viewer', asPerson, en) ?? assert.fail()));
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    await w.world.passes(300);
    const again = await w.chat.says('/tenants fabrikam');
    await w.chat.presses(again, { verb: 'tenant.open', name: 'Fabrikam Inc' });
    assert.ok(w.chat.finds(again, 'tenant.askDisable'));
  });

  it('may nothing while Entra does not answer', async () => {
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    w.world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times: 10 });
    await w.world.passes(300);
    assert.ok(w.chat.reads(await w.chat.says('/tenants')).includes(en.replies.roleNotChecked));
  });
});

describe('somebody who is to look after a tenant', () => {
  const w = aWorldForEach({ ADMINS: people.megan.aadObjectId, OPERATORS: `group:${admins}` });

  it('is not said to lack the role for it while Entra does not answer', async () => {
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    await w.chat.installs();
    await w.world.passes(300);
    w.world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times: 10 });
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    const name = people.alex.name as never;
    const assigned = await megan.says(`/assign ${tenantIds.contoso} ${people.alex.name}`);
    const { assign } = en.attention;
    assert.ok(megan.reads(assigned).includes(assign.notChecked({ person: name })), megan.reads(assigned));
    const preview = await megan.says(`/import Tenant,Owner; Contoso Ltd,${people.alex.name}`);
    const why = en.importing.why.ownerNotChecked({ given: name });
    assert.ok(megan.reads(preview).includes(why), megan.reads(preview));
  });
});

describe('somebody who leaves the group', () => {
  const w = aWorldForEach({ ADMINS: `group:${admins}`, OPERATORS: people.megan.aadObjectId });

  const join = (...members: readonly string[]) => w.world.sandbox.controls.setGroupMembers(admins, [...members]);
  const approveNorthwind = () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
  };
  const told = () => w.chat.messages.filter(({ summary }) => summary === newsOf('Northwind Traders', 'approved'));

  beforeEach(async () => {
    join(people.alex.aadObjectId);
    await w.world.passes(300);
    await w.chat.says('/subscribe');
  });

  it('hears of nothing any more, and their cards stay as they are', async () => {
    const card = await w.chat.says('/tenants northwind');
    join();
    await w.world.passes(300);
    approveNorthwind();
    await w.world.passes(120);
    assert.deepEqual(told(), []);
    assert.deepEqual(statusesOn(card.card), ['needsApproval']);
    assert.ok(w.world.log.some(({ event }) => event === 'subscriptionWithdrawn'));
    join(people.alex.aadObjectId);
    await w.world.passes(300);
    await w.chat.says('/subscribe');
    assert.ok([...(await w.world.contents()).conversations.values()].some(({ subscribed }) => subscribed));
  });

  it('is still told, later, when it was only that Entra did not answer', async () => {
    const card = await w.chat.says('/tenants northwind');
    await w.world.passes(300);
    w.world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times: 6 });
    approveNorthwind();
    await w.world.passes(20);
    assert.deepEqual(told(), []);
    await w.world.passes(300);
    assert.equal(told().length, 1);
    assert.deepEqual(statusesOn(card.card), ['approved']);
  });
});

describe('a card', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  const megan = (id: string, type?: 'personal' | 'channel') => w.world.chat(people.megan, id, type);
  const fabrikam = async (chat: Chat): Promise<BotMessage> => {
    const card = await chat.says('/tenants fabrikam');
    await chat.presses(card, { verb: 'tenant.open', name: 'Fabrikam Inc' });
    return card;
  };

  it('offers a viewer no button that they may not press', async () => {
    const chat = megan('chat-of-megan');
    const card = await fabrikam(chat);
    assert.deepEqual(buttonVerbs(chat.sees(card)), ['tenants.list']);
    const list = await chat.says('/tenants contoso');
    assert.ok(!buttonFor(chat.sees(list), 'tenant.askEnable'));
  });

  it('that several people see has every button, and turns into each one’s own', async () => {
    const channel = w.world.chat(people.alex, 'channel-1', 'channel');
    await megan('channel-1', 'channel').says('/help');
    const card = await channel.says('/tenants contoso');
    assert.ok(buttonFor(card.card, 'tenant.askEnable'));
    const { refresh } = card.card as { refresh: { action: { verb: string; data: unknown }; userIds: string[] } };
    assert.deepEqual(refresh.userIds, [people.megan.id]);
    const { body } = await w.world.teams.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', ...refresh.action }, trigger: 'automatic' },
      from: people.megan,
      conversation: { id: 'channel-1', conversationType: 'channel' },
      replyToId: card.id,
    });
    const own = (body as { value: unknown }).value;
    assert.match(textOf(own), /Contoso Ltd/);
    assert.ok(!buttonFor(own, 'tenant.askEnable'));
  });

  it('that a client asks for by itself costs no call to Microsoft, and stays what it is for everybody else', async () => {
    const card = await w.chat.says('/tenants');
    w.world.sandbox.controls.clearRequests();
    await w.world.teams.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb: 'tenant.open', data: { tenantId: tenantIds.fabrikam } },
        trigger: 'automatic',
      },
      from: people.alex,
      conversation: { id: 'chat-of-alex', conversationType: 'personal' },
      replyToId: card.id,
    });
    assert.deepEqual(w.world.sandbox.controls.requests(), []);
    const enabled = await w.chat.says('/tenants contoso');
    await w.chat.enables(enabled);
    await w.world.passes(5);
    assert.match(textOf(card.card), /Humongous Insurance/);
  });
});

/** The lines of the audit log about a tenant. */
const linesAbout = async (world: World, tenantId: string) =>
  (await world.dataFolder())
    .split('\n')
    .filter((line) => line.includes('"line":') && line.includes(tenantId))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the audit log', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  it('tells who did what, from where, and what Microsoft did under which request id', async () => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.enables(card);
    await w.world.passes(5);
    const entries = await linesAbout(w.world, tenantIds.contoso);
    assert.deepEqual(
      entries.map(({ what }) => what),
      ['onboardingRequested', 'relationshipCreated', 'relationshipLocked', 'approvalAwaited'],
    );
    for (const { by, conversationId } of entries.slice(0, 3)) {
      assert.equal(by, people.alex.aadObjectId);
      assert.equal(conversationId, 'chat-of-alex');
    }
    const answered = w.world.log.filter(({ event }) => event === 'microsoft').map(({ fields }) => fields.requestId);
    for (const { requestId } of entries.slice(1, 3)) assert.ok(answered.includes(requestId));
    assert.equal(new Set(entries.slice(0, 3).map(({ correlationId }) => correlationId)).size, 1);
  });

  it('tells of what was refused and denied', async () => {
    const card = await w.chat.says('/tenants contoso');
    const enable = w.chat.finds(card, 'tenant.askEnable');
    await w.world.chat(people.megan, 'chat-of-megan').clicks(card, enable);
    const [{ what, by, asked } = {}] = await linesAbout(w.world, tenantIds.contoso);
    assert.deepEqual([what, by, asked], ['accessDenied', people.megan.aadObjectId, 'tenant.askEnable']);
  });

  it('keeps ids and no names, before and after Disable', async () => {
    const card = await w.chat.says('/tenants fabrikam');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Fabrikam Inc' });
    await w.chat.presses(card, 'tenant.askDisable');
    await w.chat.presses(card, 'tenant.disable');
    const lines = (await w.world.dataFolder()).split('\n').filter((line) => line.includes('"before":'));
    assert.ok(lines.some((line) => line.includes('disabled')));
    assert.doesNotMatch(lines.join('\n'), /Fabrikam|Alex|Gatehouse-/);
  });
});

describe('/history and /status', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  it('tells what was done to a tenant by its name, and by its id once it is no customer any more', async () => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.enables(card);
    await w.world.passes(5);
    const history = w.chat.reads(await w.chat.says('/history contoso'));
    assert.match(history, /Contoso Ltd/);
    const enabled = `${en.history.facts.onboardingRequested} · Alex Wilber`;
    assert.ok(history.split('\n').includes(enabled), history);
    const [, created = assert.fail()] = await linesAbout(w.world, tenantIds.contoso);
    const lines = history.split('\n');
    const at = lines.findIndex((line) => line.startsWith(en.history.facts.relationshipCreated));
    assert.match(lines[at] ?? '', /“Gatehouse-…-1” · Alex Wilber$/);
    assert.ok(lines[at + 1]?.includes(String(created.requestId)), lines[at + 1]);
    assert.ok(w.chat.reads(await w.chat.says(`/history ${tenantIds.contoso}`)).includes(enabled));
    const gone = '99999999-0000-4000-8000-000000000001';
    const page = { tenantId: gone, entries: [], page: 1 };
    assertReadsLike((await w.chat.says(`/history ${gone}`)).card, auditHistoryView(page, anyContext));
  });

  it('asks which tenant is meant when several are, or none', async () => {
    assert.ok(buttonFor((await w.chat.says('/history a')).card, 'tenant.open'));
    assertReadsLike((await w.chat.says('/history nobody')).card, noHistoryView('nobody', undefined, anyContext));
  });

  it('tells an admin where messages do not arrive, and why, until somebody writes there', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'ConversationBlockedByUser' });
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(60);
    const told = async () => deliveryOn((await w.chat.says('/status')).card, people.megan.name);
    assert.equal((await told()).is, 'failing');
    await w.world.passes(600);
    const { is, waiting, text } = await told();
    assert.deepEqual([is, waiting > 0], ['unreachable', true]);
    assert.match(text, /403 ConversationBlockedByUser/);
    w.world.teams.refusing.clear();
    await megan.says('/help');
    await w.world.passes(1);
    assert.equal((await told()).is, 'reached');
    assert.ok(megan.messages.some(({ summary }) => summary === newsOf('Northwind Traders', 'approved')));
    assert.match(w.chat.reads(w.chat.last), new RegExp(`^${en.statuses.approved}\\n\\d+`, 'm'));
    const asMegan = { id: people.megan.aadObjectId, name: people.megan.name };
    assert.ok(
      megan.reads(await megan.says('/status')).includes(denial('viewer', 'admin', asMegan, en) ?? assert.fail()),
    );
  });
});
