// What the second admin sees, whose agreement an offboarding waits for.
import assert from 'node:assert/strict';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { refusalNotice } from '../../../src/views/explain/notices.js';
import { decidedBy, decisionDropped, decisionSlow, reviewChanged } from '../../../src/views/offboarding/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, contoso, megan, now, tenantBy } from '../../support/builders.js';
import { pressables, verbsOf } from '../../support/card-reading.js';
import { assertSays, offboardingChat, ofOffboarding } from '../../support/offboarding-chat.js';
import { aPlan, leaving, offboardingBy, offboardingId } from '../../support/offboarding-scenes.js';
import { stageOn } from '../../support/wording.js';

const agree = 'offboarding.approve';

describe('the second admin', () => {
  const awaiting = (offboarding: Partial<Offboarding> = {}) =>
    leaving({ ...offboardingBy.awaitsApproval(), ...offboarding });
  const chat = (offboarding: Partial<Offboarding> = {}) => {
    const all = offboardingChat(awaiting(offboarding));
    const { read } = all.offboardings;
    assert.ok(read);
    all.offboardings.read = { ...read, needsSecond: true };
    return { ...all, read: all.offboardings.read };
  };

  it('reads the plan as it is now, and may agree to it', async () => {
    const { press } = chat();
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assertSays(reply, decidedBy(awaiting().offboarding, en));
    assert.deepEqual(verbsOf(reply.card), [agree, 'offboarding.undo', 'offboarding.show']);
    assert.deepEqual(reply.view, { kind: 'offboarding', tenantId: contoso, offboardingId });
  });

  it('cannot be the first one', async () => {
    const { press } = chat();
    const reply = await press('offboarding.review', ofOffboarding, alex);
    assertSays(reply, en.offboarding.notices.ownDecision);
    assert.ok(!verbsOf(reply.card).includes(agree));
  });

  it('cannot agree to what is another plan by now', async () => {
    const { press, offboardings, read } = chat();
    offboardings.read = { ...read, plan: aPlan({ subscriptions: { value: [] } }) };
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assertSays(reply, reviewChanged(awaiting(), alex, en));
    assert.deepEqual(verbsOf(reply.card), ['offboarding.undo', 'offboarding.show']);
  });

  it('is offered nothing of what was dropped while the plan was read', async () => {
    const { press, offboardings, read, store } = chat();
    const tenant = tenantBy.approved();
    offboardings.read = { ...read, tenant };
    await store.commit({ tenants: [leaving(offboardingBy.awaitsApproval())] });
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assertSays(reply, refusalNotice('noSuchOffboarding', tenant, en));
    assert.ok(!verbsOf(reply.card).includes(agree));
  });

  it('agrees, and sees when it begins', async () => {
    const { press, offboardings, store } = chat();
    offboardings.agreement = async () => {
      const tenant = awaiting({ approval: { by: megan, at: now }, beginsAt: '2026-11-22T10:05:00.000Z' });
      await store.commit({ tenants: [tenant] });
      return { tenant, facts: [] };
    };
    const reply = await press(agree, ofOffboarding, megan);
    assert.equal(stageOn(reply.card), 'grace');
    assertSays(reply, megan.name);
    assert.equal(reply.othersMustSee, true);
    // The second half of a double click.
    const again = await press(agree, ofOffboarding, megan);
    assert.deepEqual(again.card, (await press('offboarding.show', ofOffboarding)).card);
    assert.deepEqual(offboardings.approvals, [megan]);
  });

  it('reads the new plan when it changed at the last moment', async () => {
    const { press, offboardings, store, read } = chat();
    const tenant = tenantBy.approved();
    offboardings.agreement = async () => {
      await store.commit({ tenants: [tenant] });
      return { changed: { ...read, tenant, planHash: 'hash-2' } };
    };
    const reply = await press(agree, ofOffboarding, megan);
    assertSays(reply, decisionDropped(tenant, alex, en));
    assert.equal(pressables(reply.card)[0]?.data?.planHash, 'hash-2');
  });

  it('is refused with the reason', async () => {
    const { press, offboardings } = chat();
    offboardings.agreement = async () => ({ tenant: awaiting(), facts: [], refused: 'sameAdmin' });
    assertSays(await press(agree, ofOffboarding, alex), refusalNotice('sameAdmin', awaiting(), en));
  });

  it('agrees to nothing from the card of an earlier offboarding', async () => {
    const { press, offboardings } = chat({ id: 'e0000000-0000-4000-8000-000000000002' });
    const reply = await press(agree, ofOffboarding, megan);
    assert.deepEqual(offboardings.approvals, []);
    assertSays(reply, refusalNotice('noSuchOffboarding', awaiting(), en));
    // The card of the earlier one, which was dropped.
    assert.deepEqual([reply.view?.kind, stageOn(reply.card)], ['offboarding', 'dropped']);
    assert.deepEqual(verbsOf(reply.card), ['tenant.open']);
  });

  it('drops it', async () => {
    const { press, store } = chat();
    const reply = await press('offboarding.undo', ofOffboarding, megan);
    assert.equal(store.tenant(contoso)?.offboarding, undefined);
    assert.deepEqual([reply.view?.kind, stageOn(reply.card)], ['offboarding', 'dropped']);
    assert.deepEqual(verbsOf(reply.card), ['tenant.open']);
    assert.equal(reply.othersMustSee, true);
  });

  it('is told when Microsoft is slow', async () => {
    const { press, offboardings, clock } = chat();
    offboardings.pause = new Promise(() => undefined);
    const answers = [press('offboarding.review', ofOffboarding, megan), press(agree, ofOffboarding, megan)];
    await clock.passes(7);
    const [review, approve] = await Promise.all(answers);
    assert.ok(review && approve);
    assertSays(review, en.offboarding.notices.planSlow);
    assertSays(approve, decisionSlow(awaiting(), en));
  });
});
