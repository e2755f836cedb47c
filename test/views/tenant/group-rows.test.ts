// The groups on a tenant's card: none says that it has a role which the card names as missing.
import assert from 'node:assert/strict';
import type { AccessAssignment, Relationship } from '../../../src/domain/access/relationship.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { groupRows } from '../../../src/views/tenant/group-rows.js';
import { en } from '../../../src/views/words/en/index.js';
import {
  anAssignment,
  aRelationship,
  aTemplate,
  aTemplates,
  now,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';

const [wanted] = aTemplate().assignments;
assert.ok(wanted);
const [first, second] = [
  { id: 'r1', name: 'Security Administrator' },
  { id: 'r2', name: 'Security Reader' },
];
const templates = aTemplates({ assignments: [{ ...wanted, roles: [first, second] }] });

function rowWith(relationship: Partial<Relationship>, assignment?: Partial<AccessAssignment>) {
  const { onboarding, ...tenant } = tenantBy.approved();
  assert.ok(onboarding);
  const assignments = assignment ? [anAssignment(serviceDesk, assignment)] : [];
  const shown: Tenant = {
    ...tenant,
    onboarding: { ...onboarding, relationship: aRelationship(relationship), assignments },
  };
  const [row] = groupRows(shown, { templates, words: en, isSandbox: false, now });
  assert.ok(row);
  return [row.name.slice(0, row.name.indexOf(' ')), row.roles];
}

describe('a group on a tenant’s card', () => {
  const both = { roleIds: ['r1', 'r2'] };

  it('has all of its roles', () => {
    assert.deepEqual(rowWith(both, both), ['✅', 'Security Administrator, Security Reader']);
  });

  it('lacks a role that the relationship lacks, or its assignment', () => {
    const lacking = ['⚠️', 'Security Reader · missing: Security Administrator'];
    assert.deepEqual(rowWith({ roleIds: ['r2'] }, { roleIds: ['r2'] }), lacking);
    assert.deepEqual(rowWith({ roleIds: ['r2'] }, both), lacking);
    assert.deepEqual(rowWith(both, { roleIds: ['r2'] }), lacking);
    assert.deepEqual(rowWith({ roleIds: [] }, both), ['⚠️', 'missing: Security Administrator, Security Reader']);
  });

  it('is to have what the relationship has while that’s being assigned, and all of it before', () => {
    const pending = { roleIds: [], status: 'pending' } as const;
    assert.deepEqual(rowWith({ roleIds: ['r2'] }, pending), [
      '⏳',
      'Security Reader · missing: Security Administrator',
    ]);
    assert.deepEqual(rowWith(both, pending), ['⏳', 'Security Administrator, Security Reader']);
    assert.deepEqual(rowWith({ roleIds: ['r2'] }), ['⚠️', 'Security Administrator, Security Reader']);
  });
});
