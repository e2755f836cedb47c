// The links into a customer's admin centers: those in which the roles that the partner holds there are good for something.
import assert from 'node:assert/strict';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { adminCenterLinks } from '../../../src/views/explain/admin-centers.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { anAssignment, aTemplates, bothAssigned, having, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { linksOf } from '../../support/card-reading.js';

const approved = tenantBy.approved();
/** The tenant with these assignments, whose roles its relationship has. */
const holding = (...assignments: readonly ReturnType<typeof anAssignment>[]): Tenant => {
  const { onboarding } = approved;
  const relationship = onboarding?.relationship;
  const roleIds = assignments.flatMap((each) => each.roleIds);
  return {
    ...approved,
    onboarding: onboarding && {
      ...onboarding,
      relationship: relationship && { ...relationship, roleIds },
      assignments,
      azure: 'none',
    },
  };
};
const withRole = (id: string, status: 'active' | 'error' = 'active') =>
  anAssignment('group', { roleIds: [id], status });
const titles = (tenant: Tenant) => adminCenterLinks(tenant, en).map(({ title }): string => title);

describe('the links into the admin centers', () => {
  it('are those of the roles that are held, and the relationship', () => {
    for (const [roleId, centers] of [
      ['29232cdf-9323-42fd-ade2-1d097af3e4de', ['Exchange']],
      ['3a2c62db-5318-420d-8d74-23affee5d9d5', ['Intune']],
      ['69091246-20e8-4a56-aa4d-066075b2a7a8', ['Teams']],
      ['5f2222b1-57c3-48ba-8ad5-d4759f1fde6f', ['Defender']],
      ['194ae4cb-b126-40b2-bd5b-6091b380977d', ['Entra', 'Defender']],
      ['fe930be7-5e62-47db-91af-98c3a49a38b1', ['Entra', 'Microsoft 365']],
      ['f2ef992c-3afb-46b9-b7cf-a126ee74c451', ['Entra', 'Microsoft 365', 'Exchange', 'Intune', 'Teams', 'Defender']],
      ['31e939ad-9672-4796-9c2e-873181342d2d', []],
    ] as const)
      assert.deepEqual(titles(holding(withRole(roleId))), [...centers, 'Partner Center'], roleId);
  });

  it('leave out roles that no group has there yet', () => {
    assert.deepEqual(titles(holding(withRole('29232cdf-9323-42fd-ade2-1d097af3e4de', 'error'))), ['Partner Center']);
  });

  it('lead to Azure where there’s an active plan', () => {
    assert.ok(titles(approved).includes('Azure'));
    assert.ok(!titles(holding(...bothAssigned)).includes('Azure'));
  });

  it('open the center as this customer, and never lead to a request', () => {
    const { tenantId, customer } = approved;
    for (const url of linksOf(
      tenantView(approved, { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now }),
    )) {
      assert.ok(url.includes(tenantId) || url.includes(customer.domain), url);
      assert.doesNotMatch(url, /invitation|partners\/granular/);
    }
    const unknown = { ...approved, customer: { ...customer, domain: '' } };
    for (const { url } of adminCenterLinks(unknown, en)) assert.ok(url.includes(tenantId), url);
    const odd = { ...approved, customer: { ...customer, domain: 'a.example&x=https://evil.example/#' } };
    for (const { url } of adminCenterLinks(odd, en)) assert.doesNotMatch(url, /evil\.example\//);
  });

  it('aren’t there where access isn’t Approved, or being ended', () => {
    for (const tenant of [tenantBy.notConfigured(), tenantBy.needsApproval(), tenantBy.issuesFound()])
      assert.deepEqual(adminCenterLinks(tenant, en), []);
    const lost = having(approved, { type: 'disabled', by: { id: 'x', name: 'X' } });
    assert.deepEqual(adminCenterLinks(lost, en), []);
  });

  it('fit on a card that Teams shows, the rest of them in its menu', () => {
    const all = holding(withRole('f2ef992c-3afb-46b9-b7cf-a126ee74c451'));
    assertGoodCard(tenantView(all, { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now }));
  });
});
