// Limitations are accepted with a reason, who answers for it and a day on which they're looked at again, which is told once.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { inputsOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const tenantId = tenantIds.woodgrove;

describe('accepted limitations', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '86400' });
  const accepted = async () => (await w.world.tenant(tenantId)).onboarding?.accepted;
  const asked = async () => {
    await w.world.passes(20);
    const message = await w.chat.says(`/tenants ${tenantId}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    await w.chat.presses(message, 'tenant.reviewLimitations');
    const question = await w.chat.presses(message, 'tenant.askAcceptLimitations');
    assertGoodCard(question);
    return { message, question };
  };
  const reminders = () =>
    w.world.teams.messages.filter(({ summary }) => summary === newsOf('Woodgrove Bank', 'acceptanceReviewDue'));

  onEachStore('are told of once, on the day of their review, and stay accepted', async () => {
    const { message, question } = await asked();
    assert.equal(inputsOf(question).accountableId, people.alex.aadObjectId);
    const card = await w.chat.presses(message, 'tenant.acceptLimitations', {
      reason: 'They buy Azure elsewhere *for now*',
      reviewOn: '2026-11-24',
    });
    assertGoodCard(card);
    assert.ok(textOf(card).includes('They buy Azure elsewhere *for now*'));
    assert.ok(textOf(card).includes(en.tenant.facts.review));
    const { accountable, reviewOn } = (await accepted()) ?? {};
    assert.deepEqual([accountable?.name, reviewOn], [people.alex.name, '2026-11-24T00:00:00.000Z']);
    await w.world.skips(1);
    assert.equal(reminders().length, 0);
    // It waits a moment for others.
    await w.world.skips(1, { restSeconds: 150 });
    await w.world.until(() => reminders().length > 0);
    assert.equal(reminders().length, 1);
    await w.world.skips(1);
    assert.equal(reminders().length, 1);
    assert.ok((await accepted())?.remindedAt);
  });

  it('are reviewed at once by who has accepted them, without the card changing under their eyes', async () => {
    const { message } = await asked();
    const before = message.updates;
    await w.chat.presses(message, 'tenant.acceptLimitations', { reason: 'known', reviewOn: '2026-11-24' });
    await w.chat.presses(message, 'tenant.reviewLimitations');
    await w.world.passes(500);
    assert.equal(message.updates, before);
    await w.world.passes(120);
    assert.equal(message.updates, before + 1);
  });

  it('need a reason, and a day that is ahead and within a year', async () => {
    const { message } = await asked();
    const { reasonMissing, dayMissing } = en.questions.acceptLimitations.form;
    const without = await w.chat.presses(message, 'tenant.acceptLimitations', { reason: ' \n' });
    assertGoodCard(without);
    assert.ok(textOf(without).includes(reasonMissing));
    for (const reviewOn of ['2026-11-22', '2026-02-30', '2028-01-01', 'soon']) {
      const late = await w.chat.presses(message, 'tenant.acceptLimitations', { reason: 'known', reviewOn });
      assert.ok(textOf(late).includes(dayMissing), reviewOn);
      assert.equal(inputsOf(late).reason, 'known');
    }
    const long = await w.chat.presses(message, 'tenant.acceptLimitations', {
      reason: 'x'.repeat(501),
      reviewOn: '2026-12-24',
    });
    assertGoodCard(long);
    assert.ok(textOf(long).includes(en.attention.tooLong({ count: 501, most: 500 })), textOf(long));
    assert.equal([...`${inputsOf(long).reason}`].length, 500);
    assert.equal(await accepted(), undefined);
  });

  onEachStore('remind no one once they are taken back, nor where they were accepted without a day', async () => {
    const { message } = await asked();
    await w.chat.presses(message, 'tenant.acceptLimitations', { reason: 'known', reviewOn: '2026-11-24' });
    await w.chat.presses(message, 'tenant.reviewLimitations');
    await w.chat.presses(message, 'tenant.takeBackAcceptance');
    const by = { id: people.alex.aadObjectId, name: people.alex.name };
    await w.world.app.commands.perform({ tenantId, command: { do: 'acceptLimitations', by } });
    assert.ok(await accepted());
    await w.world.skips(3);
    assert.equal(reminders().length, 0);
  });
});
