// Which tenants have leftover access, in which order, on which page, and what isn't read yet.
import assert from 'node:assert/strict';
import type { DelegatedAdmin } from '../../../src/domain/access/delegated-admin.js';
import type { LeftoverAccess } from '../../../src/domain/access/leftover-access.js';
import { LeftoverIndex, leftoverLevelOf, leftoversPage } from '../../../src/domain/tenant/leftover-list.js';
import { newTenant, type Tenant } from '../../../src/domain/tenant/tenant.js';
import { among, now, tenantBy } from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

/** A tenant that is Not configured, with this left and this known of delegated admin. */
const left = (
  displayName: string,
  leftoverAccess: LeftoverAccess,
  state: DelegatedAdmin['state'] = 'none',
  changes: Partial<Tenant> = {},
): Tenant => ({
  ...newTenant(`id-of-${displayName}`, { displayName, domain: '' }, now),
  leftoverAccess,
  delegatedAdmin: { state },
  ...changes,
});
const ex = { formerCustomer: true } as const;

describe('what still ties us to tenants that nobody looks after', () => {
  it('is, for each leftover access and each answer about delegated admin', () => {
    const table = (['liveAccess', 'approvalRequest', 'none'] as const).map((leftoverAccess) => [
      leftoverAccess,
      ...(['granted', 'none', 'unknown'] as const).map((state) => leftoverLevelOf(left('x', leftoverAccess, state))),
    ]);
    assert.deepEqual(table, [
      ['liveAccess', 'liveAccessAndDelegatedAdmin', 'liveAccess', 'liveAccess'],
      ['approvalRequest', 'delegatedAdmin', 'approvalRequest', 'approvalRequest'],
      ['none', 'delegatedAdmin', undefined, undefined],
    ]);
  });

  it('is nothing where a tenant is looked after', () => {
    for (const status of ['needsApproval', 'awaitingMicrosoft', 'approved', 'issuesFound'] as const)
      assert.equal(leftoverLevelOf({ ...tenantBy[status](), delegatedAdmin: { state: 'granted' } }), undefined);
  });

  it('comes worst first, then whoever is no customer any more, then by name', () => {
    const { rows } = new LeftoverIndex([
      left('request b', 'approvalRequest'),
      left('Request A', 'approvalRequest'),
      left('request of ex', 'approvalRequest', 'unknown', ex),
      left('dap', 'none', 'granted'),
      left('live b', 'liveAccess'),
      left('Live a', 'liveAccess', 'unknown'),
      left('live of ex', 'liveAccess', 'unknown', ex),
      left('both', 'liveAccess', 'granted'),
      left('nothing', 'none'),
    ]);
    assert.deepEqual(
      rows.map(({ tenant }) => tenant.customer.displayName),
      ['both', 'live of ex', 'Live a', 'live b', 'dap', 'request of ex', 'Request A', 'request b'],
    );
  });

  it('has an order also where names are the same', () => {
    const [a, b] = [
      { ...left('same', 'liveAccess'), tenantId: 'a' },
      { ...left('same', 'liveAccess'), tenantId: 'b' },
    ];
    for (const order of [
      [a, b],
      [b, a],
    ])
      assert.deepEqual(
        new LeftoverIndex(order).rows.map(({ tenant }) => tenant.tenantId),
        ['a', 'b'],
      );
  });

  it('counts those who are customers and nothing else', () => {
    const { customersOnly } = new LeftoverIndex([
      left('one', 'none'),
      left('another', 'none', 'unknown'),
      left('tied', 'approvalRequest'),
      left('ex', 'none', 'unknown', ex),
      tenantBy.approved(),
    ]);
    assert.equal(customersOnly, 2);
  });

  it('has still to be read where nobody knows of delegated admin, where it can be and an offboarding does not, the worst first', () => {
    const { unread } = new LeftoverIndex([
      left('nothing known', 'none', 'unknown'),
      left('request', 'approvalRequest', 'unknown'),
      left('live', 'liveAccess', 'unknown'),
      left('read', 'liveAccess', 'none'),
      left('ex', 'liveAccess', 'unknown', ex),
      left('leaving', 'liveAccess', 'unknown', { offboarding: anOffboarding() }),
      { ...tenantBy.approved(), delegatedAdmin: { state: 'unknown' } },
    ]);
    assert.deepEqual(
      unread.map(({ tenant }) => tenant.tenantId),
      ['id-of-live', 'id-of-request', 'id-of-nothing known'],
    );
  });
});

describe('a page of it', () => {
  const tenants = Array.from({ length: 23 }, (_, number) => left(`t${100 + number}`, 'liveAccess'));
  const index = new LeftoverIndex(tenants);
  const pageOf = (wanted: number) => leftoversPage(index, among(tenants), wanted);

  it('has ten tenants, and the last one the rest', () => {
    const [first, last] = [pageOf(1), pageOf(3)];
    assert.deepEqual([first.from, first.rows.length, first.pages, first.total], [1, 10, 3, 23]);
    assert.deepEqual([last.from, last.rows.length, last.rows[0]?.tenant.customer.displayName], [21, 3, 't120']);
  });

  it('is the last one when there are not so many', () => {
    assert.equal(pageOf(99).page, 3);
    const { page, pages, from, rows } = leftoversPage(new LeftoverIndex([]), among([]), 7);
    assert.deepEqual([page, pages, from, rows], [1, 1, 0, []]);
  });
});
