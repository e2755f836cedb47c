// What time does to a tenant: which moment each wait counts from, and what is kept meanwhile.
import assert from 'node:assert/strict';
import type { Observation } from '../../../src/domain/access/observation.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { settle } from '../../../src/domain/onboarding/settle.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  contoso,
  enabled,
  now,
  tenantBy,
} from '../../support/builders.js';

/** So many seconds after everything began. */
const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

const factData = (tenant: Tenant, seconds: number, ...facts: readonly FactData[]): Tenant =>
  facts.reduce((each, next) => evolve(each, { ...next, at: later(seconds) }), tenant);

/** The tenant after a check that is made so many seconds later. */
const looked = (tenant: Tenant, seconds: number, look: Observation): Tenant => {
  assert.ok(tenant.onboarding);
  const read = factData(tenant, seconds, ...readObservation(contoso, tenant.onboarding, look, aTemplate()));
  assert.ok(read.onboarding);
  return factData(read, seconds, ...settle(read, read.onboarding, aTemplate(), later(seconds)));
};

const limitationsOf = ({ onboarding }: Tenant) => onboarding?.limitations.map(({ code }) => code);
const activating = anObservation({ relationships: [aRelationship({ status: 'activating' })] });

describe('a check that goes on failing', () => {
  const down = { failed: { reason: 'unreachable' } } as const;
  for (const [what, look] of [
    ['Azure', anObservation({ azure: down })],
    ['the assignments', anObservation({ assignments: down })],
  ] as const) {
    it(`counts from when it first failed: ${what}`, () => {
      const first = looked(aTenant(enabled), 0, look);
      const second = looked(first, 40, look);
      assert.equal(second.status, 'awaitingMicrosoft');
      assert.deepEqual(limitationsOf(looked(second, 60, look)), ['couldNotCheck']);
    });

    it(`is forgotten once it has worked: ${what}`, () => {
      const mended = looked(looked(aTenant(enabled), 0, look), 20, anObservation());
      assert.equal(mended.onboarding?.assignmentsUnread, undefined);
      assert.equal(mended.onboarding?.azure, 'active');
    });
  }
});

describe('a wait for Microsoft that has become an issue', () => {
  const stuck = looked(looked(aTenant(enabled), 0, activating), 3600, activating);

  it('stays one, counted from when the wait began, for as long as nobody asks', () => {
    const [limitation] = looked(stuck, 9000, activating).onboarding?.limitations ?? [];
    const { displayName: name, status } = aRelationship({ status: 'activating' });
    assert.deepEqual(limitation, { code: 'takesTooLong', waitingSince: now, relationship: { name, status } });
  });

  it('does not begin anew when somebody asks to look again: they read that nothing has changed', () => {
    const asked = factData(stuck, 4000, { type: 'revalidationRequested', by: alex });
    const told = looked(asked, 4001, activating);
    assert.equal(told.status, 'issuesFound');
    assert.equal(told.onboarding?.foundUnchanged, later(4001));
    assert.deepEqual(limitationsOf(told), ['takesTooLong']);
  });

  it('is looked at after a tenth of the time, ten seconds at least, until the reconcile comes first', () => {
    const pauses = [0, 200, 3000].map((seconds) =>
      secondsToNextCheck(stuck, later(3600 + seconds), { reconcileSeconds: 300, byEvents: false }),
    );
    assert.deepEqual(pauses, [10, 20, undefined]);
  });
});

describe('a check that could not be made', () => {
  it('is repeated after a tenth of the time, ten seconds at least, until the reconcile comes first', () => {
    const failed = looked(aTenant(enabled), 0, anObservation({ azure: { failed: { reason: 'noRights' } } }));
    const pauses = [0, 200, 3000].map((seconds) =>
      secondsToNextCheck(failed, later(seconds), { reconcileSeconds: 300, byEvents: false }),
    );
    assert.deepEqual(pauses, [10, 20, undefined]);
  });
});

describe('a request that waits for the customer', () => {
  it('is looked at more often from when somebody has taken the link', () => {
    const day = 86_400;
    const taken = factData(tenantBy.needsApproval(), day, { type: 'approvalLinkTaken', by: alex });
    const pauses = [0, 100].map((seconds) =>
      secondsToNextCheck(taken, later(day + seconds), { reconcileSeconds: 300, byEvents: false }),
    );
    assert.deepEqual(pauses, [2, 5]);
  });
});

describe('Revalidate of a tenant that is Approved', () => {
  const asked = () => factData(tenantBy.approved(), 0, { type: 'revalidationRequested', by: alex });
  const down = { failed: { reason: 'unreachable' } } as const;

  it('says that nothing has changed when all of it could be looked at', () => {
    const { status, onboarding } = looked(asked(), 5, anObservation());
    assert.deepEqual([status, onboarding?.foundUnchanged, onboarding?.revalidation], ['approved', later(5), undefined]);
  });

  it('finds what has gone', () => {
    assert.equal(looked(asked(), 5, anObservation({ azure: { value: 'none' } })).status, 'issuesFound');
  });

  for (const [what, look] of [
    ['Azure', anObservation({ azure: down })],
    ['the assignments', anObservation({ assignments: down })],
  ] as const) {
    it(`never passes what is known from before for looked at: ${what}`, () => {
      const first = looked(asked(), 5, look);
      assert.deepEqual([first.status, first.onboarding?.foundUnchanged], ['approved', undefined]);
      const { status, onboarding } = looked(first, 90, look);
      assert.deepEqual(
        [status, onboarding?.checkFailed?.problem.reason, onboarding?.revalidation],
        ['approved', 'unreachable', undefined],
      );
    });
  }
});
