// What the chat shows of what was done: the certificate again, and who did what to a tenant.
import assert from 'node:assert/strict';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonsOf, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const name = "Margie's Travel";

/** Margie's Travel, offboarded by Alex with these steps. */
async function disabled(w: ReturnType<typeof aWorldForEach>, steps: string): Promise<void> {
  const { controls } = w.world.sandbox;
  controls.setReservations(tenantIds.margie, 0);
  controls.endSubscriptions(tenantIds.margie, 'suspended');
  const message = await w.chat.says(`/tenants ${name}`);
  await w.chat.presses(message, `Open: ${name}`);
  await w.chat.presses(message, 'Offboard completely');
  await w.chat.presses(message, 'Offboard completely', { steps, name });
  await w.world.passes(600);
  assert.match(w.chat.reads(message), /Offboarded: no access left/);
}

describe('a tenant that was offboarded completely and is a customer still', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '0', PARTNER_NAME: 'Northbridge IT' });

  const opens = async (): Promise<BotMessage> => {
    await disabled(w, 'assignments,consent,relationships,delegatedAdmin');
    const message = await w.chat.says('/tenants margie');
    await w.chat.presses(message, `Open: ${name}`);
    return message;
  };

  it('says so on its card, and when, and offers the certificate', async () => {
    const message = await opens();
    assert.match(
      w.chat.reads(message),
      /This tenant was offboarded completely on \{\{DATE.*Its exit certificate says that no access is left\. Enable would/,
    );
    assert.doesNotMatch(w.chat.reads(message), /has been told to forget it/);
    assert.match(w.chat.reads(message), /Offboarded by\nAlex Wilber/);
    assertGoodCard(await w.chat.presses(message, 'Exit certificate'));
    assert.match(w.chat.reads(message), /^Northbridge IT no longer has access to Margie's Travel\.$/m);
    assert.ok(buttonsOf(w.chat.sees(message)).includes('PDF'));
  });

  it('is enabled only after a question, from its card and from the list, also when Enable is pressed twice', async () => {
    const message = await opens();
    const list = await w.chat.says('/tenants margie');
    for (const each of [message, list]) {
      const card = await w.chat.presses(each, 'Enable');
      assertGoodCard(card);
      assert.match(textOf(card), /^Enable Margie's Travel again\?\n.*was offboarded completely on 22 November 2026/m);
      await w.chat.presses(each, 'No, leave it');
      assert.match(w.chat.reads(each), /Not configured/);
    }
    await w.chat.presses(message, 'Enable');
    assert.match(textOf(await w.chat.presses(message, 'Yes, enable')), /Awaiting Microsoft/);
    await w.world.passes(60);
    assert.doesNotMatch(w.chat.reads(message), /was offboarded completely/);
  });
});

describe('/certificate', () => {
  const w = aWorldForEach({
    OFFBOARD_GRACE_MINUTES: '0',
    PARTNER_NAME: 'Northbridge IT',
    ADMINS: people.alex.aadObjectId,
  });

  it('shows the certificate of a tenant that has been forgotten, by name, id or number, to admins only', async () => {
    await disabled(w, 'assignments,consent,relationships,delegatedAdmin,reseller');
    assert.match(w.chat.reads(await w.chat.says('/tenants margie')), /No tenant matches/);
    for (const said of ['margie', name, tenantIds.margie, '']) {
      const message = await w.chat.says(`/certificate ${said}`);
      assertGoodCard(w.chat.sees(message));
      assert.match(w.chat.reads(message), /Northbridge IT no longer has access to Margie's Travel\./, said);
      assert.deepEqual(buttonsOf(w.chat.sees(message)), ['PDF', 'JSON', 'All tenants']);
    }
    assert.match(w.chat.reads(await w.chat.says('/certificate margys travel')), /Did you mean Margie's Travel\?/);
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    assert.doesNotMatch(megan.reads(await megan.says('/certificate margie')), /Margie/);
    // Its history is found by the name as well, though nothing else is known of it.
    assert.match(
      w.chat.reads(await w.chat.says('/history margie')),
      /History of Margie's Travel[\s\S]*certificate written/,
    );
  });

  it('tells two of one tenant and one day apart on their buttons', async () => {
    for (const steps of ['assignments,consent,relationships,delegatedAdmin', 'reseller']) await disabled(w, steps);
    const message = await w.chat.says('/certificate margie');
    assertGoodCard(w.chat.sees(message));
    const [later = '', earlier = ''] = buttonsOf(w.chat.sees(message));
    assert.match(later, /^Margie's Travel, 22 November 2026 \([0-9a-f]{8}\)$/);
    assert.notEqual(later, earlier);
    await w.chat.presses(message, earlier);
    assert.ok(w.chat.reads(message).includes(earlier.slice(-9, -1)));
  });

  it('says that there is none, and how one comes about', async () => {
    const none = await w.chat.says('/certificate contoso');
    assertGoodCard(w.chat.sees(none));
    assert.match(w.chat.reads(none), /^No exit certificate matches “contoso”\nA certificate is written when/m);
    assert.match(w.chat.reads(await w.chat.says('/certificate')), /There are no exit certificates yet/);
  });
});

describe('/history', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '0' });

  it('says that no tenant matches, and which one may have been meant', async () => {
    const message = await w.chat.says('/history nosuch');
    assertGoodCard(w.chat.sees(message));
    assert.match(w.chat.reads(message), /^No tenant matches “nosuch”$/m);
    assert.deepEqual(buttonsOf(w.chat.sees(message)), ['All tenants']);
    assert.match(w.chat.reads(await w.chat.says('/history Fabrikan Inc')), /Did you mean Fabrikam Inc\?/);
    assert.match(w.chat.reads(await w.chat.says('/history')), /Whose history\?/);
    assert.match(w.chat.reads(await w.chat.says('/history o')), /Several tenants match/);
  });

  it('names the group and the relationship of every entry, and has more than fits on further pages', async () => {
    await w.chat.presses(await w.chat.says('/tenants contoso'), 'Enable');
    await w.world.passes(30);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(300);
    const message = await w.chat.says('/history contoso');
    assert.match(w.chat.reads(message), /Relationship created: GDAP relationship “.*1”/);
    assert.match(w.chat.reads(message), /Request sent to the customer: GDAP relationship “/);
    for (const { groupName } of w.world.template.assignments)
      assert.ok(w.chat.reads(message).includes(`Roles assigned to a group: ${groupName}`), groupName);
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, 'Open: Contoso Ltd');
    for (let round = 0; round < 15; round += 1) {
      await w.chat.presses(card, 'Disable');
      await w.chat.presses(card, 'Yes, disable');
      await w.chat.presses(card, 'Enable');
      await w.world.passes(60);
    }
    const long = await w.chat.says('/history contoso');
    assertGoodCard(w.chat.sees(long));
    const [, count = ''] = /^1–15 of (\d+) entries, newest first\.$/m.exec(w.chat.reads(long)) ?? [];
    assert.ok(Number(count) > 30, count);
    assertGoodCard(await w.chat.presses(long, 'Show more ›'));
    assert.match(w.chat.reads(long), new RegExp(`^16–30 of ${count} entries`, 'm'));
    await w.chat.presses(long, '‹ Newer');
    assert.match(w.chat.reads(long), /^1–15 of/m);
  });
});
