// The index of followed relationships says what a look at every tenant would say, however they change.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FollowedRelationships } from '../../../src/domain/tenant/followed-relationships.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { aRelationship, tenantBy } from '../../support/builders.js';

const tenantIds = ['a', 'b', 'c', 'd'];
const numbers = [1, 2, 3];

/** A tenant that follows one of its relationships, or none. */
function following(tenantId: string, number: number | undefined): Tenant {
  const { onboarding, ...rest } = tenantBy.approved();
  if (number === undefined || !onboarding) return { ...rest, tenantId };
  return {
    ...rest,
    tenantId,
    onboarding: { ...onboarding, relationship: aRelationship({ id: `${tenantId}${number}` }) },
  };
}

/** Some tenants as they are after a commit; `undefined`: forgotten. */
const commit = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...tenantIds), fc.boolean(), fc.option(fc.constantFrom(...numbers))), {
    selector: ([id]) => id,
  })
  .map((changed) =>
    changed.map(([id, isThere, number]) => [id, isThere ? following(id, number ?? undefined) : undefined] as const),
  );

describe('the tenants by the relationship that they follow', () => {
  it('are what a look at every tenant says, after any commits', () => {
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 8 }), ([first = [], ...later]) => {
        const tenants = new Map(first.flatMap(([id, tenant]) => (tenant ? [[id, tenant]] : [])));
        const followed = new FollowedRelationships(tenants.values());
        for (const changed of later) {
          for (const [id, tenant] of changed) if (tenant) tenants.set(id, tenant);
          for (const [id, tenant] of changed) if (!tenant) tenants.delete(id);
          followed.update(changed);
          for (const relationshipId of tenantIds.flatMap((id) => numbers.map((number) => `${id}${number}`))) {
            const found = [...tenants.values()].find(
              ({ onboarding }) => onboarding?.relationship?.id === relationshipId,
            );
            assert.equal(followed.tenantIdOf(relationshipId), found?.tenantId);
          }
        }
      }),
    );
  });
});
