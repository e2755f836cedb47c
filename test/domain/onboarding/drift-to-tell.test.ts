// When people are told that auto-extend is off, and when not yet or not at all.
import assert from 'node:assert/strict';
import { driftToTell } from '../../../src/domain/onboarding/drift-to-tell.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { lagPatienceSeconds } from '../../../src/domain/problem.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTemplate,
  contoso,
  having,
  now,
  tenantBy,
} from '../../support/builders.js';

const off = aRelationship({ autoExtends: false });
const drifted = () => {
  const tenant = tenantBy.approved();
  assert.ok(tenant.onboarding);
  return having(
    tenant,
    ...readObservation(contoso, tenant.onboarding, anObservation({ relationships: [off] }), aTemplate()),
  );
};
const withOnboarding = (changes: Partial<NonNullable<Tenant['onboarding']>>): Tenant => {
  const tenant = drifted();
  return { ...tenant, onboarding: tenant.onboarding && { ...tenant.onboarding, ...changes } };
};
const told = (tenant: Tenant, template = aTemplate(), at = now) =>
  driftToTell(tenant, template, { now: at, withEnd: false }).map(({ type }) => type);

describe('that auto-extend is off', () => {
  it('is told, but not minutes after it was switched on, which a part of Microsoft may not know of yet', () => {
    assert.deepEqual(told(drifted()), ['coverageDrifted']);
    const kept = withOnboarding({ kept: { by: alex, at: now, way: 'extend', on: addDays(now, 20) } });
    assert.deepEqual(told(kept, aTemplate(), addSeconds(now, lagPatienceSeconds - 1)), []);
    assert.deepEqual(told(kept, aTemplate(), addSeconds(now, lagPatienceSeconds)), ['coverageDrifted']);
  });

  it('is left to a template with repair, until that couldn’t do it', () => {
    const template = aTemplate({ repair: true });
    assert.deepEqual(told(drifted(), template), []);
    const failed = withOnboarding({ keepFailed: { at: now, failure: { why: 'unconfirmed' } } });
    assert.deepEqual(told(failed, template), ['coverageDrifted']);
  });
});
