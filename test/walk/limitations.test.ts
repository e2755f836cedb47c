// Point 7: each limitation says what is wrong, why, and who can mend it; it is accepted, or looked at again.
import assert from 'node:assert/strict';
import { buttonsOf, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 7: Review limitations', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const review = async (name: string): Promise<{ message: BotMessage; text: string; buttons: readonly string[] }> => {
    const message = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(message, `Open: ${name}`);
    const card = await w.chat.presses(message, 'Review limitations');
    return { message, text: textOf(card), buttons: buttonsOf(card) };
  };

  it('names each role that the relationship lacks, and offers to ask the customer again', async () => {
    await w.world.passes(20);
    const { message, text } = await review('Tailspin Toys');
    assert.match(text, /Missing: Security Administrator/);
    assert.match(text, /Roles cannot be added once a customer has approved/);
    await w.chat.presses(message, 'Request again');
    await w.world.passes(5);
    assert.match(w.chat.reads(message), /Needs approval/);
    const relationships = w.world.sandbox.controls.relationships(tenantIds.tailspin);
    assert.deepEqual(relationships.map(({ status }) => status).sort(), ['active', 'approvalPending']);
  });

  it('names the group that could not be assigned, and Microsoft’s request id', async () => {
    await w.world.passes(310);
    const { text } = await review('Trey Research');
    assert.match(text, /Group “Azure” has no access/);
    assert.match(text, /for this customer alone, most often because a role isn’t active in their tenant/);
    assert.match(text, /Microsoft’s request id: [0-9a-f-]{36}/);
  });

  it('tells a failed assignment apart, and makes it again when asked', async () => {
    const { message, text } = await review('Proseware Inc');
    assert.match(text, /Assigning roles to “Security” failed/);
    w.world.sandbox.controls.setQuirks(tenantIds.proseware, []);
    await w.chat.presses(message, 'Revalidate');
    await w.world.passes(20);
    assert.match(w.chat.reads(message), /✅ Approved/);
  });

  it('does not make a failed assignment over and over when it fails again', async () => {
    const { message } = await review('Proseware Inc');
    const made = () =>
      w.world.sandbox.controls
        .requests()
        .filter(({ method, path }) => method === 'POST' && path.endsWith('000009/accessAssignments')).length;
    await w.chat.presses(message, 'Revalidate');
    await w.world.passes(100);
    assert.match(w.chat.reads(message), /Assigning roles to “Security” failed/);
    assert.equal(made(), 1);
  });

  it('tells no Azure plan from a suspended one', async () => {
    assert.match((await review('Woodgrove Bank')).text, /No Azure plan/);
    assert.match((await review('Litware Inc')).text, /The Azure plan is not active.*suspended or has ended/s);
  });

  it('says that it could not check, never that something is missing, when the check itself failed', async () => {
    const { text } = await review('Lucerne Publishing');
    assert.match(text, /Could not check the Azure plan/);
    assert.match(text, /This says nothing about whether it is in place/);
    assert.doesNotMatch(text, /No Azure plan/);
    assert.match(text, /Microsoft’s request id/);
  });

  it('checks again by itself what could not be checked, and is Approved when that works', async () => {
    const message = await w.chat.says('/tenants lucerne');
    w.world.sandbox.controls.setQuirks(tenantIds.lucerne, []);
    await w.world.passes(60);
    assert.match(w.chat.reads(message), /Lucerne Publishing\n✅ Approved/);
  });

  it('tells what became of a relationship that was lost', async () => {
    await w.world.passes(80);
    const { text, buttons } = await review('Coho Winery');
    assert.match(text, /Access has expired/);
    assert.deepEqual(buttons, ['Request again', 'Revalidate', 'Cancel (accept as it is)', 'Disable', 'Back']);
  });

  describe('Cancel', () => {
    it('accepts the limitation: the status stays, with who accepted it and when', async () => {
      const { message } = await review('Woodgrove Bank');
      const card = textOf(await w.chat.presses(message, 'Cancel (accept as it is)'));
      assert.match(card, /Issues found/);
      assert.match(card, /Accepted by\nAlex Wilber\n{{DATE\(2026-11-22/);
      assert.match(card, /Limitations accepted · Alex Wilber/);
      const again = textOf(await w.chat.presses(message, 'Review limitations'));
      assert.match(again, /Accepted by Alex Wilber/);
    });

    it('puts the tenant behind those that nobody has looked at', async () => {
      const { message } = await review('Litware Inc');
      await w.chat.presses(message, 'Cancel (accept as it is)');
      const text = w.chat.reads(await w.chat.says('/tenants issues found'));
      assert.ok(text.indexOf('Litware Inc') > text.indexOf('Woodgrove Bank'));
      assert.match(text, /since {{TIME\(\S+\)}} · accepted/);
    });

    it('holds until something else turns up', async () => {
      const { message } = await review('Woodgrove Bank');
      await w.chat.presses(message, 'Cancel (accept as it is)');
      const [relationship] = w.world.sandbox.controls.relationships(tenantIds.woodgrove);
      w.world.sandbox.controls.dropRole(relationship?.id ?? '', 'Exchange Administrator');
      await w.world.passes(25);
      const text = textOf(await w.chat.presses(message, 'Review limitations'));
      assert.match(text, /Missing: Exchange Administrator/);
      assert.doesNotMatch(text, /Accepted by/);
      assert.ok(w.chat.messages.some(({ summary }) => summary === '⚠️ Woodgrove Bank: Issues found'));
    });
  });

  describe('Revalidate', () => {
    it('looks again now, and ends in Approved when it is mended', async () => {
      const { message } = await review('Woodgrove Bank');
      w.world.sandbox.controls.setAzurePlan(tenantIds.woodgrove, 'active');
      assert.match(textOf(await w.chat.presses(message, 'Revalidate')), /Looking again…/);
      await w.world.passes(3);
      assert.match(w.chat.reads(message), /✅ Approved/);
      assert.equal(w.chat.last.summary, '✅ Woodgrove Bank is Approved');
    });

    it('answers even when nothing has changed, and calls nobody', async () => {
      const { message } = await review('Woodgrove Bank');
      const before = w.chat.messages.length;
      await w.chat.presses(message, 'Revalidate');
      await w.world.passes(3);
      assert.match(w.chat.reads(message), /Issues found.*No Azure plan/s);
      assert.doesNotMatch(w.chat.reads(message), /Looking again/);
      assert.equal(w.chat.messages.length, before);
    });

    it('says so when Microsoft could not be asked, and changes nothing', async () => {
      const { message } = await review('Woodgrove Bank');
      w.world.sandbox.controls.failNext({ path: '/v1.0/', status: 403, code: 'accessDenied', times: 5 });
      await w.chat.presses(message, 'Revalidate');
      await w.world.passes(3);
      assert.match(w.chat.reads(message), /Could not look again on.*may not do this/s);
      assert.match(w.chat.reads(message), /No Azure plan/);
    });
  });
});
