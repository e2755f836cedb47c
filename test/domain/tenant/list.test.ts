// Which tenants the list shows, in which order, and on which page.
import assert from 'node:assert/strict';
import { listTenants } from '../../../src/domain/tenant/list.js';
import { gonePlace } from '../../../src/domain/tenant/pages.js';
import { findStatus } from '../../../src/domain/tenant/status.js';
import { newTenant, type Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, anObservation, aRelationship, having, now, seen, tenantBy } from '../../support/builders.js';

const named = (displayName: string, tenant: Tenant = tenantBy.notConfigured()): Tenant => ({
  ...tenant,
  tenantId: `id-of-${displayName}`,
  customer: { displayName, domain: `${displayName.toLowerCase()}.example` },
});
const namesOn = (tenants: readonly Tenant[], query: Parameters<typeof listTenants>[1]) =>
  listTenants(new TenantIndex(tenants), query).rows.map(({ customer }) => customer.displayName);

describe('the order of the list', () => {
  it('is by urgency, then by name, and what was accepted comes after what nobody has looked at', () => {
    const accepted = having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex });
    const tenants = [
      named('E', tenantBy.approved()),
      named('F', tenantBy.notConfigured()),
      named('A', accepted),
      named('D', tenantBy.awaitingMicrosoft()),
      named('C', tenantBy.needsApproval()),
      named('z', tenantBy.issuesFound()),
      named('b', tenantBy.issuesFound()),
    ];
    assert.deepEqual(namesOn(tenants, { search: '', page: 1 }), ['b', 'z', 'A', 'C', 'D', 'E', 'F']);
  });
});

describe('the most urgent tenants', () => {
  const waitingSince = (name: string, since: string, tenant: Tenant) => ({ ...named(name, tenant), since });

  it('are those whose access was lost, then those with delegated admin, whatever their status', () => {
    const lost = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status: 'terminated' })] }));
    const dap = (name: string, tenant: Tenant) =>
      having(named(name, tenant), { type: 'delegatedAdminRead', granted: true });
    const tenants = [
      named('E', tenantBy.approved()),
      named('A', tenantBy.issuesFound()),
      dap('D', tenantBy.approved()),
      dap('C', tenantBy.issuesFound()),
      named('Z', lost),
    ];
    assert.deepEqual(namesOn(tenants, { search: '', page: 1 }), ['Z', 'C', 'D', 'A', 'E']);
    // A filter shows its status alone, in the same order.
    assert.deepEqual(namesOn(tenants, { status: 'issuesFound', search: '', page: 1 }), ['Z', 'C', 'A']);
    const accepted = having(lost, { type: 'limitationsAccepted', by: alex });
    assert.deepEqual(namesOn([named('Y', accepted), named('A', tenantBy.issuesFound())], { search: '', page: 1 }), [
      'A',
      'Y',
    ]);
  });

  it('are, of the same urgency, those that have waited longest; what is well stands by name', () => {
    const tenants = [
      waitingSince('A', '2026-11-20T00:00:00.000Z', tenantBy.needsApproval()),
      waitingSince('B', '2026-10-01T00:00:00.000Z', tenantBy.needsApproval()),
      waitingSince('C', '2026-11-20T00:00:00.000Z', tenantBy.approved()),
      waitingSince('D', '2026-10-01T00:00:00.000Z', tenantBy.approved()),
    ];
    assert.deepEqual(namesOn(tenants, { search: '', page: 1 }), ['B', 'A', 'C', 'D']);
  });
});

describe('a page of the list', () => {
  const many = Array.from({ length: 23 }, (_, index) => named(`Tenant ${String(index).padStart(2, '0')}`));

  it('holds ten, and the last one the rest', () => {
    const index = new TenantIndex(many);
    const pages = [1, 2, 3].map((page) => listTenants(index, { search: '', page }));
    assert.deepEqual(
      pages.map(({ rows }) => rows.length),
      [10, 10, 3],
    );
    assert.deepEqual(
      pages.map(({ from }) => from),
      [1, 11, 21],
    );
    assert.ok(pages.every(({ total, pages: count }) => total === 23 && count === 3));
  });

  it('is the nearest one there is when it is out of range', () => {
    const index = new TenantIndex(many);
    assert.equal(listTenants(index, { search: '', page: 99 }).query.page, 3);
    assert.equal(listTenants(index, { search: 'nobody', page: 4 }).query.page, 1);
    assert.equal(listTenants(index, { search: 'nobody', page: 4 }).from, 0);
  });

  it('counts every status among what matches the search, whatever the filter', () => {
    const tenants = [named('Contoso'), named('Contoso Bakery', tenantBy.approved()), named('Fabrikam')];
    const { counts, total } = listTenants(new TenantIndex(tenants), { status: 'approved', search: 'contoso', page: 1 });
    assert.equal(counts.approved, 1);
    assert.equal(counts.notConfigured, 1);
    assert.equal(total, 1);
  });
});

describe('a search', () => {
  it('does not mind case or accents', () => {
    assert.deepEqual(namesOn([named('Müller & Søn'), named('Contoso')], { search: 'MULLER', page: 1 }), [
      'Müller & Søn',
    ]);
  });

  it('finds ten thousand tenants’ page in a few milliseconds once they are indexed', () => {
    const tenants = Array.from({ length: 10_000 }, (_, index) =>
      newTenant(`tenant-${index}`, { displayName: `Contoso ${index}`, domain: `contoso${index}.example` }, now),
    );
    const index = new TenantIndex(tenants);
    const start = performance.now();
    for (let count = 0; count < 20; count += 1) listTenants(index, { search: 'contoso 99', page: 1 });
    assert.ok((performance.now() - start) / 20 < 100);
  });
});

describe('the words for a status', () => {
  it('are understood as people write them', () => {
    assert.equal(findStatus('Needs approval', en.statuses), 'needsApproval');
    assert.equal(findStatus('needs-approval', en.statuses), 'needsApproval');
    assert.equal(findStatus('ISSUES', en.statuses), 'issuesFound');
    assert.equal(findStatus('awaiting microsoft', en.statuses), 'awaitingMicrosoft');
  });

  it('are not taken for what they are not', () => {
    assert.equal(findStatus('approved partners ltd', en.statuses), undefined);
    assert.equal(findStatus('', en.statuses), undefined);
    assert.equal(findStatus('microsoft', en.statuses), undefined);
  });
});

describe('rows that stay where they are', () => {
  const tenants = Array.from({ length: 12 }, (_, place) => ({
    ...named(`T${String(place).padStart(2, '0')}`),
    tenantId: `30000000-0000-4000-8000-0000000000${String(place).padStart(2, '0')}`,
  }));
  const ids = tenants.map(({ tenantId }) => tenantId);
  const page = (query: { page: number; places: readonly string[] }) =>
    listTenants(new TenantIndex(tenants), { search: '', ...query });

  it('hold a place without an id for a tenant that has been forgotten', () => {
    const forgotten = '40000000-0000-4000-8000-000000000000';
    const { query, rows } = page({ page: 1, places: [forgotten, ...ids.slice(1, 10)] });
    assert.ok(!query.places.includes(forgotten));
    assert.deepEqual(query.places, [gonePlace, ...ids.slice(1, 10)]);
    assert.deepEqual(
      rows.map(({ tenantId }) => tenantId),
      ids.slice(1, 10),
    );
  });

  it('get nothing of another page below them when theirs is no more', () => {
    assert.deepEqual(page({ page: 3, places: ids.slice(0, 2) }).query.places, ids.slice(0, 2));
    assert.deepEqual(page({ page: 1, places: ids.slice(0, 2) }).query.places, ids.slice(0, 10));
  });
});
