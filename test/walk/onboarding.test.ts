// Point 4: Enable asks the customer for access, or takes up what is there.
import assert from 'node:assert/strict';
import { textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const relationshipsPath = '/v1.0/tenantRelationships/delegatedAdminRelationships';

describe('point 4: Enable', () => {
  const w = aWorldForEach();

  const open = async (name: string): Promise<BotMessage> => {
    const list = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(list, `Open: ${name}`);
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
    assert.match(textOf(await w.chat.presses(card, 'Enable')), /Awaiting Microsoft/);
    await w.world.passes(4);
    assert.match(w.chat.reads(card), /Needs approval/);
  });

  it('creates a relationship for exactly that customer, with every role of the template, and locks it', async () => {
    await w.chat.presses(await open('Contoso Ltd'), 'Enable');
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
    const button = w.chat.finds(card, 'Enable');
    await Promise.all([w.chat.clicks(card, button), w.chat.clicks(card, button), w.chat.clicks(card, button)]);
    await w.world.passes(4);
    const late = await w.chat.clicks(card, button);
    await w.world.passes(4);
    assert.equal(created(tenantIds.contoso).length, 1);
    // It was this person's own click, so there is nothing to tell; to anybody else there is.
    assert.match(textOf(late.body), /Contoso Ltd\ncontoso\.onmicrosoft\.com\n✉️ Needs approval/);
    assert.doesNotMatch(textOf(late.body), /lready|out of date/);
    const megan = w.world.chat(people.megan, 'chat-of-alex');
    assert.match(
      textOf((await megan.clicks(card, button)).body),
      /Already under way for Contoso Ltd; nothing was done twice/,
    );
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  it('counts on past the name of a relationship that has ended', async () => {
    await w.chat.presses(await open('Relecloud'), 'Enable');
    await w.world.passes(4);
    const names = w.world.sandbox.controls.relationships(tenantIds.relecloud).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), [`Gatehouse-${tenantIds.relecloud}-1`, `Gatehouse-${tenantIds.relecloud}-2`]);
  });

  it('is not held up by a relationship that has ended and lacks its roles', async () => {
    const [ended] = w.world.sandbox.controls.relationships(tenantIds.relecloud);
    w.world.sandbox.controls.loseRoles(ended?.id ?? '');
    const card = await open('Relecloud');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(4);
    assert.match(w.chat.reads(card), /Needs approval/);
    const names = w.world.sandbox.controls.relationships(tenantIds.relecloud).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), [`Gatehouse-${tenantIds.relecloud}-1`, `Gatehouse-${tenantIds.relecloud}-2`]);
  });

  it('takes up an active relationship that has every role, adds what is missing and is Approved', async () => {
    const card = await open('Adventure Works Cycles');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(8);
    assert.match(w.chat.reads(card), /✅ Approved/);
    assert.deepEqual(created(tenantIds.adventureWorks), []);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.adventureWorks);
    const active = relationship?.assignments.filter(({ status }) => status === 'active');
    assert.equal(active?.length, 3);
  });

  it('makes no second request beside one that somebody else made, and says where to follow that one up', async () => {
    const card = await open('Wide World Importers');
    assert.match(w.chat.reads(card), /Issues found/);
    const text = textOf(await w.chat.presses(card, 'Review limitations'));
    assert.match(text, /“WWI request by hand” was not made by Gatehouse/);
    assert.match(text, /manual approval in Partner Center/);
    assert.equal(
      w.chat.finds(card, 'Open Partner Center').url,
      'https://partner.microsoft.com/commerce/customers/list',
    );
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.wideWorld).length, 1);
  });

  it('waits, and takes note, while Microsoft is not ready to lock what it has just created', async () => {
    w.world.sandbox.controls.setBehaviour({ lockTooEarlyMs: 2500 });
    const card = await open('Contoso Ltd');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(1);
    assert.match(w.chat.reads(card), /Awaiting Microsoft/);
    await w.world.passes(6);
    assert.match(w.chat.reads(card), /Needs approval/);
    assert.equal(created(tenantIds.contoso).length, 1);
  });

  it('recognises its own relationship when the answer to creating it is lost', async () => {
    w.world.sandbox.controls.failNext({ method: 'POST', path: relationshipsPath, kind: 'reset', when: 'after' });
    const card = await open('Contoso Ltd');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(30);
    assert.match(w.chat.reads(card), /Needs approval/);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  it('goes on after the process ends between the click and Microsoft', async () => {
    const card = await open('Contoso Ltd');
    w.world.sandbox.controls.failNext({ path: relationshipsPath, status: 503, times: 3 });
    await w.chat.presses(card, 'Enable');
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(10);
    assert.match(w.chat.reads(card), /Needs approval/);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 1);
  });

  describe('when Microsoft refuses', () => {
    const review = async (card: BotMessage) => {
      await w.world.passes(2);
      assert.match(w.chat.reads(card), /Issues found/);
      return textOf(await w.chat.presses(card, 'Review limitations'));
    };
    const refuse = (fault: { status: number; code: string }) =>
      w.world.sandbox.controls.failNext({ method: 'POST', path: relationshipsPath, ...fault });

    it('for lack of rights, says who can give them and Microsoft’s request id', async () => {
      const text = textOf(await w.chat.presses(await open('Humongous Insurance'), 'Review limitations'));
      assert.match(text, /may not do this/);
      assert.match(text, /global administrator of your own tenant puts the account into AdminAgents/);
      assert.equal(created(tenantIds.humongous)[0]?.status, 403);
      assert.match(text, /Microsoft’s request id: [0-9a-f-]{36}/);
    });

    it('for lack of multifactor authentication, says to sign in again with it', async () => {
      w.world.sandbox.controls.setMfa(false);
      await w.world.passes(3700);
      const card = await open('Contoso Ltd');
      await w.chat.presses(card, 'Enable');
      assert.match(await review(card), /use multifactor authentication/);
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
      await w.chat.presses(card, 'Enable');
      const text = await review(card);
      assert.match(text, /refuses Gatehouse’s sign-in .*\(401 unauthenticated\).*Entra administrator/s);
      assert.doesNotMatch(text, /multifactor/);
    });

    it('for one customer alone, does not blame the template that others have', async () => {
      refuse({ status: 400, code: 'badRequest' });
      const card = await open('Contoso Ltd');
      await w.chat.presses(card, 'Enable');
      const text = await review(card);
      assert.match(
        text,
        /for this customer alone\. Your access template is fine.*request the relationship in Partner Center/s,
      );
      assert.doesNotMatch(text, /checks the roles/);
    });

    it('because somebody else has the name, says so and gets another name when asked again', async () => {
      w.world.sandbox.controls.addRelationship({
        displayName: `Gatehouse-${tenantIds.contoso}-1`,
        tenantId: tenantIds.fabrikam,
        status: 'approvalPending',
        roles: ['Directory Readers'],
      });
      const card = await open('Contoso Ltd');
      await w.chat.presses(card, 'Enable');
      await w.world.passes(310);
      assert.match(await review(card), /Another relationship.*has the name/s);
      await w.chat.presses(card, 'Revalidate');
      await w.world.passes(5);
      assert.match(w.chat.reads(card), /Needs approval/);
      const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
      assert.equal(relationship?.displayName, `Gatehouse-${tenantIds.contoso}-2`);
    });

    it('tries again when somebody presses Revalidate, and only then', async () => {
      refuse({ status: 403, code: 'accessDenied' });
      const card = await open('Contoso Ltd');
      await w.chat.presses(card, 'Enable');
      await w.world.passes(1000);
      assert.equal(created(tenantIds.contoso).length, 1);
      await w.chat.presses(card, 'Review limitations');
      await w.chat.presses(card, 'Revalidate');
      await w.world.passes(5);
      assert.match(w.chat.reads(card), /Needs approval/);
    });

    it('to sign us in, says so on the tenant that was asked about and leaves the others as they were', async () => {
      w.world.sandbox.controls.failNext({ path: relationshipsPath, status: 403, code: 'accessDenied', times: 100 });
      const card = await open('Contoso Ltd');
      await w.chat.presses(card, 'Enable');
      assert.match(await review(card), /may not do this/);
      await w.world.passes(700);
      const approved = w.chat.reads(await w.chat.says('/tenants approved'));
      assert.match(approved, /Fabrikam Inc.*Margie's Travel/s);
    });
  });

  it('tells the one who pressed it in their own conversation, even if that does not subscribe', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    const list = await megan.says('/tenants adventure');
    await megan.presses(list, 'Enable');
    await w.world.passes(8);
    assert.equal(megan.last.summary, '✅ Adventure Works Cycles is Approved');
    assert.equal(w.chat.last.summary, '✅ Adventure Works Cycles is Approved');
  });
});
