// Drift of auto-extend: from all relationships of a tenant, its template, and what a person has decided.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { missingRoles } from '../../../src/domain/access/access-template.js';
import { coverageOf } from '../../../src/domain/access/coverage.js';
import { hasAutoExtendDrift } from '../../../src/domain/access/drift.js';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { isOpen, type Relationship, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import { addDays } from '../../../src/domain/time.js';
import { alex, aRelationship, aTemplate, contoso, everyRole, now } from '../../support/builders.js';

const on = addDays(now, 30);
const coverage = { is: 'ends', on, relationshipId: 'relationship-1', keep: 'extend' } as const;
const kept = { by: alex, at: now, way: 'request', on } as const;

describe('drift of auto-extend', () => {
  it('is that a template wants it, and it is off where one call switches it on', () => {
    assert.ok(hasAutoExtendDrift({ onboarding: { coverage } }, aTemplate()));
  });

  for (const [what, subject, template] of [
    ['the template does not want it', { onboarding: { coverage } }, aTemplate({ autoExtend: false })],
    ['the tenant is not onboarded', {}, aTemplate()],
    ['nothing was read yet', { onboarding: {} }, aTemplate()],
    ['the tenant is being offboarded', { onboarding: { coverage }, offboarding: {} }, aTemplate()],
    ['a person had this end covered by a request', { onboarding: { coverage, kept } }, aTemplate()],
    [
      'only a request can keep it',
      { onboarding: { coverage: { ...coverage, keep: 'request' as const } } },
      aTemplate(),
    ],
  ] as const) {
    it(`is none where ${what}`, () => assert.ok(!hasAutoExtendDrift(subject, template)));
  }

  it('is drift again at another end than the one that a person had covered, or where they had it extended', () => {
    for (const changes of [{ on: addDays(on, -400) }, { way: 'extend' as const }])
      assert.ok(hasAutoExtendDrift({ onboarding: { coverage, kept: { ...kept, ...changes } } }, aTemplate()));
  });

  it('follows from the relationships alone, in whatever order they come', () => {
    const anyRelationship = fc
      .record({
        status: fc.constantFrom(...relationshipStatuses),
        autoExtends: fc.boolean(),
        endsAt: fc.option(
          fc.integer({ min: 1, max: 700 }).map((days) => addDays(now, days)),
          { nil: undefined },
        ),
        roleIds: fc.constantFrom(everyRole, everyRole.slice(0, 1), [...everyRole, globalAdministratorId]),
      })
      .map((changes) => aRelationship(changes));
    const template = aTemplate();
    const suffices = ({ roleIds }: Relationship) => missingRoles(template, roleIds).length === 0;
    const isFree = ({ roleIds }: Relationship) => !roleIds.includes(globalAdministratorId);
    fc.assert(
      fc.property(fc.array(anyRelationship, { maxLength: 4 }), fc.boolean(), (made, autoExtend) => {
        const relationships = made.map((each, index) => ({ ...each, id: `relationship-${index}` }));
        const found = (each: readonly Relationship[]) =>
          hasAutoExtendDrift(
            {
              onboarding: {
                coverage: coverageOf({ tenantId: contoso, relationships: each, followed: each[0], template }),
              },
            },
            aTemplate({ autoExtend }),
          );
        const giving = relationships.filter(
          (each) => each.status === 'active' && each.endsAt !== undefined && suffices(each),
        );
        const isCovered = relationships.some(
          (each) =>
            suffices(each) && (isOpen(each.status) || each.status === 'approved' || each.status === 'activating'),
        );
        const isOff = giving.some(isFree) && !giving.some((each) => isFree(each) && each.autoExtends);
        assert.equal(found(relationships), autoExtend && isOff && !isCovered);
        assert.equal(found(relationships.toReversed()), found(relationships));
      }),
    );
  });
});
