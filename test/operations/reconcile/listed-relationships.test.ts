// A list of relationships that is let go page by page says the same as one that is held as a whole.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Leftover, leftoverOf } from '../../../src/domain/access/leftover-access.js';
import { fingerprintOf } from '../../../src/domain/access/observation.js';
import { type ListedRelationship, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import { ListedRelationships } from '../../../src/operations/reconcile/listed-relationships.js';
import { aRelationship, aTemplate, aTenant, contoso, tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';
import { fabrikam } from '../../support/reconcile-bench.js';

const template = aTemplate();
const instants = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'] as const;
const instant = fc.option(fc.constantFrom(...instants), { nil: undefined });

const relationshipsOf = (tenantId: string) =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.nat(8).map((n) => `${tenantId.at(-1)}000000${n}`),
        status: fc.constantFrom(...relationshipStatuses, 'unknown' as const),
        modifiedAt: instant,
        createdAt: instant,
        activatedAt: instant,
        endsAt: instant,
      })
      .map((changes): ListedRelationship => ({ ...aRelationship(changes), ...changes, customerTenantId: tenantId })),
    { selector: ({ id }) => id, maxLength: 4 },
  );

/** Two tenants' relationships in any order, in pages of any size. */
const lists = fc
  .tuple(relationshipsOf(contoso), relationshipsOf(fabrikam))
  .chain(([ours, theirs]) =>
    fc.tuple(fc.constant(ours), fc.constant(theirs), shuffled([...ours, ...theirs]), fc.integer({ min: 1, max: 4 })),
  );

function shuffled<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(items, { minLength: items.length });
}

const approvedWith = (relationships: readonly ListedRelationship[]) => {
  const tenant = tenantBy.approved();
  const fingerprint = fingerprintOf(relationships, template);
  return { ...tenant, onboarding: tenant.onboarding && { ...tenant.onboarding, fingerprint } };
};

const taken = (listed: ListedRelationships, all: readonly ListedRelationship[], pageSize: number) => {
  for (let start = 0; start < all.length; start += pageSize) listed.take(all.slice(start, start + pageSize));
  return listed;
};

const sorted = (relationships: readonly ListedRelationship[] | undefined) =>
  relationships?.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a list of relationships whose pages are let go, in any order', () => {
  it('differs from the last check where the whole list would', () => {
    fc.assert(
      fc.property(lists, relationshipsOf(contoso), fc.boolean(), ([ours, , all, pageSize], others, isSame) => {
        const tenant = approvedWith(isSame ? ours : others);
        const listed = taken(new ListedRelationships(new MemoryStore({ tenants: [tenant] }), new Set()), all, pageSize);
        const differs = fingerprintOf(ours, template) !== tenant.onboarding?.fingerprint;
        assert.equal(listed.differsFrom(tenant), differs);
        // What is in hand for a check is all or nothing.
        const inHand = sorted(listed.allOf(contoso));
        if (inHand) assert.deepEqual(inHand, sorted(ours));
        assert.equal(listed.count, all.length);
      }),
    );
  });

  it('differs where the followed relationship has lost a role, ends otherwise or has another auto-extend, whatever Microsoft says it changed', () => {
    const [first = ''] = aRelationship().roleIds;
    const followed = { ...aRelationship(), customerTenantId: contoso };
    const tenant = approvedWith([followed]);
    for (const [changes, expected] of [
      [{}, false],
      [{ roleIds: followed.roleIds.toReversed() }, false],
      [{ roleIds: [first] }, true],
      [{ autoExtends: false }, true],
      [{ endsAt: instants[2] }, true],
    ] as const) {
      const store = new MemoryStore({ tenants: [tenant] });
      const listed = taken(new ListedRelationships(store, new Set()), [{ ...followed, ...changes }], 1);
      assert.equal(listed.differsFrom(tenant), expected, JSON.stringify(changes));
    }
  });

  it('is in hand as a whole for a tenant that is due', () => {
    fc.assert(
      fc.property(lists, ([ours, , all, pageSize]) => {
        const store = new MemoryStore({ tenants: [approvedWith(ours)] });
        const listed = taken(new ListedRelationships(store, new Set([contoso])), all, pageSize);
        assert.deepEqual(sorted(listed.allOf(contoso)), sorted(ours));
      }),
    );
  });

  it('leaves of a tenant that nobody looks after, listed or not, what the whole list would', () => {
    fc.assert(
      fc.property(lists, ([ours, theirs, all, pageSize]) => {
        const store = new MemoryStore({ tenants: [aTenant()] });
        const listed = taken(new ListedRelationships(store, new Set()), all, pageSize);
        const left = ({ leftoverAccess, leftoverSpan }: Leftover = { leftoverAccess: 'none' }) => [
          leftoverAccess,
          leftoverSpan,
        ];
        assert.deepEqual(left(listed.leftoverOf(contoso)), left(leftoverOf(ours)));
        assert.deepEqual(left(listed.leftovers.get(fabrikam)), left(leftoverOf(theirs)));
      }),
    );
  });
});

describe('the name of a tenant that nobody looks after', () => {
  const ended = { ...aRelationship({ status: 'terminated' }), id: 'ended', customerName: 'Contoso Ltd' };
  const active = { ...aRelationship({ status: 'active' }), id: 'active', customerName: undefined };

  it('is what any of its relationships calls it, an ended one too, whichever comes first', () => {
    for (const order of [
      [ended, active],
      [active, ended],
    ]) {
      const all = order.map((relationship): ListedRelationship => ({ ...relationship, customerTenantId: contoso }));
      const listed = taken(new ListedRelationships(new MemoryStore({ tenants: [] }), new Set()), all, 1);
      assert.equal(listed.leftoverOf(contoso)?.customerName, 'Contoso Ltd');
      assert.equal(listed.leftoverOf(contoso)?.leftoverAccess, 'liveAccess');
    }
  });
});

describe('a list of relationships of a tenant that is as it was', () => {
  const one = { ...aRelationship(), customerTenantId: contoso };
  const store = new MemoryStore({ tenants: [approvedWith([one])] });

  it('is not held', () => {
    const listed = taken(new ListedRelationships(store, new Set()), [one], 1);
    assert.deepEqual([listed.differsFrom(approvedWith([one])), listed.allOf(contoso)], [false, undefined]);
  });

  it('says nothing of what is left of it, which only its checks know', () => {
    for (const due of [new Set<string>(), new Set([contoso])])
      assert.equal(taken(new ListedRelationships(store, due), [one], 1).leftoverOf(contoso), undefined);
  });

  it('proves nothing gone where it is partial', () => {
    const listed = new ListedRelationships(store, new Set());
    listed.take(Object.assign([], { isPartial: true } as const));
    assert.deepEqual([listed.differsFrom(approvedWith([one])), listed.allOf(contoso)], [false, undefined]);
  });

  it('says something new where it names the relationship twice, for which it is asked by itself', () => {
    const listed = taken(new ListedRelationships(store, new Set()), [one, one], 1);
    assert.deepEqual([listed.differsFrom(approvedWith([one])), listed.allOf(contoso)], [true, undefined]);
  });
});
