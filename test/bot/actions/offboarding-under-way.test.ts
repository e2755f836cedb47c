// The buttons of an offboarding that has been decided, has begun or has stopped; and clients that ask by themselves.
import assert from 'node:assert/strict';
import { refusalNotice } from '../../../src/views/explain/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { contoso, megan, tenantBy } from '../../support/builders.js';
import { verbsOf } from '../../support/card-reading.js';
import { assertSays, offboardingChat, ofOffboarding, typed } from '../../support/offboarding-chat.js';
import { anOffboarding, leaving, offboardingBy, offboardingId } from '../../support/offboarding-scenes.js';
import { stageOn } from '../../support/wording.js';

const noSuch = refusalNotice('noSuchOffboarding', leaving(), en);

describe('Undo', () => {
  it('works from an older card as well: it means this offboarding', async () => {
    const { press, store } = offboardingChat(leaving());
    await press('offboarding.undo', { offboardingId, version: 1 });
    assert.equal(store.tenant(contoso)?.offboarding, undefined);
    const again = await press('offboarding.undo', { offboardingId, version: 1 });
    assert.deepEqual([again.view?.kind, stageOn(again.card)], ['offboarding', 'dropped']);
    assert.deepEqual(verbsOf(again.card), ['tenant.open']);
  });

  it('comes too late once it has begun, and says so', async () => {
    const running = leaving(offboardingBy.running());
    const { press, store } = offboardingChat(running);
    assertSays(await press('offboarding.undo', ofOffboarding), refusalNotice('tooLate', running, en));
    assert.ok(store.tenant(contoso)?.offboarding);
  });

  it('of an earlier offboarding leaves the present one alone', async () => {
    const { press, store } = offboardingChat(leaving(anOffboarding({ id: 'e0000000-0000-4000-8000-000000000002' })));
    await press('offboarding.undo', ofOffboarding);
    assert.ok(store.tenant(contoso)?.offboarding);
  });
});

describe('an offboarding that has stopped', () => {
  it('is tried again, once', async () => {
    const { press, contoso: tenant } = offboardingChat(leaving(offboardingBy.stopped()));
    const reply = await press('offboarding.retry', ofOffboarding);
    assert.equal(stageOn(reply.card), 'running');
    assert.deepEqual(tenant().offboarding?.tasks[1]?.state, { is: 'due' });
    const after = tenant();
    assert.equal(stageOn((await press('offboarding.retry', ofOffboarding)).card), 'running');
    assert.equal(tenant(), after);
  });

  it('goes on without what was refused only after a question', async () => {
    const { press, contoso: tenant } = offboardingChat(leaving(offboardingBy.stopped()));
    const before = tenant();
    const question = await press('offboarding.askLeaveRest', ofOffboarding);
    assert.ok(verbsOf(question.card).includes('offboarding.leaveRest'));
    assert.equal(tenant(), before);
    const reply = await press('offboarding.leaveRest', ofOffboarding);
    assert.equal(tenant().offboarding?.tasks[1]?.state.is, 'left');
    assertSays(reply, 'Alex Wilber');
    assert.equal(stageOn(reply.card), 'running');
  });

  it('is not answered from an older card, on which something else was refused', async () => {
    const { press, contoso: tenant } = offboardingChat(leaving(offboardingBy.stopped()));
    const before = tenant();
    const reply = await press('offboarding.leaveRest', { offboardingId, version: 1 });
    assertSays(reply, refusalNotice('outdated', before, en));
    assert.equal(tenant(), before);
  });

  it('is not asked about while it runs', async () => {
    const { press } = offboardingChat(leaving(offboardingBy.running()));
    const reply = await press('offboarding.askLeaveRest', ofOffboarding);
    assertSays(reply, noSuch);
    assert.ok(!verbsOf(reply.card).includes('offboarding.leaveRest'));
  });
});

describe('a client that asks by itself about an offboarding', () => {
  const verbs = [
    'offboarding.plan',
    'offboarding.decide',
    'offboarding.review',
    'offboarding.approve',
    'offboarding.undo',
    'offboarding.leaveRest',
  ] as const;
  for (const verb of verbs) {
    it(`reads nothing and does nothing: ${verb}`, async () => {
      const isBefore = verb === 'offboarding.decide' || verb === 'offboarding.plan';
      const { press, offboardings, contoso: tenant } = offboardingChat(isBefore ? tenantBy.approved() : leaving());
      const before = tenant();
      await press(verb, { ...typed, ...(before.offboarding && ofOffboarding) }, megan, true);
      assert.deepEqual([offboardings.reads, offboardings.decisions, offboardings.approvals], [0, [], []]);
      assert.equal(tenant(), before);
    });
  }
});
