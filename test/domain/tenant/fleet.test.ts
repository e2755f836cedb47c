// How all tenants stand, counted as they come, change and go.
import assert from 'node:assert/strict';
import type { Relationship } from '../../../src/domain/access/relationship.js';
import { dayOf, FleetCounts, monthsFrom, sizeOf } from '../../../src/domain/tenant/fleet.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { addDays } from '../../../src/domain/time.js';
import { tenantBy } from '../../support/builders.js';

const now = '2026-11-29T10:00:00.000Z';
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

function counted(tenants: readonly Tenant[]) {
  const counts = new FleetCounts();
  for (const tenant of tenants) counts.add(tenant);
  return counts;
}

/** An approved tenant whose relationship is so. */
function having(relationship: Partial<Relationship>): Tenant {
  const tenant = tenantBy.approved();
  const { onboarding } = tenant;
  assert.ok(onboarding?.relationship);
  const { coverage: _, ...rest } = onboarding;
  return { ...tenant, onboarding: { ...rest, relationship: { ...onboarding.relationship, ...relationship } } };
}

describe('the fleet', () => {
  it('counts statuses, and former customers nowhere', () => {
    const { fleet } = { fleet: counted([tenantBy.approved(), tenantBy.notConfigured()]).fleet(now) };
    assert.deepEqual([fleet.statuses.approved, fleet.statuses.notConfigured, sizeOf(fleet)], [1, 1, 2]);
    assert.equal(sizeOf(counted([{ ...tenantBy.approved(), formerCustomer: true }]).fleet(now)), 0);
  });

  it('counts ends in their months for a year, and no access that rolls over', () => {
    const ends = (endsAt: string, autoExtends = false) => having({ status: 'active', endsAt, autoExtends });
    const fleet = counted([
      ends('2026-11-30T00:00:00.000Z'),
      ends('2027-02-01T00:00:00.000Z'),
      ends('2027-02-28T23:00:00.000Z'),
      ends('2027-02-03T00:00:00.000Z', true),
      ends('2027-11-01T00:00:00.000Z'),
    ]).fleet(now);
    assert.deepEqual(fleet.ends, [1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(monthsFrom(now, 3), ['2026-11', '2026-12', '2027-01']);
  });

  it('counts requests by the days that they have waited', () => {
    const waits = (days: number): Tenant => {
      const tenant = tenantBy.needsApproval();
      assert.ok(tenant.onboarding);
      const since = addDays(now, -days);
      const { relationship: _, ...onboarding } = tenant.onboarding;
      return { ...tenant, onboarding: { ...onboarding, lockedAt: since }, since };
    };
    const fleet = counted([0, 2, 3, 9, 10, 29, 30, 31, 80].map(waits)).fleet(now);
    assert.deepEqual(fleet.waiting, [2, 2, 2, 3]);
  });

  it('counts Global Administrator among active relationships', () => {
    const with_ = having({ status: 'active', roleIds: [globalAdministrator] });
    const fleet = counted([with_, having({ status: 'active', roleIds: [] }), tenantBy.needsApproval()]).fleet(now);
    assert.deepEqual([fleet.active, fleet.globalAdministrator], [2, 1]);
  });

  it('says how long approvals took in this month and the two before, by half and by nine of ten', () => {
    const took = (hours: number, activatedAt = now) =>
      having({
        status: 'active',
        activatedAt,
        createdAt: new Date(Date.parse(activatedAt) - hours * 3600e3).toISOString(),
      });
    const recent = [1, 2, 3, 4, 5, 6, 7, 8, 24 * 20, 24 * 80].map((hours) => took(hours));
    const old = took(1, '2026-08-31T23:00:00.000Z');
    assert.deepEqual(counted([...recent, old]).fleet(now).approvals, { count: 10, medianDays: 5 / 24, p90Days: 20 });
    assert.equal(counted([old]).fleet(now).approvals, undefined);
  });

  it('is what it was before once a tenant is gone, and follows one that changes', () => {
    const index = new TenantIndex([tenantBy.notConfigured()]);
    const before = index.fleet.fleet(now);
    const { tenantId } = tenantBy.notConfigured();
    index.update([
      [tenantId, { ...having({ status: 'active', endsAt: '2027-02-01T00:00:00.000Z', autoExtends: false }), tenantId }],
    ]);
    assert.deepEqual([index.fleet.fleet(now).statuses.approved, index.fleet.fleet(now).ends[3]], [1, 1]);
    const { requestedAt = '' } = index.tenant(tenantId)?.onboarding ?? {};
    assert.equal(index.fleet.enabledOn(dayOf(requestedAt)), 1);
    index.update([[tenantId, tenantBy.notConfigured()]]);
    assert.deepEqual(index.fleet.fleet(now), before);
    index.update([[tenantId, undefined]]);
    assert.equal(sizeOf(index.fleet.fleet(now)), 0);
  });
});
