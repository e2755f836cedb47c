// How often a step that fails is tried again.
import assert from 'node:assert/strict';
import { afterFailure, type Retry } from '../../../src/domain/access/retry.js';
import type { Problem } from '../../../src/domain/problem.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds, secondsBetween } from '../../../src/domain/time.js';
import { now, tenantBy } from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const tried = { step: 'assignAccess', groupId: 'group' } as const;

/** Every failure within so many seconds, one as soon as the one before allows. */
const failures = (seconds: number, problemOf: (tries: number) => Problem): readonly Retry[] => {
  const all: Retry[] = [];
  for (let at = now; secondsBetween(now, at) < seconds; ) {
    const retry = afterFailure(all.at(-1), { tried, problem: problemOf(all.length), retryAfterSeconds: 0 }, at);
    all.push(retry);
    at = retry.nextAt;
  }
  return all;
};

describe('a step that does not get through', () => {
  for (const [what, problemOf] of [
    ['is refused for the same reason', () => ({ reason: 'notPossibleNow' })],
    // No reason lasts for the five minutes that would make a verdict of it.
    ['now is not found and now is not answered', (tries) => ({ reason: tries % 2 ? 'notFound' : 'unreachable' })],
  ] as const satisfies readonly (readonly [string, (tries: number) => Problem])[]) {
    it(`is tried less and less often while it ${what}`, () => {
      const day = failures(86_400, problemOf);
      assert.ok(day.length < 60, `${day.length} tries in a day`);
      assert.ok(failures(300, problemOf).length >= 4, 'and often enough at first');
    });
  }
});

describe('a tenant that is being offboarded while a step of its onboarding was put off', () => {
  it('is looked at for the offboarding alone, whatever the wall clock does', () => {
    const [retry] = failures(1, () => ({ reason: 'notPossibleNow' }));
    const approved = tenantBy.approved();
    assert.ok(retry && approved.onboarding);
    const offboarding = anOffboarding();
    const leaving: Tenant = { ...approved, offboarding, onboarding: { ...approved.onboarding, retries: [retry] } };
    // The last try lies in what is the future by now.
    const stepped = addSeconds(now, -3600);
    const noticed = { reconcileSeconds: 300, byEvents: false };
    assert.equal(
      secondsToNextCheck(leaving, stepped, noticed),
      secondsToNextCheck({ ...approved, offboarding }, stepped, noticed),
    );
  });
});
