// A tenant whose instants are in the future, because the wall clock was set back since.
import assert from 'node:assert/strict';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { isStillRepeated } from '../../../src/domain/problem.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import { dueByAge, secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { isRepeated } from '../../../src/domain/tenant/repeat.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds, secondsSince } from '../../../src/domain/time.js';
import {
  alex,
  anObservation,
  aTemplate,
  aTenant,
  contoso,
  enabled,
  now,
  seen,
  tenantBy,
} from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { steps } from '../../support/steps.js';

const reconciles = { reconcileSeconds: 300, byEvents: false };
const slow = { reconcileSeconds: 3600, byEvents: true };

for (const [step, seconds] of steps) {
  // What began ten seconds ago by a clock that has been set since.
  const stepped = addSeconds(now, 10 + seconds);

  describe(`a tenant, after the wall clock has stepped by ${step}`, () => {
    it('is not looked at without a pause, and never later than by the next reconcile', () => {
      for (const tenant of [tenantBy.awaitingMicrosoft(), tenantBy.needsApproval()]) {
        for (const noticed of [reconciles, slow]) {
          const next = secondsToNextCheck(tenant, stepped, noticed);
          assert.ok(next === undefined || (next >= 1 && next < noticed.reconcileSeconds), `${tenant.status}: ${next}`);
        }
      }
    });

    it('is looked at in time when its offboarding is to begin', () => {
      const offboarding = anOffboarding();
      const next = secondsToNextCheck(
        { ...aTenant(), offboarding },
        addSeconds(offboarding.at, 10 + seconds),
        reconciles,
      );
      assert.ok(next !== undefined && next <= offboarding.graceSeconds, String(next));
    });

    it('hears of a check that goes on failing, at the latest after the usual minute', () => {
      const problem = { reason: 'unreachable' } as const;
      const isRepeatedAt = (later: number) => isStillRepeated(problem, now, addSeconds(stepped, later));
      assert.equal([0, 100].every(isRepeatedAt), false);
    });
  });
}

describe('a tenant that was looked at in what is the future by now', () => {
  const approved = seen(aTenant(enabled), anObservation());
  const earlier = addSeconds(now, -40 * 86_400);
  const checkedAt = (tenant: Tenant) => tenant.onboarding?.checkedAt;

  it('is due for a check, which is then kept, so that it is not due at every reconcile', () => {
    assert.equal(checkedAt(approved), now);
    assert.equal(dueByAge(earlier)(approved), true);
    assert.ok(approved.onboarding);
    const read = readObservation(contoso, approved.onboarding, anObservation(), aTemplate());
    const looked = read.reduce((tenant, each) => evolve(tenant, { ...each, at: earlier }), approved);
    assert.equal(checkedAt(looked), earlier);
    assert.equal(dueByAge(earlier)(looked), false);
  });
});

describe('a click from an older card, after the wall clock has stepped', () => {
  const enable = { do: 'enable', by: alex, conversationId: 'chat' } as const;

  it('is the second half of a double click when the clock has stepped by seconds in between', () => {
    assert.equal(isRepeated(enable, aTenant(enabled), addSeconds(now, -30)), true);
  });

  it('is meant anew after a longer step back, and not taken for a repetition until the clock has caught up', () => {
    assert.equal(isRepeated(enable, aTenant(enabled), addSeconds(now, -3600)), false);
  });
});

describe('how long something has lasted', () => {
  it('is never negative', () => {
    assert.equal(secondsSince(now, addSeconds(now, 5)), 5);
    assert.equal(secondsSince(now, addSeconds(now, -5)), 5);
  });
});
