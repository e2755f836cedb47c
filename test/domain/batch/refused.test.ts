// Why tenants are left as they are: what doesn't apply is told apart, so that people learn what would.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import { batchActionNames } from '../../../src/domain/batch/batch.js';
import { batchPlanOf } from '../../../src/domain/batch/plan.js';
import { becauseOf } from '../../../src/domain/batch/refused.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays } from '../../../src/domain/time.js';
import { alex, now, tenantBy } from '../../support/builders.js';

const noTags = { added: [], removed: [] };

const covered = (coverage: Omit<Coverage, 'on' | 'relationshipId'> | undefined): Tenant => {
  const { onboarding: known, ...tenant } = tenantBy.approved();
  assert.ok(known);
  const { relationship: _, coverage: __, ...onboarding } = known;
  const whole = coverage && { on: addDays(now, 20), relationshipId: 'r', ...coverage };
  return { ...tenant, onboarding: whole ? { ...onboarding, coverage: whole } : onboarding };
};

describe('why tenants are left as they are', () => {
  it('says of access that isn’t kept what it lacks, in groups', () => {
    const tenants = [
      covered({ is: 'blocked', keep: 'removeGlobalAdministrator' }),
      covered({ is: 'blocked', keep: 'removeGlobalAdministrator' }),
      covered({ is: 'ended' }),
      covered({ is: 'successorWaits' }),
      covered(undefined),
    ].map((tenant, index) => ({ ...tenant, tenantId: `tenant-${index}` }));
    const asker = { action: { do: 'keepAccess' }, by: alex, conversationId: 'chat' } as const;
    assert.deepEqual(batchPlanOf(asker, tenants, 60).refused, [
      { why: 'onlyWithoutGlobalAdministrator', count: 2 },
      { why: 'accessEnded', count: 1 },
      { why: 'noKnownEnd', count: 1 },
      { why: 'successorWaits', count: 1 },
    ]);
  });

  it('says nothing more of access that is kept by now, or was read too early to say', () => {
    const asked = { do: 'keepAccess' } as const;
    for (const coverage of [{ is: 'rollsOver' }, { is: 'ends' }] as const)
      assert.equal(becauseOf('doesNotApply', asked, covered(coverage)), undefined);
  });

  it('leaves every other reason as it is', () => {
    const tenant = covered(undefined);
    const because = batchActionNames.map((name) =>
      [name, becauseOf('doesNotApply', { do: name, ...noTags }, tenant)].join(' '),
    );
    assert.deepEqual(because.filter((each) => !each.endsWith(' ')).sort(), [
      'enable newRequestWontHelp',
      'endEarlier notApproved',
      'keepAccess noKnownEnd',
      'revalidate awaitsCustomer',
    ]);
    for (const name of batchActionNames)
      assert.equal(becauseOf('notOnboarded', { do: name, ...noTags }, tenant), undefined);
  });
});
