// Points 5 and 6: the link is for whoever asks for it, and everybody hears when the customer has approved.
import assert from 'node:assert/strict';
import { buttonsOf, inputsOf, parts, pressables, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('point 5: Copy approval', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const linkOf = () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    return `${w.world.sandbox.url}/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${relationship?.id}`;
  };
  const open = async () => {
    const card = await w.chat.says('/tenants northwind');
    await w.chat.presses(card, 'Open: Northwind Traders');
    return card;
  };

  it('gives the link ready to copy, a button that opens it and a message to the customer’s administrator', async () => {
    const card = await w.chat.presses(await open(), 'Copy approval');
    const codes = [...parts(card)].filter(({ type }) => type === 'CodeBlock');
    assert.equal(codes[0]?.codeSnippet, linkOf());
    assert.equal(inputsOf(card).link, linkOf());
    assert.equal(pressables(card).find(({ title }) => title === 'Open the link')?.url, linkOf());
    assert.match(
      String(codes[1]?.codeSnippet),
      /a Global Administrator or a Customer Delegated Admin Relationship Administrator of your tenant/,
    );
    assert.ok(String(inputsOf(card).message).includes(linkOf()));
  });

  it('says how long the request has waited and when it lapses', async () => {
    const message = await open();
    const sentence =
      /has waited for the customer’s administrator for 12 days, since {{DATE\(2026-11-10T\S+ SHORT\)}}\. It lapses on {{DATE\(2027-02-08T/;
    assert.match(w.chat.reads(message), sentence);
    assert.match(textOf(await w.chat.presses(message, 'Copy approval')), sentence);
  });

  it('shows the link to nobody else: no message to the conversation has it, now or later', async () => {
    const message = await open();
    await w.chat.presses(message, 'Copy approval');
    await w.world.passes(30);
    for (const { card } of w.world.teams.messages)
      assert.ok(!JSON.stringify(card).includes('granularAdminRelationships'));
  });

  it('leaves the link where it is while nothing happens to the tenant', async () => {
    const message = await open();
    await w.chat.presses(message, 'Copy approval');
    await w.world.passes(60);
    assert.match(w.chat.reads(message), /Approval link for Northwind Traders/);
  });

  it('keeps the link out of the log', async () => {
    await w.chat.presses(await open(), 'Copy approval');
    await w.world.passes(5);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    assert.ok(relationship);
    assert.ok(!JSON.stringify(w.world.log).includes(relationship.id));
  });

  it('tells in the history who took it', async () => {
    const message = await open();
    await w.chat.presses(message, 'Copy approval');
    assert.match(textOf(await w.chat.presses(message, 'Back')), /Approval link copied · Alex Wilber/);
  });

  it('leads back to the list when it was pressed there', async () => {
    const message = await w.chat.says('/tenants needs approval');
    await w.chat.presses(message, 'Copy approval: Northwind Traders');
    assert.match(textOf(await w.chat.presses(message, 'Back')), /1–1 of 1 tenant/);
  });
});

describe('point 6: when the customer approves', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  /** What has shown on the lock screens of those in the chat. */
  const summaries = () => w.chat.messages.map(({ summary }) => summary);

  const request = async (): Promise<{ card: BotMessage; id: string }> => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, 'Open: Contoso Ltd');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(5);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.ok(relationship);
    return { card, id: relationship.id };
  };

  it('gives every group of the template its roles, and the tenant is Approved', async () => {
    const { card, id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(30);
    assert.match(w.chat.reads(card), /✅ Approved/);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.deepEqual(relationship?.assignments.map(({ status, roles }) => [status, roles.length]).sort(), [
      ['active', 2],
      ['active', 2],
      ['active', 5],
    ]);
  });

  it('shows Awaiting Microsoft in between', async () => {
    const { card, id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(4);
    assert.match(w.chat.reads(card), /Awaiting Microsoft/);
  });

  it('tells every subscribed conversation in one line, with the tenant’s card, once', async () => {
    const channel = w.world.chat(people.megan, '19:customers@thread.tacv2', 'channel');
    await channel.installs();
    const { id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(30);
    for (const chat of [w.chat, channel]) {
      assert.deepEqual(chat.messages.filter(({ summary }) => summary === '✅ Contoso Ltd is Approved').length, 1);
      assert.match(chat.reads(chat.last), /^🧪[^\n]*\n✅ Contoso Ltd is Approved\nContoso Ltd\n/);
      assert.deepEqual(buttonsOf(chat.last.card), ['Revalidate', 'Disable', 'Offboard completely', 'All tenants']);
    }
  });

  it('changes in place the cards that are posted already, in every conversation', async () => {
    const { card, id } = await request();
    const channel = w.world.chat(people.megan, '19:customers@thread.tacv2', 'channel');
    await channel.installs();
    const theirs = await channel.says('/tenants contoso');
    w.world.sandbox.controls.approve(id);
    await w.world.passes(60);
    assert.match(w.chat.reads(card), /✅ Approved/);
    assert.match(channel.reads(theirs), /Contoso Ltd\n✅ Approved/);
  });

  it('sends news of a channel into the channel, not into the thread that somebody spoke in', async () => {
    const thread = w.world.chat(people.megan, '19:customers@thread.tacv2;messageid=1700000000000', 'channel');
    await thread.installs();
    const { id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(60);
    assert.equal(thread.last.conversationId, '19:customers@thread.tacv2');
  });

  it('says nothing to a conversation that has unsubscribed, and again after it subscribes', async () => {
    assert.match(w.chat.reads(await w.chat.says('/unsubscribe')), /no longer subscribed/);
    assert.match(w.chat.reads(await w.chat.says('unsubscribe')), /was not subscribed/);
    const relationship = (name: string) => w.world.sandbox.controls.relationships(name)[0]?.id ?? '';
    w.world.sandbox.controls.end(relationship(tenantIds.fabrikam));
    await w.world.passes(25);
    assert.ok(!w.chat.messages.some(({ summary }) => summary.includes('Fabrikam')));
    assert.match(w.chat.reads(await w.chat.says('/subscribe')), /is now subscribed/);
    w.world.sandbox.controls.end(relationship(tenantIds.margie));
    await w.world.passes(25);
    assert.equal(w.chat.last.summary, "⚠️ Access to Margie's Travel was lost: Issues found");
  });

  it('says nothing to a conversation that the bot was taken out of', async () => {
    const { id } = await request();
    await w.chat.uninstalls();
    const before = w.chat.messages.length;
    w.world.sandbox.controls.approve(id);
    await w.world.passes(60);
    assert.equal(w.chat.messages.length, before);
  });

  it('tells of Issues found in the same way', async () => {
    w.world.sandbox.controls.setAzurePlan(tenantIds.contoso, 'none');
    const { card, id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(60);
    assert.ok(summaries().includes('⚠️ Contoso Ltd: Issues found'));
    assert.match(w.chat.reads(card), /Issues found.*No Azure plan/s);
  });

  it('tells of access that the customer ended, and of access that expired', async () => {
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(80);
    assert.ok(summaries().includes('⚠️ Access to Fabrikam Inc was lost: Issues found'));
    assert.ok(summaries().includes('⚠️ Access to Coho Winery was lost: Issues found'));
  });

  it('tells of a request that the customer turned down', async () => {
    const { card, id } = await request();
    w.world.sandbox.controls.reject(id);
    await w.world.passes(30);
    assert.match(w.chat.reads(card), /The customer declined/);
    assert.ok(summaries().includes('⚠️ Contoso Ltd: Issues found'));
  });

  it('repeats what Teams was too busy to take, and loses nothing when the process ends meanwhile', async () => {
    const { id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(9);
    w.world.teams.failures.push({ status: 429 }, { status: 412 }, { status: 429 });
    await w.world.passes(1);
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(60);
    assert.equal(w.chat.messages.filter(({ summary }) => summary === '✅ Contoso Ltd is Approved').length, 1);
  });
});
