// What one customer proves of the access template for all others.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EvidenceIndex } from '../../../src/domain/onboarding/template-evidence.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { aTemplate, aTenant, bothAssigned, tenantBy } from '../../support/builders.js';

const evidenceFor = (...[template, tenants]: [ReturnType<typeof aTemplate>, readonly Tenant[]]) => {
  const index = new EvidenceIndex(template, () => tenants);
  index.update(tenants.map((tenant) => [tenant.tenantId, tenant]));
  return index.found;
};

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

  it('is kept up, change by change, as it would be found anew', () => {
    const ids = ['1', '2', '3'].map((end) => `10000000-0000-4000-8000-00000000000${end}`);
    const aChange = fc.record({
      tenantId: fc.constantFrom(...ids),
      assigned: fc.subarray([...bothAssigned]),
      isOurs: fc.boolean(),
      isGone: fc.boolean(),
    });
    const property = fc.property(fc.array(fc.array(aChange, { maxLength: 3 }), { maxLength: 12 }), (batches) => {
      const tenants = new Map<string, Tenant>();
      const kept = new EvidenceIndex(template, () => tenants.values());
      for (const batch of batches) {
        const before = kept.found;
        for (const { tenantId, assigned, isOurs, isGone } of batch) {
          const { onboarding, ...approved } = tenantBy.approved();
          assert.ok(onboarding?.relationship);
          const relationship = {
            ...onboarding.relationship,
            displayName: isOurs ? `Gatehouse-${tenantId}-1` : 'another',
          };
          if (isGone) tenants.delete(tenantId);
          else
            tenants.set(tenantId, {
              ...{ ...approved, tenantId },
              onboarding: { ...onboarding, relationship, assignments: assigned },
            });
        }
        const changed = new Set(batch.map(({ tenantId }) => tenantId));
        kept.update([...changed].map((tenantId) => [tenantId, tenants.get(tenantId)]));
        assert.deepEqual(kept.found, evidenceFor(template, [...tenants.values()]));
        if (JSON.stringify(kept.found) === JSON.stringify(before)) assert.equal(kept.found, before);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});
