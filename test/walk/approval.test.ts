// Points 5 and 6: the link is for whoever asks for it, and everybody hears when the customer has approved.

import assert from 'node:assert/strict';
import { waitingSentence } from '../../src/views/explain/status-words.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, inputsOf, linksOf, parts, rangeOn, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { accessLostNews, issuesFoundNews, limitationsOn, newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('point 5: Copy approval', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const linkOf = () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    return `${w.world.sandbox.url}/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${relationship?.id}`;
  };
  const open = async () => {
    const card = await w.chat.says('/tenants northwind');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Northwind Traders' });
    return card;
  };

  it('gives the link ready to copy, a button that opens it and a message to the customer’s administrator', async () => {
    const card = await w.chat.presses(await open(), 'tenant.copyApproval');
    const codes = [...parts(card)].filter(({ type }) => type === 'CodeBlock');
    assert.equal(codes[0]?.codeSnippet, linkOf());
    assert.equal(inputsOf(card).link, linkOf());
    assert.equal(linksOf(card)[0], linkOf());
    assert.match(
      String(codes[1]?.codeSnippet),
      /a Global Administrator or a Customer Delegated Admin Relationship Administrator of your tenant/,
    );
    assert.ok(String(inputsOf(card).message).includes(linkOf()));
  });

  it('says how long the request has waited and when it lapses', async () => {
    const message = await open();
    const sentence = waitingSentence(await w.world.tenant(tenantIds.northwind), {
      words: en,
      now: w.world.clock.now(),
    });
    // Twelve days, and when the ninety of them are over.
    for (const part of [/\b12\b/, /\b10 November 2026\b/, /\b8 February 2027\b/]) assert.match(sentence, part);
    assert.ok(w.chat.reads(message).includes(sentence));
    assert.ok(textOf(await w.chat.presses(message, 'tenant.copyApproval')).includes(sentence));
  });

  it('shows the link to nobody else: no message to the conversation has it, now or later', async () => {
    const message = await open();
    await w.chat.presses(message, 'tenant.copyApproval');
    await w.world.passes(30);
    for (const { card } of w.world.teams.messages)
      assert.ok(!JSON.stringify(card).includes('granularAdminRelationships'));
  });

  it('leaves the link where it is while nothing happens to the tenant', async () => {
    const message = await open();
    await w.chat.presses(message, 'tenant.copyApproval');
    await w.world.passes(60);
    assert.equal(inputsOf(w.chat.sees(message)).link, linkOf());
  });

  it('keeps the link out of the log', async () => {
    await w.chat.presses(await open(), 'tenant.copyApproval');
    await w.world.passes(5);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    assert.ok(relationship);
    assert.ok(!JSON.stringify(w.world.log).includes(relationship.id));
  });

  it('tells in the history who took it', async () => {
    const message = await open();
    await w.chat.presses(message, 'tenant.copyApproval');
    const text = textOf(await w.chat.presses(message, 'tenant.open'));
    assert.ok(text.includes(`${en.history.facts.approvalLinkTaken} · ${people.alex.name}`), text);
  });

  it('writes the message in another language, which is no second copy', async () => {
    const message = await open();
    await w.chat.presses(message, 'tenant.copyApproval');
    const card = await w.chat.presses(message, 'tenant.copyApproval', { language: 'de' });
    assert.equal(inputsOf(card).language, 'de');
    assert.match(String(inputsOf(card).message), /Mit freundlichen Grüßen\nAlex/);
    assert.ok(String(inputsOf(card).message).includes(`\n${linkOf()}\n`));
    const text = textOf(await w.chat.presses(message, 'tenant.open'));
    assert.equal(text.split(en.history.facts.approvalLinkTaken).length, 2, text);
  });

  it('writes the message in the customer’s language at first, and in the chat’s when that cannot be read', async () => {
    const card = await w.chat.says('/tenants alpine');
    await w.chat.enables(card, { name: 'Alpine Ski House' });
    await w.world.passes(5);
    w.world.sandbox.controls.failNext({ path: `/v1/customers/${tenantIds.alpine}`, status: 403, times: 1 });
    const copy = { verb: 'tenant.copyApproval', name: 'Alpine Ski House' } as const;
    assert.equal(inputsOf(await w.chat.presses(card, copy)).language, 'en');
    await w.chat.presses(card, 'tenants.list');
    assert.equal(inputsOf(await w.chat.presses(card, copy)).language, 'de');
  });

  it('counts a first copy as one, whatever language the click claims', async () => {
    const message = await open();
    await w.chat.presses(message, 'tenant.copyApproval', { language: 'ja' });
    const text = textOf(await w.chat.presses(message, 'tenant.open'));
    assert.ok(text.includes(`${en.history.facts.approvalLinkTaken} · ${people.alex.name}`), text);
  });

  it('leads back to the list when it was pressed there', async () => {
    const message = await w.chat.says(`/tenants ${en.statuses.needsApproval}`);
    await w.chat.presses(message, { verb: 'tenant.copyApproval', name: 'Northwind Traders' });
    await w.chat.presses(message, 'tenant.copyApproval', { language: 'fr' });
    assert.deepEqual(rangeOn(await w.chat.presses(message, 'tenants.list')), [1, 1, 1]);
  });
});

describe('point 5, with a message of the partner’s own', () => {
  const file = new URL('../fixtures/approval-message.txt', import.meta.url).pathname;
  const w = aWorldForEach({ APPROVAL_MESSAGE: file, PARTNER_NAME: 'Northbridge' });

  it('gives theirs in its language, and Gatehouse’s in every other', async () => {
    const message = await w.chat.says('/tenants northwind');
    const copy = { verb: 'tenant.copyApproval', name: 'Northwind Traders' } as const;
    const own = String(inputsOf(await w.chat.presses(message, copy)).message);
    assert.match(
      own,
      /^Dear customer,\n\nthis is Alex.* of Northbridge\. Please approve by 8 February 2027:\n\nhttp\S+$/,
    );
    const german = inputsOf(await w.chat.presses(message, 'tenant.copyApproval', { language: 'de' })).message;
    assert.match(String(german), /^Guten Tag,/);
  });
});

describe('point 6: when the customer approves', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  /** What has shown on the lock screens of those in the chat. */
  const summaries = () => w.chat.messages.map(({ summary }) => summary);

  const request = async (): Promise<{ card: BotMessage; id: string }> => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Contoso Ltd' });
    await w.chat.enables(card);
    await w.world.passes(5);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.ok(relationship);
    return { card, id: relationship.id };
  };

  it('gives every group of the template its roles, and the tenant is Approved', async () => {
    const { card, id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(30);
    assert.deepEqual(w.chat.statuses(card), ['approved']);
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
    assert.deepEqual(w.chat.statuses(card), ['awaitingMicrosoft']);
  });

  it('tells every subscribed conversation in one line, with the tenant’s card, once', async () => {
    const channel = w.world.chat(people.megan, '19:customers@thread.tacv2', 'channel');
    await channel.installs();
    const { id } = await request();
    w.world.sandbox.controls.approve(id);
    await w.world.passes(30);
    for (const chat of [w.chat, channel]) {
      assert.deepEqual(chat.messages.filter(({ summary }) => summary === newsOf('Contoso Ltd', 'approved')).length, 1);
      assert.deepEqual(chat.reads(chat.last).split('\n').slice(1, 3), [
        newsOf('Contoso Ltd', 'approved'),
        'Contoso Ltd',
      ]);
      assert.deepEqual(buttonVerbs(chat.last.card), [
        'tenant.revalidate',
        'tenant.askDisable',
        'tenant.take',
        'tenant.askAttend',
        'offboarding.plan',
        'tenants.list',
      ]);
    }
  });

  it('changes in place the cards that are posted already, in every conversation', async () => {
    const { card, id } = await request();
    const channel = w.world.chat(people.megan, '19:customers@thread.tacv2', 'channel');
    await channel.installs();
    const theirs = await channel.says('/tenants contoso');
    w.world.sandbox.controls.approve(id);
    await w.world.passes(60);
    assert.deepEqual(w.chat.statuses(card), ['approved']);
    assert.deepEqual(channel.statuses(theirs), ['approved']);
    assert.match(channel.reads(theirs), /^Contoso Ltd$/m);
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
    // The last place that hears of lost access keeps hearing of it.
    const other = w.world.chat(people.megan, '19:others@thread.tacv2', 'channel');
    await other.installs();
    const [first, again] = [await w.chat.says('/unsubscribe'), await w.chat.says('unsubscribe')];
    assert.notEqual(first.summary, again.summary, 'the second one has changed nothing');
    const relationship = (name: string) => w.world.sandbox.controls.relationships(name)[0]?.id ?? '';
    w.world.sandbox.controls.end(relationship(tenantIds.fabrikam));
    await w.world.passes(25);
    assert.ok(!w.chat.messages.some(({ summary }) => summary.includes('Fabrikam')));
    await w.chat.says('/subscribe');
    w.world.sandbox.controls.end(relationship(tenantIds.margie));
    await w.world.passes(25);
    assert.equal(w.chat.last.summary, accessLostNews("Margie's Travel", 'terminated'));
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
    assert.ok(summaries().includes(issuesFoundNews(await w.world.tenant(tenantIds.contoso))));
    assert.deepEqual(w.chat.statuses(card), ['issuesFound']);
    assert.deepEqual(limitationsOn(w.chat.sees(card), await w.world.tenant(tenantIds.contoso)), ['noAzurePlan']);
  });

  it('tells of access that the customer ended, and of access that expired', async () => {
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(80);
    assert.ok(summaries().includes(accessLostNews('Fabrikam Inc', 'terminated')));
    assert.ok(summaries().includes(accessLostNews('Coho Winery', 'expired')));
  });

  it('tells of a request that the customer turned down', async () => {
    const { card, id } = await request();
    w.world.sandbox.controls.reject(id);
    await w.world.passes(30);
    const tenant = await w.world.tenant(tenantIds.contoso);
    const [limitation] = tenant.onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'relationshipLost' && limitation.ending === 'declined');
    assert.deepEqual(limitationsOn(w.chat.sees(card), tenant), ['relationshipLost']);
    assert.ok(summaries().includes(issuesFoundNews(tenant)));
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
    assert.equal(w.chat.messages.filter(({ summary }) => summary === newsOf('Contoso Ltd', 'approved')).length, 1);
  });
});
