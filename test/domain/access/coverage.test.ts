// Until when a tenant has access, from all of its relationships.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Coverage, coverageOf, hasRolledOver, knownCoverage } from '../../../src/domain/access/coverage.js';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { type Relationship, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import { addDays } from '../../../src/domain/time.js';
import { aRelationship, aTemplate, contoso, everyRole, now } from '../../support/builders.js';

const withGlobalAdministrator = [...everyRole, globalAdministratorId];
const inDays = (days: number) => addDays(now, days);
const ending = (changes: Partial<Relationship> = {}) =>
  aRelationship({ autoExtends: false, endsAt: inDays(30), ...changes });
const [group] = aTemplate().assignments;
assert.ok(group);
const globalAdministrator = { id: globalAdministratorId, name: 'Global Administrator' };
const wantsIt = aTemplate({ assignments: [{ ...group, roles: [...group.roles, globalAdministrator] }] });
const covered = (relationships: readonly Relationship[], template = aTemplate()) =>
  coverageOf({ tenantId: contoso, relationships, followed: relationships[0], template });

describe('the coverage of a tenant', () => {
  const id = 'relationship-1';
  for (const [what, relationships, expected, template] of [
    ['rolls over', [aRelationship({ endsAt: inDays(30) })], { is: 'rollsOver', on: inDays(30), relationshipId: id }],
    ['ends', [ending()], { is: 'ends', on: inDays(30), relationshipId: id, keep: 'extend' }],
    [
      'ends with Global Administrator in the way',
      [ending({ roleIds: withGlobalAdministrator })],
      { is: 'blocked', on: inDays(30), relationshipId: id, keep: 'removeGlobalAdministrator' },
    ],
    [
      'ends with Global Administrator in the way, which the template asks for',
      [ending({ roleIds: withGlobalAdministrator })],
      { is: 'blocked', on: inDays(30), relationshipId: id, keep: 'request' },
      wantsIt,
    ],
    [
      'ends with a role missing',
      [ending({ roleIds: everyRole.slice(0, 1) })],
      { is: 'ends', on: inDays(30), relationshipId: id, keep: 'request' },
    ],
    [
      'ends while its successor waits',
      [ending(), aRelationship({ id: 'next', status: 'approvalPending', endsAt: undefined })],
      { is: 'successorWaits', on: inDays(30), relationshipId: id },
    ],
    ['has ended', [ending({ status: 'expired' })], { is: 'ended', on: inDays(30), relationshipId: id }],
    ['was never there', [], undefined],
    ['was taken away by the customer', [ending({ status: 'terminated' })], undefined],
    ['has no end that is known', [ending({ endsAt: undefined })], undefined],
  ] as const satisfies readonly (readonly [string, readonly Relationship[], Coverage | undefined, object?])[]) {
    it(what, () => assert.deepEqual(covered(relationships, template), expected));
  }

  it('is the later of two ends, and what can be extended may be the other', () => {
    const early = ending({ id: 'early', endsAt: inDays(10) });
    const late = ending({ id: 'late', endsAt: inDays(90), roleIds: withGlobalAdministrator });
    assert.deepEqual(covered([early, late]), { is: 'ends', on: inDays(90), relationshipId: 'early', keep: 'extend' });
  });

  it('never ends while one rolls over, however early that one’s day is', () => {
    const [early, late] = [
      aRelationship({ id: 'early', endsAt: inDays(1) }),
      ending({ id: 'late', endsAt: inDays(90) }),
    ];
    assert.deepEqual(covered([late, early]), { is: 'rollsOver', on: inDays(1), relationshipId: 'early' });
  });

  it('does not rest on one that lacks a role while another has all', () => {
    const lacking = aRelationship({ id: 'lacking', roleIds: everyRole.slice(0, 1) });
    assert.equal(covered([lacking, ending()])?.is, 'ends');
  });

  it('does not take somebody else’s request for a successor before the customer approves it', () => {
    const theirs = aRelationship({ id: 'theirs', displayName: 'By hand', endsAt: undefined });
    assert.equal(covered([ending(), { ...theirs, status: 'approvalPending' }])?.is, 'ends');
    assert.equal(covered([ending(), { ...theirs, status: 'activating' }])?.is, 'successorWaits');
  });

  it('does not roll over where Global Administrator is read beside auto-extend', () => {
    assert.equal(covered([aRelationship({ roleIds: withGlobalAdministrator })])?.is, 'blocked');
  });

  it('is told from the relationship alone until it has been read', () => {
    const relationship = ending();
    assert.deepEqual(knownCoverage({ relationship }), { is: 'ends', on: inDays(30), relationshipId: id });
    const coverage = { is: 'rollsOver', on: inDays(90), relationshipId: 'other' } as const;
    assert.equal(knownCoverage({ relationship, coverage }), coverage);
    assert.equal(knownCoverage({ relationship: ending({ status: 'approvalPending', endsAt: undefined }) }), undefined);
  });
});

const relationships = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{2}$/),
    status: fc.constantFrom(...relationshipStatuses),
    autoExtends: fc.boolean(),
    roleIds: fc.constantFrom(everyRole, everyRole.slice(0, 1), withGlobalAdministrator),
    endsAt: fc.option(fc.integer({ min: -400, max: 800 }).map(inDays), { nil: undefined }),
    displayName: fc.constantFrom(`Gatehouse-${contoso}-1`, 'By hand'),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);

describe('whatever relationships a tenant has, its coverage', () => {
  const holds = (property: (all: readonly Relationship[], coverage: Coverage | undefined) => void) =>
    fc.assert(fc.property(relationships, (all) => property(all.map(aRelationship), covered(all.map(aRelationship)))));
  const isActive = ({ status, endsAt }: Relationship) => status === 'active' && endsAt !== undefined;
  const isWhole = ({ roleIds }: Relationship) => everyRole.every((role) => roleIds.includes(role));

  it('ends no earlier than any that has every role, and on a day that one of them has', () => {
    holds((all, coverage) => {
      const giving = all.filter((each) => isActive(each) && isWhole(each));
      if (giving.length === 0) return;
      assert.ok(coverage && giving.some(({ endsAt }) => endsAt === coverage.on));
      if (coverage.is !== 'rollsOver') for (const { endsAt = '' } of giving) assert.ok(endsAt <= coverage.on);
    });
  });

  it('rolls over only by one that extends itself without Global Administrator, and always by such a one', () => {
    holds((all, coverage) => {
      const rolls = (each: Relationship) => each.autoExtends && !each.roleIds.includes(globalAdministratorId);
      const rolling = all.filter((each) => isActive(each) && isWhole(each) && rolls(each));
      if (rolling.length > 0) assert.equal(coverage?.is, 'rollsOver');
      if (coverage?.is === 'rollsOver')
        assert.ok(all.some((each) => each.id === coverage.relationshipId && isActive(each) && rolls(each)));
    });
  });

  it('is the same in whatever order they are read', () => {
    fc.assert(
      fc.property(relationships, fc.infiniteStream(fc.nat()), (all, keys) => {
        const read = all.map(aRelationship);
        const shuffled = read.map((each) => [keys.next().value, each] as const).sort(([a], [b]) => a - b);
        const coverage = (some: readonly Relationship[]) =>
          coverageOf({ tenantId: contoso, relationships: some, followed: undefined, template: aTemplate() });
        assert.deepEqual(coverage(shuffled.map(([, each]) => each)), coverage(read));
      }),
    );
  });

  it('can be kept whenever it is to end and no successor waits, and is told how only then', () => {
    holds((_, coverage) => {
      if (coverage) assert.equal(coverage.keep !== undefined, coverage.is === 'ends' || coverage.is === 'blocked');
    });
  });
});

describe('a roll-over', () => {
  it('is an end that has moved on, and nothing less', () => {
    const before = inDays(0);
    assert.ok(hasRolledOver(before, aRelationship({ endsAt: inDays(180) })));
    for (const changes of [
      { endsAt: before },
      { endsAt: inDays(-1) },
      { endsAt: undefined },
      { status: 'expired' },
    ] as const)
      assert.ok(!hasRolledOver(before, aRelationship({ endsAt: inDays(180), ...changes })));
  });
});
