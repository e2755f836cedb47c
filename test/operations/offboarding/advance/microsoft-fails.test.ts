// An offboarding while Microsoft fails, hides something, or no one is signed in.

import assert from 'node:assert/strict';
import { AccessDenied, MicrosoftError, Refused, UnexpectedAnswer } from '../../../../src/domain/errors.js';
import { decided, writes } from '../../../support/a-decided-offboarding.js';
import { alex, having, tenantBy } from '../../../support/builders.js';
import { denied, down } from '../../../support/fake-microsoft.js';

describe('a fault of Microsoft’s', () => {
  it('is waited for, and told after an hour', async () => {
    const w = await decided({ steps: ['consent', 'delegatedAdmin'] });
    w.microsoft.failing.set('consents.withdraw', down);
    await w.clock.passes(300);
    await assert.rejects(w.looks(), down);
    await w.clock.passes(3599);
    await assert.rejects(w.looks(), down);
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
    assert.deepEqual(
      [...w.store.deliveries()].map((due) => due.kind === 'tenant' && due.news),
      ['offboardingStopped'],
    );
  });

  it('leaves the whole patience for what is not possible right after it', async () => {
    const w = await decided({ steps: ['relationships'] });
    w.microsoft.failing.set('relationships.terminate', down);
    await w.clock.passes(300);
    await assert.rejects(w.looks(), down);
    await w.clock.passes(600);
    w.microsoft.failing.set('relationships.terminate', new Refused('409', { reason: 'notPossibleNow' }));
    await w.looks();
    await w.clock.passes(299);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  /** Everything is removed, and this part cannot be read. */
  const unreadAtEnd = async (call: 'purchases.subscriptions' | 'relationships.listFor', problem: MicrosoftError) => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    w.microsoft.failing.set(call, problem);
    return w;
  };
  /** Looks every five minutes for so many hours. */
  const looksFor = async (w: Awaited<ReturnType<typeof decided>>, hours: number) => {
    for (let each = 0; each < hours * 12 && w.offboarding(); each += 1) {
      await w.looks().catch(() => undefined);
      await w.clock.passes(300);
    }
  };
  const odd = new UnexpectedAnswer('odd', { reason: 'unexpectedAnswer' });

  it('at the end is waited for a day, and then certified as not known', async () => {
    const w = await unreadAtEnd('purchases.subscriptions', odd);
    await looksFor(w, 23.9);
    assert.equal([...w.store.certificates()].length, 0);
    await looksFor(w, 0.5);
    const [certificate] = w.store.certificates();
    // The relationship, its two assignments, the consent, the reseller relationship, and what is not known.
    assert.equal(certificate?.remainsCount, 6);
  });

  it('at the end is waited for even where it is a refusal, if it hides the relationships', async () => {
    const w = await unreadAtEnd('relationships.listFor', denied);
    await looksFor(w, 1);
    assert.equal(w.stage(), 'running');
  });

  it('does not hold up what can be removed beside it', async () => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationships.removeAssignment', () => {
      // The first one only.
      const isFirst = writes(w.microsoft.asked).length === 1;
      if (isFirst) throw down;
    });
    // Without a consent to withdraw afterwards, both have their turn at once.
    const offboarding = w.offboarding();
    assert.ok(offboarding);
    const tasks = offboarding.tasks.map((task) =>
      task.target.kind === 'assignment' ? { ...task, target: { ...task.target, isKey: false } } : task,
    );
    await w.store.commit({
      tenants: [
        having(tenantBy.approved(), { type: 'offboardingDecided', by: alex, offboarding: { ...offboarding, tasks } }),
      ],
    });
    await assert.rejects(w.looks(), down);
    assert.deepEqual(w.microsoft.done, ['assignment 2']);
  });

  it('at the end does not last while the process is down', async () => {
    const w = await unreadAtEnd('purchases.subscriptions', odd);
    await looksFor(w, 1);
    await w.clock.passes(2 * 86_400);
    await looksFor(w, 1);
    assert.equal(w.stage(), 'running');
  });

  it('at the end is not what somebody has to sign in for', async () => {
    const w = await unreadAtEnd('purchases.subscriptions', new AccessDenied('x', { reason: 'signInExpired' }));
    await looksFor(w, 30);
    assert.equal(w.stage(), 'running');
  });
});

describe('an offboarding while nobody is signed in', () => {
  const lost = new AccessDenied('expired', { reason: 'signInExpired' });

  it('waits, and goes on by itself', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.microsoft.failing.set('relationships.terminate', lost);
    await assert.rejects(w.runs(), lost);
    assert.equal(w.stage(), 'running');
    w.microsoft.failing.clear();
    await w.runs();
    assert.equal([...w.store.certificates()].length, 1);
  });

  for (const call of ['relationships.listFor', 'customers.relationshipToPartner'] as const) {
    it(`does not end before it has been read what is left (${call})`, async () => {
      const w = await decided({ steps: ['relationships'] });
      await w.clock.passes(300);
      await w.looks();
      w.microsoft.works();
      w.microsoft.failing.set(call, lost);
      await assert.rejects(w.looks(), MicrosoftError);
      assert.equal([...w.store.certificates()].length, 0);
      w.microsoft.failing.clear();
      await w.looks();
      assert.equal([...w.store.certificates()].length, 1);
    });
  }
});

describe('what we may never read', () => {
  it('does not keep an offboarding from its end, which says that it is unknown', async () => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    w.microsoft.failing.set('customers.relationshipToPartner', denied);
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.remainsCount, 2);
  });
});
