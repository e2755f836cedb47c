// Access over its life: extended by Microsoft, or carried on by another relationship.
import assert from 'node:assert/strict';
import type { Relationship } from '../../../src/domain/access/relationship.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { settle } from '../../../src/domain/onboarding/settle.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays } from '../../../src/domain/time.js';
import { ListedRelationships } from '../../../src/operations/reconcile/listed-relationships.js';
import { anObservation, aRelationship, aTemplate, contoso, having, now, tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';

const end = addDays(now, 10);
const extended = addDays(end, 180);
const reading = (tenant: Tenant, relationships: readonly Relationship[]) => {
  assert.ok(tenant.onboarding);
  return readObservation(contoso, tenant.onboarding, anObservation({ relationships }), aTemplate());
};
const read = (tenant: Tenant, ...relationships: readonly Relationship[]) =>
  having(tenant, ...reading(tenant, relationships));
const typesOf = (tenant: Tenant, ...relationships: readonly Relationship[]) =>
  reading(tenant, relationships).map(({ type }) => type);

describe('a relationship that Microsoft has extended', () => {
  const before = read(tenantBy.approved(), aRelationship({ endsAt: end }));
  const rolledOver = aRelationship({ endsAt: extended });

  it('is noticed by its end, once, and remembered', () => {
    const after = read(before, rolledOver);
    assert.equal(after.history.at(-1)?.what, 'coverageRolledOver');
    assert.equal(after.version, before.version);
    assert.deepEqual(after.onboarding?.coverage?.on, extended);
    assert.deepEqual(typesOf(after, rolledOver), ['microsoftRead']);
    assert.equal(after.status, 'approved');
  });

  it('is noticed also where access rests on another than the followed one', () => {
    const other = (endsAt: string) => aRelationship({ id: 'relationship-2', endsAt });
    const followed = aRelationship({ autoExtends: false, endsAt: addDays(now, 5) });
    const resting = read(tenantBy.approved(), followed, other(end));
    assert.equal(resting.onboarding?.relationship?.id, 'relationship-1');
    assert.deepEqual(typesOf(resting, followed, other(extended)), ['coverageRolledOver', 'microsoftRead']);
  });

  it('is not one that ended, or that is another', () => {
    assert.ok(!typesOf(before, aRelationship({ endsAt: end, status: 'expired' })).includes('coverageRolledOver'));
    assert.ok(!typesOf(before, { ...rolledOver, id: 'relationship-2' }).includes('coverageRolledOver'));
  });

  it('is looked at though nothing else in the list has changed', () => {
    const store = new MemoryStore({ tenants: [before] });
    const differs = (listed: Relationship) => {
      const list = new ListedRelationships(store, new Set());
      list.take([{ ...listed, customerTenantId: contoso }]);
      return list.differsFrom(before);
    };
    assert.equal(differs(aRelationship({ endsAt: end })), false);
    assert.equal(differs(rolledOver), true);
    assert.equal(differs(aRelationship({ endsAt: end, autoExtends: false })), true);
  });
});

describe('of two relationships that suffice', () => {
  const [first, second] = [aRelationship(), aRelationship({ id: 'relationship-2', createdAt: now })];
  const settled = (tenant: Tenant) => {
    assert.ok(tenant.onboarding);
    return having(tenant, ...settle(tenant, tenant.onboarding, aTemplate(), now));
  };

  it('the followed one stays followed while it is active', () => {
    assert.equal(read(tenantBy.approved(), second, first).onboarding?.relationship?.id, first.id);
  });

  for (const status of ['expiring', 'expired', 'terminated'] as const)
    it(`the other takes over when the followed one is ${status}, and nothing is lost`, () => {
      const after = settled(read(tenantBy.approved(), second, { ...first, status }));
      assert.equal(after.onboarding?.relationship?.id, second.id);
      assert.equal(after.status, 'approved');
      assert.equal(after.history.at(-1)?.what, 'relationshipAdopted');
    });
});

describe('a relationship that has ended', () => {
  it('is lost once: a year later Microsoft no longer lists it, and nothing is told again', () => {
    const ended = read(tenantBy.approved(), aRelationship({ status: 'expired', endsAt: now }));
    const settled = (tenant: Tenant) =>
      settle(tenant, tenant.onboarding ?? assert.fail(), aTemplate(), addDays(now, 365));
    const facts = settled(ended);
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['accessLost'],
    );
    const lost = having(ended, ...facts);
    assert.deepEqual(settled(read(lost)), []);
    assert.deepEqual(
      settled(read(tenantBy.approved())).map(({ type }) => type),
      ['accessLost'],
    );
  });
});
