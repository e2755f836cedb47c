// What's read from Graph's relationships.
import assert from 'node:assert/strict';
import { assignmentShape, relationshipShape } from '../../../src/microsoft/graph/relationship-shape.js';

const relationship = (changes: object = {}) => ({
  id: 'r',
  displayName: 'Gatehouse',
  status: 'active',
  customer: { tenantId: 'ABCDEF00-0000-4000-8000-000000000001' },
  accessDetails: { unifiedRoles: [] },
  ...changes,
});
const withRoles = (...roles: readonly unknown[]) =>
  relationship({ accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) } });

describe('a relationship as Graph writes it', () => {
  it('has its own roles, whatever the one before had', () => {
    for (const roles of [['a', 'b'], ['a', 'b'], ['a', 'c'], ['a'], [], ['b', 'a', 'c']])
      assert.deepEqual(relationshipShape.parse(withRoles(...roles)).roleIds, roles);
  });

  it('has its ids in lower case', () => {
    assert.equal(relationshipShape.parse(relationship()).customerTenantId, 'abcdef00-0000-4000-8000-000000000001');
    assert.deepEqual(relationshipShape.parse(withRoles('AB')).roleIds, ['ab']);
    const { accessDetails } = withRoles('CD');
    const accessContainer = { accessContainerId: 'EF' };
    const assignment = assignmentShape.parse({ id: 'a', status: 'active', accessContainer, accessDetails });
    assert.deepEqual([assignment.groupId, assignment.roleIds], ['ef', ['cd']]);
  });

  it('tells what it calls the customer, where it does', () => {
    const calls = (customer: object | null) => relationshipShape.parse(relationship({ customer })).customerName;
    assert.equal(calls({ tenantId: 'a', displayName: 'Contoso' }), 'Contoso');
    for (const customer of [
      { tenantId: 'a', displayName: '' },
      { tenantId: 'a', displayName: null },
      { tenantId: 'a' },
      null,
    ])
      assert.equal(calls(customer), undefined);
  });

  it('extends itself by any duration but zero, however that is spelled', () => {
    const isOn = (autoExtendDuration?: unknown) =>
      relationshipShape.parse(relationship({ autoExtendDuration })).autoExtends;
    for (const off of ['PT0S', 'P0D', 'P0Y0M0DT0H0M0S', 'P0W', 'PT0.000S', '', null, undefined, 0])
      assert.equal(isOn(off), false, String(off));
    for (const on of ['P180D', 'P6M', 'P0Y180D', 'PT4320H']) assert.equal(isOn(on), true, on);
  });

  for (const [what, accessDetails] of [
    ['no roles', {}],
    ['roles that are no list', { unifiedRoles: 'all' }],
    ['a role that is none', { unifiedRoles: [null] }],
    ['roles that are null', { unifiedRoles: null }],
    ['a role without an id', { unifiedRoles: [{}] }],
    ['a role whose id is a number', { unifiedRoles: [{ roleDefinitionId: 7 }] }],
    ['no details at all', undefined],
  ] as const) {
    it(`is not understood with ${what}`, () => {
      assert.ok(!relationshipShape.safeParse(relationship({ accessDetails })).success);
    });

    it(`keeps its name, which stays taken, when it is over with ${what}`, () => {
      for (const status of ['expired', 'terminated']) {
        const { displayName, roleIds } = relationshipShape.parse(relationship({ accessDetails, status }));
        assert.deepEqual([displayName, roleIds], ['Gatehouse', []]);
      }
    });
  }

  for (const [written, read] of [
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.1Z', '2026-11-22T10:00:00.100Z'],
    ['2026-11-22T10:00:00.123Z', '2026-11-22T10:00:00.123Z'],
    ['2026-11-22T10:00:00.1239999Z', '2026-11-22T10:00:00.123Z'],
    ['2026-11-22T12:00:00+02:00', '2026-11-22T10:00:00.000Z'],
    ['2026-13-01T10:00:00Z', undefined],
    ['some day', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const) {
    it(`was created at ${read} when it says ${JSON.stringify(written)}`, () => {
      assert.equal(relationshipShape.parse(relationship({ createdDateTime: written })).createdAt, read);
    });
  }
});
