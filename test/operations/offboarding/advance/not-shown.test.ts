// A removal counts as done once a reading shows it, and as not confirmed after an hour.

import assert from 'node:assert/strict';
import { AccessDenied } from '../../../../src/domain/errors.js';
import { decided } from '../../../support/a-decided-offboarding.js';
import { denied } from '../../../support/fake-microsoft.js';

describe('a removal that does not show', () => {
  it('is asked for once, looked at for an hour, and then told as not confirmed', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    await w.clock.passes(3599);
    await w.looks();
    assert.deepEqual([w.stage(), w.microsoft.done], ['running', ['delegatedAdmin']]);
    await w.clock.passes(1);
    await w.looks();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, { why: 'unconfirmed' });
    assert.deepEqual(w.microsoft.done, ['delegatedAdmin']);
  });

  it('is not proved by a check that fails', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.failing.set('customers.relationshipToPartner', denied);
    await assert.rejects(w.looks(), denied);
    assert.equal(w.states().delegatedAdmin, 'sent');
  });

  it('waits for somebody to sign in, however long that takes', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    const lost = new AccessDenied('expired', { reason: 'signInExpired' });
    w.microsoft.failing.set('customers.relationshipToPartner', lost);
    await w.clock.passes(86_400);
    await assert.rejects(w.looks(), lost);
    assert.equal(w.stage(), 'running');
    w.microsoft.works();
    w.microsoft.failing.clear();
    await w.looks();
    assert.equal([...w.store.certificates()].length, 1);
  });

  it('is told as not confirmed after an hour even if Microsoft does not let us see', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.failing.set('customers.relationshipToPartner', denied);
    await w.clock.passes(3600);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
  });

  it('of a consent is not proved by our having no way in any more', async () => {
    const w = await decided({ steps: ['consent'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.consentThere = 'noWayIn';
    await w.looks();
    assert.equal(w.states().consent, 'sent');
  });
});
