// Relationships and assignments in every state that Microsoft may have them in while they are to be removed.

import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../../src/domain/access/relationship.js';
import { MicrosoftError, NotFound, Refused } from '../../../../src/domain/errors.js';
import { planOf } from '../../../../src/domain/offboarding/plan.js';
import { readInventory } from '../../../../src/operations/offboarding/read-inventory.js';
import { decided, writes } from '../../../support/a-decided-offboarding.js';
import { alex, aRelationship, aTenant, contoso, having } from '../../../support/builders.js';
import { down } from '../../../support/fake-microsoft.js';
import { TiedMicrosoft } from '../../../support/microsoft-with-inventory.js';
import { anOffboarding } from '../../../support/offboarding-builders.js';

describe('relationships that are not active', () => {
  const inStatus = async (status: 'created' | 'activating') => {
    const microsoft = new TiedMicrosoft();
    microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
    const w = await decided({ steps: ['relationships'] });
    w.microsoft.listedRelationships = microsoft.listedRelationships;
    await w.store.commit({
      tenants: [
        having(aTenant(), {
          type: 'offboardingDecided',
          by: alex,
          offboarding: anOffboarding({ steps: ['relationships'] }, planOf(await readInventory(w, contoso))),
        }),
      ],
    });
    w.microsoft.asked.splice(0);
    await w.clock.passes(300);
    return w;
  };

  it('are deleted if the customer was never asked', async () => {
    const w = await inStatus('created');
    await w.looks();
    assert.deepEqual(writes(w.microsoft.asked), ['relationships.delete']);
  });

  it('are waited for while Microsoft sets them up, and then terminated', async () => {
    const w = await inStatus('activating');
    await w.looks();
    assert.deepEqual(writes(w.microsoft.asked), []);
    w.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    await w.clock.passes(60);
    await w.looks();
    assert.deepEqual(w.microsoft.done, ['relationship']);
  });
});

describe('an assignment', () => {
  const meets = async (assignment: 'pending' | 'active', relationship: RelationshipStatus) => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationships.find', () => {
      w.microsoft.meanwhile.clear();
      w.microsoft.listedRelationships = [{ ...aRelationship({ status: relationship }), customerTenantId: contoso }];
    });
    w.microsoft.assignments = w.microsoft.assignments.map((each) => ({ ...each, status: assignment }));
    await w.looks();
    return w;
  };

  it('that Microsoft still sets up is waited for', async () => {
    const w = await meets('pending', 'active');
    assert.deepEqual(writes(w.microsoft.asked), []);
    assert.equal(w.stage(), 'running');
  });

  it('whose relationship Microsoft does not know any more is gone', async () => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationships.accessAssignments', () => {
      if (w.stage() === 'running') throw new NotFound('gone', { reason: 'notFound' });
    });
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.removedCount, 2);
  });

  it('that goes with its relationship is not asked for, and gone once that is over', async () => {
    const w = await meets('active', 'terminating');
    assert.deepEqual(writes(w.microsoft.asked), []);
    w.microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.removedCount, 2);
  });
});

describe('a relationship that changes while its offboarding runs', () => {
  const meets = async (status: RelationshipStatus) => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationships.find', () => {
      w.microsoft.meanwhile.clear();
      w.microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
    });
    await w.looks();
    return w;
  };

  it('into a request stops at once, for there is nothing to ask Microsoft for', async () => {
    const w = await meets('approvalPending');
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, {
      why: 'inTheWay',
      obstacle: 'pendingInvitation',
    });
    assert.deepEqual(writes(w.microsoft.asked), []);
  });

  it('and is not set up for an hour is asked for all the same, so that Microsoft says why not', async () => {
    const w = await meets('activating');
    w.microsoft.failing.set('relationships.terminate', new Refused('400', { reason: 'notAccepted' }));
    await w.clock.passes(3599);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.equal(task?.state.is === 'refused' && task.state.refusal.why, 'microsoft');
  });

  it('to its end by somebody else’s doing was not asked for by us', async () => {
    const w = await meets('terminating');
    w.microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    w.microsoft.failing.set('relationships.listFor', down);
    await assert.rejects(w.looks(), MicrosoftError);
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state, { is: 'proved', at: w.clock.now() });
  });
});
