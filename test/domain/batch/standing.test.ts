// How far the ends of earlier relationships are that a batch has asked for, and what is said of them.
import assert from 'node:assert/strict';
import { endingStandingOf } from '../../../src/domain/batch/standing.js';
import type { Onboarding } from '../../../src/domain/tenant/onboarding.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { endingLines } from '../../../src/views/batch/standing-lines.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { alex, now, tenantBy } from '../../support/builders.js';
import { leaving, offboardingBy } from '../../support/offboarding-scenes.js';

const approvedWith = (more: Partial<Onboarding>): Tenant => {
  const tenant = tenantBy.approved();
  assert.ok(tenant.onboarding);
  return { ...tenant, onboarding: { ...tenant.onboarding, ...more } };
};
const earlierEnding = { by: alex, at: now, relationshipId: 'relationship-0', displayName: 'Earlier' };

describe('how far earlier relationships have ended', () => {
  const failed = approvedWith({ earlierEndFailed: { at: now, failure: { why: 'unconfirmed' } } });
  const tenants = [tenantBy.approved(), approvedWith({ earlierEnding }), failed];
  const meanwhile = [tenantBy.notConfigured(), leaving(offboardingBy.stopped())];

  it('is counted by what is known of each tenant', () => {
    assert.deepEqual(endingStandingOf(tenants), { ended: 1, underWay: 1, failed: 1, unfollowed: 0 });
  });

  it('isn’t claimed of a tenant that was disabled meanwhile or is being offboarded', () => {
    assert.deepEqual(endingStandingOf(meanwhile), { ended: 0, underWay: 0, failed: 0, unfollowed: 2 });
    for (const language of languages) {
      const words = wordsIn(language);
      const said = endingLines(endingStandingOf(meanwhile), words);
      assert.deepEqual(said, [words.batches.standing.endUnknown({ count: 2 })]);
    }
  });
});
