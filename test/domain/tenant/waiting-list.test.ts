// What waits for a person, each tenant once.
import assert from 'node:assert/strict';
import { WaitingIndex } from '../../../src/domain/tenant/waiting-list.js';
import { addDays } from '../../../src/domain/time.js';
import { now, tenantBy } from '../../support/builders.js';

describe('all that waits', () => {
  it('has a tenant once, with the worst that waits there by then', () => {
    const { onboarding, ...issues } = tenantBy.issuesFound();
    assert.ok(onboarding);
    const coverage = { is: 'ends', on: addDays(now, 40), relationshipId: 'r' } as const;
    const { relationship: _, ...known } = onboarding;
    const index = new WaitingIndex([{ ...issues, onboarding: { ...known, coverage } }]);
    const at = (day: number) => index.waiting(addDays(now, day)).map(({ waiting }) => waiting.matter);
    assert.deepEqual([at(0), at(20)], [['issues'], ['ends']]);
  });
});
