// What an admin sees who offboards a tenant completely, whatever Microsoft and others do meanwhile.
import assert from 'node:assert/strict';
import { readClick } from '../../../src/bot/actions/action-data.js';
import { refusalNotice } from '../../../src/views/explain/notices.js';
import { confirmationName } from '../../../src/views/offboarding/confirmation-name.js';
import { decisionSlow, nameExpected, planChanged } from '../../../src/views/offboarding/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, contoso, megan, tenantBy } from '../../support/builders.js';
import { inputsOf, pressables, verbsOf } from '../../support/card-reading.js';
import { anOldSubscription } from '../../support/offboarding-builders.js';
import { assertSays, offboardingChat, saying, typed } from '../../support/offboarding-chat.js';
import { anOffboarding, aPlan, leaving, offboardingId } from '../../support/offboarding-scenes.js';
import { stageOn } from '../../support/wording.js';

const tenant = tenantBy.approved();

describe('a click on a plan', () => {
  it('is understood with its steps, or as none at all', () => {
    const read = (data: Record<string, unknown>) => readClick('offboarding.decide', { tenantId: contoso, ...data });
    const { steps: _, ...rest } = typed;
    assert.deepEqual(read(typed)?.data, { ...rest, steps: ['assignments', 'consent'] });
    assert.deepEqual(read({ ...typed, steps: '' })?.data.steps, []);
    assert.deepEqual(read({ ...typed, steps: 'consent,consent' })?.data.steps, ['consent']);
    assert.equal(read({ ...typed, planHash: undefined })?.data.planHash, undefined);
    assert.equal(read({ offboardingId: offboardingId.toUpperCase() })?.offboardingId, offboardingId);
  });
});

describe('an admin who wants to offboard a tenant completely', () => {
  it('is shown the plan, read live, and nothing has been done', async () => {
    const { press, offboardings, contoso: stored } = offboardingChat();
    const before = stored();
    const reply = await press('offboarding.plan', {});
    assert.ok(verbsOf(reply.card).includes('offboarding.decide'));
    assert.equal(offboardings.reads, 1);
    assert.equal(stored(), before);
    assert.equal(reply.othersMustSee, undefined);
  });

  it('is told when Microsoft is slow, and finds the button again', async () => {
    const { press, offboardings, clock } = offboardingChat();
    offboardings.pause = new Promise(() => undefined);
    const answer = press('offboarding.plan', {});
    await clock.passes(7);
    const reply = await answer;
    assertSays(reply, en.offboarding.notices.planSlow);
    assert.ok(verbsOf(reply.card).includes('offboarding.plan'));
  });

  it('decides by the plan that was seen, and gets the offboarding’s card, which all are to see', async () => {
    const { press, offboardings, store } = offboardingChat();
    offboardings.agreement = async () => {
      await store.commit({ tenants: [leaving()] });
      return { tenant: leaving(), facts: [] };
    };
    const reply = await press('offboarding.decide', typed);
    const { planHash, version } = typed;
    const steps = ['assignments', 'consent'];
    assert.deepEqual(offboardings.decisions, [
      { tenantId: contoso, by: alex, conversationId: 'chat', language: 'en', planHash, steps, version },
    ]);
    assert.equal(stageOn(reply.card), 'grace');
    assert.deepEqual(reply.view, { kind: 'offboarding', tenantId: contoso, offboardingId });
    assert.equal(reply.othersMustSee, true);
  });

  it('does nothing with another name, and keeps what was chosen and typed', async () => {
    const { press, offboardings } = offboardingChat();
    for (const name of ['Fabrikam', '', 'Contoso']) {
      const reply = await press('offboarding.decide', { ...typed, name });
      assertSays(reply, nameExpected(tenant, en));
      assert.ok(!saying(reply).includes(planChanged(tenant, en)));
      // Beside the input, where the person looks, and not at the top of a card that is longer than a screen.
      const { body } = reply.card as { readonly body: readonly object[] };
      const at = body.findIndex((each) => JSON.stringify(each).includes(nameExpected(tenant, en)));
      assert.equal((body[at + 1] as { readonly id?: string } | undefined)?.id, 'name');
      assert.deepEqual(inputsOf(reply.card), { steps: typed.steps, name });
    }
    assert.deepEqual(offboardings.decisions, []);
  });

  it('is told which name is expected', () => {
    assert.equal(confirmationName(tenant), 'Contoso Ltd');
    assert.ok(nameExpected(tenant, en).endsWith(confirmationName(tenant)));
  });

  it('does nothing from a card that does not say what it was drawn from', async () => {
    const { press, offboardings } = offboardingChat();
    const { version, planHash, ...rest } = typed;
    for (const data of [
      { ...rest, planHash },
      { ...rest, version },
    ]) {
      assertSays(await press('offboarding.decide', data), refusalNotice('outdated', tenant, en));
    }
    assert.deepEqual(offboardings.decisions, []);
  });

  it('is told with the wrong name that the plan is another one by now', async () => {
    const { press, offboardings } = offboardingChat();
    offboardings.read = offboardings.read && { ...offboardings.read, planHash: 'hash-2' };
    const reply = await press('offboarding.decide', { ...typed, name: 'Fabrikam' });
    assertSays(reply, planChanged(tenant, en));
    assertSays(reply, nameExpected(tenant, en));
    assert.equal(pressables(reply.card).find(({ verb }) => verb === 'offboarding.decide')?.data?.planHash, 'hash-2');
  });

  it('reads the plan anew when it has changed, and types the name again', async () => {
    const { press, offboardings } = offboardingChat();
    const plan = aPlan({ subscriptions: { value: [anOldSubscription({ status: 'active' })] } });
    const changed = offboardings.read && { ...offboardings.read, plan, planHash: 'hash-2' };
    assert.ok(changed);
    offboardings.agreement = async () => ({ changed });
    const reply = await press('offboarding.decide', typed);
    assertSays(reply, planChanged(tenant, en));
    assert.equal(inputsOf(reply.card).name, '');
    assert.equal(pressables(reply.card)[0]?.data?.planHash, 'hash-2');
  });

  it('chooses something, where there is something to choose', async () => {
    const { press, offboardings } = offboardingChat();
    offboardings.agreement = async () => ({ tenant, facts: [], refused: 'noSteps' });
    const reply = await press('offboarding.decide', { ...typed, steps: '' });
    assertSays(reply, refusalNotice('noSteps', tenant, en));
    assert.deepEqual(inputsOf(reply.card), { steps: '', name: 'contoso LTD' });
  });

  it('is told why it was refused on the tenant’s card', async () => {
    const { press, offboardings } = offboardingChat();
    offboardings.agreement = async () => ({ tenant, facts: [], refused: 'busy' });
    const reply = await press('offboarding.decide', typed);
    assertSays(reply, refusalNotice('busy', tenant, en));
    assert.equal(reply.view?.kind, 'tenant');
  });

  it('is not told that nothing was done when that is not known', async () => {
    const { press, offboardings, clock, store } = offboardingChat();
    let answers: (value: unknown) => void = () => undefined;
    offboardings.pause = new Promise((resolve) => {
      answers = resolve;
    });
    offboardings.agreement = async () => {
      await store.commit({ tenants: [leaving()] });
      return { tenant: leaving(), facts: [] };
    };
    const answer = press('offboarding.decide', typed);
    await clock.passes(6);
    const reply = await answer;
    assertSays(reply, decisionSlow(tenant, en));
    assert.ok(!saying(reply).includes(en.replies.nothingDone));
    // The card is the tenant's, which says so once it was decided.
    assert.equal(reply.view?.kind, 'tenant');
    answers(undefined);
    await clock.passes(1);
    assert.ok(store.tenant(contoso)?.offboarding);
  });

  it('presses twice and decides once', async () => {
    const { press, offboardings } = offboardingChat(leaving());
    const reply = await press('offboarding.decide', typed);
    assert.deepEqual(reply.card, (await press('offboarding.show', { offboardingId })).card);
    assert.deepEqual(offboardings.decisions, []);
  });

  it('is told when another admin was faster', async () => {
    const begun = leaving(anOffboarding({ by: megan }));
    const { press, offboardings } = offboardingChat(begun);
    assertSays(await press('offboarding.decide', typed), refusalNotice('offboardingUnderWay', begun, en));
    assert.equal(stageOn((await press('offboarding.plan', {})).card), 'grace');
    assert.deepEqual([offboardings.decisions, offboardings.reads], [[], 0]);
  });

  it('sees the offboarding when another admin decided while the plan was read', async () => {
    for (const [verb, data] of [
      ['offboarding.plan', {}],
      ['offboarding.decide', { ...typed, name: 'Fabrikam' }],
    ] as const) {
      const { press, offboardings, store } = offboardingChat();
      offboardings.pause = Promise.resolve().then(() =>
        store.commit({ tenants: [leaving(anOffboarding({ by: megan }))] }),
      );
      offboardings.read = verb === 'offboarding.plan' ? offboardings.read : undefined;
      assert.equal(stageOn((await press(verb, data)).card), 'grace');
    }
  });
});
