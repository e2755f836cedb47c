// A request that the customer doesn't answer is told again, to the person who enabled the tenant.

import assert from 'node:assert/strict';
import { headline } from '../../src/views/explain/notices.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, statusesOn } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;

describe('a request that the customer doesn’t answer', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '43200', NUDGE_DAYS: '3,10' });

  const enables = async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.enables(await megan.says('/tenants contoso'));
    await w.world.passes(60);
    return megan;
  };
  const reminders = (chat: { readonly messages: readonly { readonly summary: string }[] }) =>
    chat.messages.filter(({ summary }) => summary.startsWith('⏳ Contoso')).length;

  onEachStore('is told to who enabled it, in their own chat alone, with the message to send again', async () => {
    const megan = await enables();
    await w.world.skips(2.9, { stepDays: 2.9 });
    assert.equal(reminders(megan), 0);
    // It waits a moment for others.
    await w.world.skips(0.2, { restSeconds: 150 });
    assert.equal(reminders(megan), 1);
    const { last } = megan;
    assert.equal(last.summary, headline('requestUnanswered', await w.world.tenant(tenantIds.contoso), en));
    assert.ok(buttonVerbs(last.card).includes('tenant.copyApproval'));
    // The link is for the person who asks for it.
    const [request] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.ok(!JSON.stringify(last.card).includes(request?.id ?? '-'));
    assert.equal(reminders(w.chat), 0);
  });

  it('is told once for all that was missed while Gatehouse was down, and not again', async () => {
    const megan = await enables();
    await w.world.stopBot();
    await w.world.clock.passes(20 * day);
    await w.world.startBot();
    await w.world.passes(2 * day);
    assert.equal(reminders(megan), 1);
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(2 * day);
    assert.equal(reminders(megan), 1);
  });

  it('is told no more once it was approved', async () => {
    const megan = await enables();
    const [request] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(request?.id ?? '');
    await w.world.passes(4 * day);
    assert.equal(reminders(megan), 0);
  });

  it('is told where it was asked for, while they have no chat of their own', async () => {
    const megan = w.world.chat(people.megan, 'channel-1', 'channel');
    await megan.enables(await megan.says('/tenants contoso'));
    await w.world.passes(3.1 * day);
    assert.equal(reminders(megan), 1);
    assert.equal(reminders(w.chat), 0);
  });

  it('offers another one once it has lapsed', async () => {
    const megan = await enables();
    await w.world.stopBot();
    await w.world.clock.passes(91 * day);
    await w.world.startBot();
    await w.world.passes(60);
    assert.equal(reminders(megan), 0);
    assert.deepEqual(megan.statuses(megan.last), ['issuesFound']);
    await megan.presses(megan.last, 'tenant.askEnable');
    assert.deepEqual(statusesOn(await megan.presses(megan.last, 'tenant.enable')), ['awaitingMicrosoft']);
  });
});
