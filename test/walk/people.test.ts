// Who may what, through the whole product: named people, members of groups, and what each of them sees.
import assert from 'node:assert/strict';
import { pressables, textOf } from '../support/card-reading.js';
import type { BotMessage, Chat } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const admins = 'd0000000-0000-4000-8000-000000000001';
const titles = (card: unknown) => pressables(card).map(({ title }) => title);

describe('people who are named by their group', () => {
  const w = aWorldForEach({ ADMINS: `group:${admins}`, OPERATORS: people.megan.aadObjectId });

  it('may what the group may, a moment after they have joined it', async () => {
    const list = await w.chat.says('/tenants contoso');
    assert.match(w.chat.reads(list), /You are on none of Gatehouse’s lists/);
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    await w.world.passes(300);
    const again = await w.chat.says('/tenants fabrikam');
    await w.chat.presses(again, 'Open: Fabrikam Inc');
    assert.ok(w.chat.finds(again, 'Disable'));
  });

  it('may nothing while Entra does not answer', async () => {
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    w.world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times: 10 });
    await w.world.passes(300);
    assert.match(w.chat.reads(await w.chat.says('/tenants')), /couldn’t check your groups.*Nothing was done/);
  });
});

describe('somebody who leaves the group', () => {
  const w = aWorldForEach({ ADMINS: `group:${admins}`, OPERATORS: people.megan.aadObjectId });

  const join = (...members: readonly string[]) => w.world.sandbox.controls.setGroupMembers(admins, [...members]);
  const approveNorthwind = () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
  };
  const told = () => w.chat.messages.filter(({ summary }) => summary === '✅ Northwind Traders is Approved');

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
    assert.match(textOf(card.card), /Needs approval/);
    assert.ok(w.world.log.some(({ event }) => event === 'subscriptionWithdrawn'));
    join(people.alex.aadObjectId);
    await w.world.passes(300);
    assert.match(w.chat.reads(await w.chat.says('/subscribe')), /is now subscribed/);
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
    assert.match(textOf(card.card), /✅ Approved/);
  });
});

describe('a card', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  const megan = (id: string, type?: 'personal' | 'channel') => w.world.chat(people.megan, id, type);
  const fabrikam = async (chat: Chat): Promise<BotMessage> => {
    const card = await chat.says('/tenants fabrikam');
    await chat.presses(card, 'Open: Fabrikam Inc');
    return card;
  };

  it('offers a viewer no button that they may not press', async () => {
    const chat = megan('chat-of-megan');
    const card = await fabrikam(chat);
    assert.deepEqual(titles(chat.sees(card)), ['All tenants']);
    const list = await chat.says('/tenants contoso');
    assert.ok(!titles(chat.sees(list)).includes('Enable'));
  });

  it('that several people see has every button, and turns into each one’s own', async () => {
    const channel = w.world.chat(people.alex, 'channel-1', 'channel');
    await megan('channel-1', 'channel').says('/help');
    const card = await channel.says('/tenants contoso');
    assert.ok(titles(card.card).includes('Enable'));
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
    assert.ok(!titles(own).includes('Enable'));
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
    await w.chat.presses(enabled, 'Enable');
    await w.world.passes(5);
    assert.match(textOf(card.card), /Humongous Insurance/);
  });
});

describe('the audit log', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  const about = async (tenantId: string) =>
    (await w.world.dataFolder())
      .split('\n')
      .filter((line) => line.includes('"line":') && line.includes(tenantId))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('tells who did what, from where, and what Microsoft did under which request id', async () => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(5);
    const entries = await about(tenantIds.contoso);
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
    const enable = w.chat.finds(card, 'Enable');
    await w.world.chat(people.megan, 'chat-of-megan').clicks(card, enable);
    const [{ what, by, asked } = {}] = await about(tenantIds.contoso);
    assert.deepEqual([what, by, asked], ['accessDenied', people.megan.aadObjectId, 'tenant.enable']);
  });

  it('keeps ids and no names, before and after Disable', async () => {
    const card = await w.chat.says('/tenants fabrikam');
    await w.chat.presses(card, 'Open: Fabrikam Inc');
    await w.chat.presses(card, 'Disable');
    await w.chat.presses(card, 'Yes, disable');
    const lines = (await w.world.dataFolder()).split('\n').filter((line) => line.includes('"before":'));
    assert.ok(lines.some((line) => line.includes('disabled')));
    assert.doesNotMatch(lines.join('\n'), /Fabrikam|Alex|Gatehouse-/);
  });
});

describe('/history and /status', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  it('tells what was done to a tenant by its name, and by its id once it is no customer any more', async () => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(5);
    const history = w.chat.reads(await w.chat.says('/history contoso'));
    assert.match(history, /History of Contoso Ltd/);
    assert.match(history, /Enabled · Alex Wilber/);
    assert.match(
      history,
      /Relationship created: GDAP relationship “Gatehouse-…-1” · Alex Wilber\nMicrosoft’s request id: /,
    );
    assert.match(w.chat.reads(await w.chat.says(`/history ${tenantIds.contoso}`)), /Enabled · Alex Wilber/);
    const gone = '99999999-0000-4000-8000-000000000001';
    assert.match(w.chat.reads(await w.chat.says(`/history ${gone}`)), /Nothing has been done to this tenant/);
  });

  it('asks which tenant is meant when several are, or none', async () => {
    assert.match(w.chat.reads(await w.chat.says('/history a')), /Several tenants match/);
    assert.match(w.chat.reads(await w.chat.says('/history nobody')), /No tenant matches “nobody”/);
  });

  it('tells an admin where messages do not arrive, and why, until somebody writes there', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'ConversationBlockedByUser' });
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(60);
    const early = w.chat.reads(await w.chat.says('/status'));
    assert.match(early, /Not reached since [^\n]*: Gatehouse is blocked there[^\n]*keeps trying\.\nchat-of-megan/);
    await w.world.passes(600);
    assert.match(
      w.chat.reads(await w.chat.says('/status')),
      /Not reachable since [^\n]*: Gatehouse is blocked there \(Teams answered 403 ConversationBlockedByUser\)\. \d+ messages? kept\.[^\n]*\nchat-of-megan/,
    );
    w.world.teams.refusing.clear();
    await megan.says('/help');
    await w.world.passes(1);
    const status = w.chat.reads(await w.chat.says('/status'));
    assert.doesNotMatch(status, /Not reach/);
    assert.ok(megan.messages.some(({ summary }) => summary === '✅ Northwind Traders is Approved'));
    assert.match(status, /Approved\n\d+ tenants?/);
    assert.match(w.chat.reads(await megan.says('/status')), /this takes an admin/);
  });
});
