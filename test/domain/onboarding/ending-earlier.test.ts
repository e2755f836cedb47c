// An earlier relationship is ended only while everything works by the one that took its place, also after the yes.
import assert from 'node:assert/strict';
import { takesPlace } from '../../../src/domain/batch/batch-command.js';
import { nextStep } from '../../../src/domain/onboarding/steps.js';
import type { Onboarding } from '../../../src/domain/tenant/onboarding.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTemplate, now, tenantBy } from '../../support/builders.js';

const earlier = [{ id: 'earlier-1', displayName: 'Earlier 1' }];
const earlierEnding = { by: alex, at: now, relationshipId: 'earlier-1', displayName: 'Earlier 1' };
const step = (tenant: Tenant, changes: Partial<Onboarding> = {}) => {
  assert.ok(tenant.onboarding);
  const onboarding: Onboarding = { ...tenant.onboarding, earlier, earlierEnding, ...changes };
  return nextStep({ ...tenant, onboarding }, onboarding, aTemplate(), now)?.do;
};

describe('the end of an earlier relationship', () => {
  it('is asked for once, while the tenant is Approved', () => {
    assert.equal(step(tenantBy.approved()), 'endEarlier');
    assert.equal(step(tenantBy.approved(), { earlierEnding: { ...earlierEnding, sentAt: now } }), undefined);
    assert.equal(step(tenantBy.approved(), { earlier: undefined }), undefined);
    assert.notEqual(step({ ...tenantBy.approved(), status: 'issuesFound' }), 'endEarlier');
  });

  it('waits while a group still has to move over', () => {
    assert.equal(step(tenantBy.approved(), { assignments: [] }), 'assignAccess');
  });

  it('takes a place in its batch until Microsoft was asked', () => {
    const tenant = tenantBy.approved();
    assert.ok(tenant.onboarding);
    const { onboarding } = tenant;
    const takes = (changes: Partial<Onboarding>) =>
      takesPlace({ do: 'endEarlier' }, { ...tenant, onboarding: { ...onboarding, earlier, ...changes } }, now);
    assert.deepEqual(
      [takes({ earlierEnding }), takes({ earlierEnding: { ...earlierEnding, sentAt: now } }), takes({})],
      [true, false, false],
    );
  });
});
