// What one customer proves of the access template for all others.
import assert from 'node:assert/strict';
import { evidenceFor } from '../../../src/domain/onboarding/template-evidence.js';
import { aTemplate, aTenant, bothAssigned, tenantBy } from '../../support/builders.js';

describe('what is known to be good of the access template', () => {
  const template = aTemplate();
  const groupNames = template.assignments.map(({ groupName }) => groupName);

  it('is nothing while no customer has any of it', () => {
    assert.deepEqual(evidenceFor(template, [aTenant()]), { isRequestTaken: false, groupNames: [] });
  });

  it('is the request where a relationship of ours has every role, and each group that holds access', () => {
    assert.deepEqual(evidenceFor(template, [aTenant(), tenantBy.approved()]), { isRequestTaken: true, groupNames });
  });

  it('is not a group whose assignment waits or failed', () => {
    const [first, ...others] = bothAssigned;
    assert.ok(first);
    const approved = tenantBy.approved();
    const { onboarding } = approved;
    assert.ok(onboarding);
    const waiting = {
      ...approved,
      onboarding: { ...onboarding, assignments: [{ ...first, status: 'pending' as const }, ...others] },
    };
    const pending = template.assignments.find(({ groupId }) => groupId === first.groupId)?.groupName;
    assert.deepEqual(
      evidenceFor(template, [waiting]).groupNames,
      groupNames.filter((name) => name !== pending),
    );
  });
});
