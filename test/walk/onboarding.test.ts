// Point 4: Enable asks the customer for access, or takes up what is there.

import assert from 'node:assert/strict';
import { traceOf, wordsFor } from '../../src/views/explain/limitation-words.js';
import { problemWords } from '../../src/views/explain/problem-words.js';
import { signInWords } from '../../src/views/explain/sign-in-words.js';
import { en } from '../../src/views/words/en/index.js';
import { linksOf, statusesOn, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { limitationsOn, newsOf, refusalOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const relationshipsPath = '/v1.0/tenantRelationships/delegatedAdminRelationships';

describe('point 4: Enable', () => {
  const w = aWorldForEach();

  const open = async (name: string): Promise<BotMessage> => {
    const list = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(list, { verb: 'tenant.open', name });
    return list;
  };
  /** The requests to create a relationship with a customer. */
  const created = (tenantId: string) =>
    w.world.sandbox.controls
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === relationshipsPath)
      .filter(({ body }) => (body as { customer: { tenantId: string } }).customer.tenantId === tenantId);

  it('says Awaiting Microsoft at once and Needs approval seconds later, without a click', async () => {
    const card = await open('Contoso Ltd');
    assert.deepEqual(statusesOn(await w.chat.enables(card)), ['awaitingMicrosoft']);
    await w.world.passes(4);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
  });

  it('creates a relationship for exactly that customer, with every role of the template, and locks it', async () => {
    await w.chat.enables(await open('Contoso Ltd'));
    await w.world.passes(4);
    const [request, ...more] = created(tenantIds.contoso);
    assert.deepEqual(more, []);
    const body = request?.body as Record<string, unknown>;
    assert.deepEqual(body.customer, { tenantId: tenantIds.contoso, displayName: 'Contoso Ltd' });
    assert.equal(body.displayName, `Gatehouse-${tenantIds.contoso}-1`);
    assert.equal(body.duration, 'P730D');
    assert.equal(body.autoExtendDuration, 'P180D');
    assert.equal((body.accessDetails as { unifiedRoles: unknown[] }).unifiedRoles.length, 9);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.equal(relationship?.status, 'approvalPending');
  });

  it('does the work once however often it is pressed, at the same time or later', async () => {
    const card = await open('Contoso Ltd');
    await w.chat.presses(card, 'tenant.askEnable');
    const button = w.chat.finds(card, 'tenant.enable');
    await Promise.all([w.chat.clicks(card, button), w.chat.clicks(card, button), w.chat.clicks(card, button)]);
    await w.world.passes(4);
    const late = await w.chat.clicks(card, button);
    await w.world.passes(4);
    assert.equal(created(tenantIds.contoso).length, 1);
    // It was this person's own click, so there is nothing to tell; to anybody else there is.
    assert.deepEqual(statusesOn(late.body), ['needsApproval']);
    for (const why of ['alreadyDone', 'alreadyUnderWay', 'outdated'] as const)
      assert.ok(!textOf(late.body).includes(refusalOf('Contoso Ltd', why)), why);
    const megan = w.world.chat(people.megan, 'chat-of-alex');
    const { body } = await megan.clicks(card, button);
    assert.ok(textOf(body).includes(refusalOf('Contoso Ltd', 'alreadyUnderWay')));
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  it('counts on past the name of a relationship that has ended', async () => {
    await w.chat.enables(await open('Relecloud'));
    await w.world.passes(4);
    const names = w.world.sandbox.controls.relationships(tenantIds.relecloud).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), [`Gatehouse-${tenantIds.relecloud}-1`, `Gatehouse-${tenantIds.relecloud}-2`]);
  });

  it('is not held up by a relationship that has ended and lacks its roles', async () => {
    const [ended] = w.world.sandbox.controls.relationships(tenantIds.relecloud);
    w.world.sandbox.controls.loseRoles(ended?.id ?? '');
    const card = await open('Relecloud');
    await w.chat.enables(card);
    await w.world.passes(4);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    const names = w.world.sandbox.controls.relationships(tenantIds.relecloud).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), [`Gatehouse-${tenantIds.relecloud}-1`, `Gatehouse-${tenantIds.relecloud}-2`]);
  });

  it('takes up an active relationship that has every role, adds what is missing and is Approved', async () => {
    const card = await open('Adventure Works Cycles');
    await w.chat.enables(card);
    await w.world.passes(8);
    assert.deepEqual(w.chat.statuses(card), ['approved']);
    assert.deepEqual(created(tenantIds.adventureWorks), []);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.adventureWorks);
    const active = relationship?.assignments.filter(({ status }) => status === 'active');
    assert.equal(active?.length, 3);
  });

  it('makes no second request beside one that somebody else made, and says where to follow that one up', async () => {
    const card = await open('Wide World Importers');
    assert.deepEqual(w.chat.statuses(card), ['issuesFound']);
    const review = await w.chat.presses(card, 'tenant.reviewLimitations');
    const tenant = await w.world.tenant(tenantIds.wideWorld);
    assert.deepEqual(limitationsOn(review, tenant), ['requestElsewhere']);
    assert.match(textOf(review), /“WWI request by hand”/);
    assert.deepEqual(linksOf(review), ['https://partner.microsoft.com/commerce/customers/list']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.wideWorld).length, 1);
  });

  it('waits, and takes note, while Microsoft is not ready to lock what it has just created', async () => {
    w.world.sandbox.controls.setBehaviour({ lockTooEarlyMs: 2500 });
    const card = await open('Contoso Ltd');
    await w.chat.enables(card);
    await w.world.passes(1);
    assert.deepEqual(w.chat.statuses(card), ['awaitingMicrosoft']);
    await w.world.passes(6);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    assert.equal(created(tenantIds.contoso).length, 1);
  });

  it('recognises its own relationship when the answer to creating it is lost', async () => {
    w.world.sandbox.controls.failNext({ method: 'POST', path: relationshipsPath, kind: 'reset', when: 'after' });
    const card = await open('Contoso Ltd');
    await w.chat.enables(card);
    await w.world.passes(30);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  it('goes on after the process ends between the click and Microsoft', async () => {
    const card = await open('Contoso Ltd');
    w.world.sandbox.controls.failNext({ path: relationshipsPath, status: 503, times: 3 });
    await w.chat.enables(card);
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(10);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  describe('when Microsoft refuses', () => {
    /** What the card says of the only limitation, and which one it is. */
    const reviewed = async (card: BotMessage, tenantId: string = tenantIds.contoso) => {
      const text = textOf(await w.chat.presses(card, 'tenant.reviewLimitations'));
      const [limitation, ...more] = (await w.world.tenant(tenantId)).onboarding?.limitations ?? [];
      assert.ok(limitation?.code === 'requestRefused' && more.length === 0);
      assert.ok(text.includes(wordsFor(limitation, en).title) && text.includes(traceOf(limitation, en)), text);
      return { text, limitation, reason: limitation.problem.reason };
    };
    const review = async (card: BotMessage) => {
      await w.world.passes(2);
      assert.deepEqual(w.chat.statuses(card), ['issuesFound']);
      return reviewed(card);
    };
    const refuse = (fault: { status: number; code: string }) =>
      w.world.sandbox.controls.failNext({ method: 'POST', path: relationshipsPath, ...fault });

    it('for lack of rights, says who can give them and Microsoft’s request id', async () => {
      const { text, limitation, reason } = await reviewed(await open('Humongous Insurance'), tenantIds.humongous);
      assert.equal(reason, 'noRights');
      assert.ok(text.includes(problemWords(limitation.problem, 'request', en).cure), text);
      assert.equal(created(tenantIds.humongous)[0]?.status, 403);
      assert.match(limitation.problem.requestId ?? '', /^[0-9a-f-]{36}$/);
    });

    it('for lack of multifactor authentication, says to sign in again with it', async () => {
      w.world.sandbox.controls.setMfa(false);
      await w.world.passes(3700);
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      const { text, reason } = await review(card);
      assert.equal(reason, 'mfaRequired');
      assert.ok(text.includes(signInWords('mfaRequired', en).cure), text);
    });

    it('because of a token that has a second factor, says by which answer, and nothing of a second factor', async () => {
      w.world.sandbox.controls.failNext({
        method: 'POST',
        path: relationshipsPath,
        status: 401,
        code: 'unauthenticated',
        times: 2,
      });
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      const { text, reason } = await review(card);
      assert.equal(reason, 'signInRefused');
      const { cause, cure } = signInWords('signInRefused', en, '401 unauthenticated');
      for (const part of [cause, cure]) assert.ok(text.includes(part), part);
    });

    it('for one customer alone, does not blame the template that others have', async () => {
      refuse({ status: 400, code: 'badRequest' });
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      const { text, limitation } = await review(card);
      const [ours, elsewhere] = [false, true].map((isTaken) =>
        problemWords(limitation.problem, 'request', en, isTaken),
      );
      assert.ok(elsewhere && text.includes(elsewhere.cause) && text.includes(elsewhere.cure), text);
      assert.ok(ours && !text.includes(ours.cause));
    });

    it('because somebody else has the name, says so and gets another name when asked again', async () => {
      w.world.sandbox.controls.addRelationship({
        displayName: `Gatehouse-${tenantIds.contoso}-1`,
        tenantId: tenantIds.fabrikam,
        status: 'approvalPending',
        roles: ['Directory Readers'],
      });
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      await w.world.passes(310);
      assert.equal((await review(card)).reason, 'nameTaken');
      await w.chat.presses(card, 'tenant.revalidate');
      await w.world.passes(5);
      assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
      const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
      assert.equal(relationship?.displayName, `Gatehouse-${tenantIds.contoso}-2`);
    });

    it('tries again when somebody presses Revalidate, and only then', async () => {
      refuse({ status: 403, code: 'accessDenied' });
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      await w.world.passes(1000);
      assert.equal(created(tenantIds.contoso).length, 1);
      await w.chat.presses(card, 'tenant.reviewLimitations');
      await w.chat.presses(card, 'tenant.revalidate');
      await w.world.passes(5);
      assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    });

    it('to sign us in, says so on the tenant that was asked about and leaves the others as they were', async () => {
      w.world.sandbox.controls.failNext({ path: relationshipsPath, status: 403, code: 'accessDenied', times: 100 });
      const card = await open('Contoso Ltd');
      await w.chat.enables(card);
      assert.equal((await review(card)).reason, 'noRights');
      await w.world.passes(700);
      const approved = w.chat.reads(await w.chat.says(`/tenants ${en.statuses.approved}`));
      assert.match(approved, /Fabrikam Inc.*Margie's Travel/s);
    });
  });

  it('tells the one who pressed it in their own conversation, even if that does not subscribe', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    const list = await megan.says('/tenants adventure');
    await megan.enables(list);
    await w.world.passes(8);
    assert.equal(megan.last.summary, newsOf('Adventure Works Cycles', 'approved'));
    assert.equal(w.chat.last.summary, newsOf('Adventure Works Cycles', 'approved'));
  });
});
