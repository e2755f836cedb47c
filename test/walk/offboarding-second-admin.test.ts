// Offboard completely takes a second admin: it begins only when another one has read the same plan and agreed.
import assert from 'node:assert/strict';
import { decidedBy, decisionDropped } from '../../src/views/offboarding/notices.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { decides, opens, writesOf } from '../support/offboarding-walk.js';
import { accessLeftOn, newsOf, stageOn } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('Offboard completely with REQUIRE_SECOND_ADMIN=true', () => {
  const w = aWorldForEach({ REQUIRE_SECOND_ADMIN: 'true', OFFBOARD_GRACE_MINUTES: '0' });
  const steps = 'assignments,consent,relationships';
  let megan: Chat;

  beforeEach(async () => {
    megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
  });

  const asked = async () => {
    const message = await decides(w.chat, 'Fabrikam Inc', steps);
    await w.world.passes(5);
    const due = w.world.teams.messages.find(
      ({ conversationId, summary }) =>
        conversationId === 'chat-of-megan' && summary === newsOf('Fabrikam Inc', 'offboardingAwaitsApproval'),
    );
    assert.ok(due, 'the other admin has heard nothing');
    return { message, due };
  };

  onEachStore('begins only when another admin has read the same plan and agreed', async () => {
    const { message, due } = await asked();
    w.world.sandbox.controls.clearRequests();
    await w.world.skips(1 / 24);
    assert.deepEqual(writesOf(w.world, tenantIds.fabrikam), []);
    const review = await megan.presses(due, 'offboarding.review');
    assertGoodCard(review);
    const { offboarding } = await w.world.tenant(tenantIds.fabrikam);
    assert.ok(offboarding && textOf(review).includes(decidedBy(offboarding, en)), textOf(review));
    assertGoodCard(await megan.presses(due, 'offboarding.approve'));
    await w.world.passes(60);
    assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
  });

  it('is not agreed to by whoever asked', async () => {
    const { message } = await asked();
    await w.chat.presses(message, 'offboarding.review').catch(() => undefined);
    assert.ok(!buttonFor(w.chat.sees(message), 'offboarding.approve'));
  });

  it('shows the plan anew, and does nothing, when it has changed meanwhile', async () => {
    const { message, due } = await asked();
    await megan.presses(due, 'offboarding.review');
    w.world.sandbox.controls.addSubscription(tenantIds.fabrikam, { offerName: 'Microsoft 365 E5', quantity: 3 });
    w.world.sandbox.controls.clearRequests();
    const card = await megan.presses(due, 'offboarding.approve');
    assertGoodCard(card);
    const by = { id: people.alex.aadObjectId, name: people.alex.name };
    assert.ok(textOf(card).includes(decisionDropped(await w.world.tenant(tenantIds.fabrikam), by, en)), textOf(card));
    assert.match(textOf(card), /Microsoft 365 E5/);
    await w.world.passes(600);
    assert.deepEqual(writesOf(w.world, tenantIds.fabrikam), []);
    assert.equal((await w.world.tenant(tenantIds.fabrikam)).offboarding, undefined);
    assert.notEqual(stageOn(w.chat.sees(message)), 'running');
    assert.deepEqual(w.chat.statuses(await opens(w.chat, 'Fabrikam Inc')), ['approved']);
  });

  it('lapses after a day, and is told', async () => {
    await asked();
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(86_500);
    assert.deepEqual(writesOf(w.world, tenantIds.fabrikam), []);
    assert.ok(w.world.teams.messages.some(({ summary }) => summary === newsOf('Fabrikam Inc', 'offboardingLapsed')));
  });

  it('survives a restart between the two', async () => {
    const { message, due } = await asked();
    await w.world.crash();
    await megan.presses(due, 'offboarding.review');
    await megan.presses(due, 'offboarding.approve');
    await w.world.passes(60);
    assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
  });
});
