// The bare name of a status in the search box: understood where it's no tenant's name, and never in place of one.
import assert from 'node:assert/strict';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';

const called = (displayName: string, tenant: Tenant, number: number): Tenant => ({
  ...tenant,
  tenantId: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  customer: { displayName, domain: `c${number}.example` },
});
const listOf = (...more: readonly Tenant[]) => {
  const tenants = [called('Contoso', tenantBy.approved(), 1), called('Fabrikam', tenantBy.needsApproval(), 2), ...more];
  return aTenantList(new MemoryStore({ tenants }));
};
const page = (search: string, more: object = {}, list = listOf()) => list.page({ search, page: 1, ...more });
const shown = (...asked: Parameters<typeof page>) => {
  const { query, rows } = page(...asked);
  return { status: query.status, search: query.search, names: rows.map(({ customer }) => customer.displayName) };
};

describe('the bare name of a status that is searched for', () => {
  it('shows its tenants, in any language and spelling, with the filter chosen and the box empty', () => {
    for (const typed of ['approved', ' Approved ', 'genehmigt', 'approuvé'])
      assert.deepEqual(shown(typed), { status: 'approved', search: '', names: ['Contoso'] }, typed);
    for (const typed of ['needs approval', 'Needs-Approval', 'needsapproval'])
      assert.deepEqual(shown(typed), { status: 'needsApproval', search: '', names: ['Fabrikam'] }, typed);
    assert.deepEqual(shown('issues found'), { status: 'issuesFound', search: '', names: [] });
  });

  it('takes the place of the chosen filter', () => {
    assert.deepEqual(shown('approved', { status: 'needsApproval' }).status, 'approved');
  });

  it('is text where a tenant is called so', () => {
    const list = listOf(called('Approved Builders', tenantBy.needsApproval(), 3));
    assert.deepEqual(shown('approved', {}, list), {
      status: undefined,
      search: 'approved',
      names: ['Approved Builders'],
    });
  });

  it('is text beside anything else, and on a card whose rows stay where they are', () => {
    for (const typed of ['approved xyz', '-approved needs approval', 'approved dap:yes'])
      assert.equal(page(typed).query.search, typed);
    assert.equal(page('approved', { places: [] }).query.search, 'approved');
  });
});
