// What the chat shows of what was done: the certificate again, and who did what to a tenant.

import assert from 'node:assert/strict';
import { statusSentences } from '../../src/views/explain/status-words.js';
import { noCertificateView } from '../../src/views/offboarding/certificates.js';
import { dateInWords, dayAndTime } from '../../src/views/render/text.js';
import type { ActionData } from '../../src/views/render/verbs.js';
import { noHistoryView } from '../../src/views/tenant/audit-history.js';
import { en } from '../../src/views/words/en/index.js';
import { now, tenantBy } from '../support/builders.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonsOf, buttonVerbs, pressables, rangeOn, statusesOn, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { accessLeftOn, anyContext, assertReadsLike } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const name = "Margie's Travel";
const noAccess = en.certificate.statement.none({ tenant: name, partner: 'Northbridge IT' });

/** Margie's Travel, offboarded by Alex with these steps. */
async function disabled(w: ReturnType<typeof aWorldForEach>, steps: string): Promise<void> {
  const { controls } = w.world.sandbox;
  controls.setReservations(tenantIds.margie, 0);
  controls.endSubscriptions(tenantIds.margie, 'suspended');
  const message = await w.chat.says(`/tenants ${name}`);
  await w.chat.presses(message, { verb: 'tenant.open', name });
  await w.chat.presses(message, 'offboarding.plan');
  await w.chat.presses(message, 'offboarding.decide', { steps, name });
  await w.world.passes(600);
  assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
}

describe('a tenant that was offboarded completely and is a customer still', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '0', PARTNER_NAME: 'Northbridge IT' });

  const opens = async (): Promise<BotMessage> => {
    await disabled(w, 'assignments,consent,relationships,delegatedAdmin');
    const message = await w.chat.says('/tenants margie');
    await w.chat.presses(message, { verb: 'tenant.open', name });
    return message;
  };

  it('says so on its card, and when, and offers the certificate', async () => {
    const message = await opens();
    const [certificate] = (await w.world.contents()).certificates.values();
    assert.ok(certificate);
    const text = w.chat.reads(message);
    // In the sentence that says so, and beside who did it.
    const issued = dayAndTime(certificate.issuedAt);
    const lines = text.split('\n');
    assert.ok(
      lines.some((line) => line.startsWith('✅') && line.includes(issued)),
      text,
    );
    assert.equal(lines[lines.indexOf(people.alex.name) + 1], issued);
    for (const sentence of statusSentences(tenantBy.notConfigured(), { words: en, now }))
      assert.ok(!text.includes(sentence));
    assertGoodCard(await w.chat.presses(message, 'offboarding.show'));
    assert.ok(w.chat.reads(message).split('\n').includes(noAccess));
    assert.ok(buttonFor(w.chat.sees(message), { verb: 'certificate.get', data: { file: 'pdf' } }));
  });

  it('is enabled only after a question, from its card and from the list, also when Enable is pressed twice', async () => {
    const message = await opens();
    const list = await w.chat.says('/tenants margie');
    for (const [each, back, buttons] of [
      [message, 'tenant.open', ['tenant.open', 'tenant.enable']],
      [list, 'tenants.list', ['tenant.enable', 'tenants.list']],
    ] as const) {
      const card = await w.chat.presses(each, 'tenant.askEnable');
      assertGoodCard(card);
      assert.deepEqual(buttonVerbs(card), buttons);
      assert.ok(textOf(card).includes(dateInWords(now, en)));
      await w.chat.presses(each, back);
      assert.deepEqual(w.chat.statuses(each), ['notConfigured']);
    }
    assert.deepEqual(statusesOn(await w.chat.enables(message)), ['awaitingMicrosoft']);
    await w.world.passes(60);
    assert.ok(!w.chat.reads(message).includes(dayAndTime(now)));
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
    assert.ok(!buttonFor((await w.chat.says('/tenants margie')).card, 'tenant.open'));
    for (const said of ['margie', name, tenantIds.margie, '']) {
      const message = await w.chat.says(`/certificate ${said}`);
      assertGoodCard(w.chat.sees(message));
      assert.ok(w.chat.reads(message).split('\n').includes(noAccess), said);
      assert.deepEqual(buttonVerbs(w.chat.sees(message)), ['certificate.get', 'certificate.get', 'tenants.list']);
    }
    assert.ok(w.chat.reads(await w.chat.says('/certificate margys travel')).includes(name));
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    assert.doesNotMatch(megan.reads(await megan.says('/certificate margie')), /Margie/);
    // Its history is found by the name as well, though nothing else is known of it.
    const history = w.chat.reads(await w.chat.says('/history margie'));
    assert.ok(history.includes(name) && history.includes(en.history.facts.offboardingCertified), history);
  });

  it('tells two of one tenant and one day apart on their buttons', async () => {
    for (const steps of ['assignments,consent,relationships,delegatedAdmin', 'reseller']) await disabled(w, steps);
    const message = await w.chat.says('/certificate margie');
    assertGoodCard(w.chat.sees(message));
    const [later = '', earlier = ''] = buttonsOf(w.chat.sees(message));
    for (const each of [name, dateInWords(now, en)]) assert.ok(later.includes(each), later);
    assert.notEqual(later, earlier);
    const [, button] = pressables(w.chat.sees(message)).filter(({ verb }) => verb === 'offboarding.show');
    const { offboardingId = '' } = (button?.data ?? {}) as ActionData;
    assert.ok(earlier.includes(offboardingId.slice(0, 8)));
    await w.chat.presses(message, { verb: 'offboarding.show', data: { offboardingId } });
    assert.ok(w.chat.reads(message).includes(offboardingId));
  });

  it('says that there is none, and how one comes about', async () => {
    const none = await w.chat.says('/certificate contoso');
    assertGoodCard(w.chat.sees(none));
    for (const [message, said] of [
      [none, 'contoso'],
      [await w.chat.says('/certificate'), ''],
    ] as const)
      assertReadsLike(w.chat.sees(message), noCertificateView(said, undefined, anyContext));
  });
});

describe('/history', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '0' });

  it('says that no tenant matches, and which one may have been meant', async () => {
    const message = await w.chat.says('/history nosuch');
    assertGoodCard(w.chat.sees(message));
    assert.deepEqual(buttonVerbs(w.chat.sees(message)), ['tenants.list']);
    for (const [said, meant] of [['nosuch'], ['Fabrikan Inc', 'Fabrikam Inc'], ['']] as const)
      assertReadsLike((await w.chat.says(`/history ${said}`)).card, noHistoryView(said, meant, anyContext));
    // Several match: they are in a list to choose from.
    assert.ok(buttonVerbs((await w.chat.says('/history o')).card).filter((verb) => verb === 'tenant.open').length > 2);
  });

  it('names the group and the relationship of every entry, and has more than fits on further pages', async () => {
    await w.chat.enables(await w.chat.says('/tenants contoso'));
    await w.world.passes(30);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(300);
    const message = await w.chat.says('/history contoso');
    const lines = w.chat.reads(message).split('\n');
    for (const [what, subject] of [
      ['relationshipCreated', '-1'],
      ['relationshipLocked', '-1'],
      ...w.world.template.assignments.map(({ groupName }) => ['accessAssigned', groupName] as const),
    ] as const)
      assert.ok(
        lines.some((line) => line.startsWith(en.history.facts[what]) && line.includes(subject)),
        `${what} ${subject}`,
      );
    const card = await w.chat.says('/tenants contoso');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Contoso Ltd' });
    for (let round = 0; round < 15; round += 1) {
      await w.chat.presses(card, 'tenant.askDisable');
      await w.chat.presses(card, 'tenant.disable');
      await w.chat.enables(card);
      await w.world.passes(60);
    }
    const long = await w.chat.says('/history contoso');
    assertGoodCard(w.chat.sees(long));
    const [from, to, count = 0] = rangeOn(w.chat.sees(long)) ?? [];
    assert.deepEqual([from, to], [1, 15]);
    assert.ok(count > 30, `${count}`);
    assertGoodCard(await w.chat.presses(long, { verb: 'history.show', data: { page: 2 } }));
    assert.deepEqual(rangeOn(w.chat.sees(long)), [16, 30, count]);
    await w.chat.presses(long, { verb: 'history.show', data: { page: 1 } });
    assert.deepEqual(rangeOn(w.chat.sees(long)), [1, 15, count]);
  });
});
