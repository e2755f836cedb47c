// What an offboarding would remove, what can be chosen, what can't be removed, and what stays.
import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import type { Inventory } from '../../../src/domain/offboarding/inventory.js';
import { type PlanLine, planOf, stepsOf } from '../../../src/domain/offboarding/plan.js';
import { outlineOf } from '../../../src/domain/offboarding/same-plan.js';
import { anAssignment, aRelationship, bothAssigned, serviceDesk } from '../../support/builders.js';
import {
  anInventoryRelationship,
  aReservation,
  aSubscription,
  cloudApplicationAdministrator,
  inventory,
} from '../../support/offboarding-builders.js';

const problem = { reason: 'noRights', service: 'partnerCenter' } as const;

const fatesOf = (changes: Partial<Inventory>, kind: PlanLine['kind']) =>
  planOf(inventory(changes))
    .lines.filter((line) => line.kind === kind)
    .map(({ fate }) => ('why' in fate ? `${fate.is} ${fate.why}` : fate.is));

const withStatus = (status: RelationshipStatus): Partial<Inventory> => ({
  relationships: { value: [{ relationship: aRelationship({ status }) }] },
});

describe('a plan', () => {
  it('removes what goes without a choice, and leaves the reseller relationship to be chosen', () => {
    const plan = planOf(inventory());
    assert.deepEqual(
      plan.lines.map(({ kind, fate }) => `${kind}: ${fate.is}`),
      [
        'assignment: removed',
        'assignment: removed',
        'consent: removed',
        'relationship: removed',
        'delegatedAdmin: removed',
        'reseller: choosable',
      ],
    );
    assert.deepEqual(stepsOf(plan), {
      possible: ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'],
      chosen: ['assignments', 'consent', 'relationships', 'delegatedAdmin'],
    });
  });

  const relationshipFates: Readonly<Record<RelationshipStatus, readonly [what: PlanLine['kind'], fate: string]>> = {
    created: ['relationship', 'removed'],
    approvalPending: ['invitation', 'cannot pendingInvitation'],
    approved: ['relationship', 'removed'],
    activating: ['relationship', 'removed'],
    active: ['relationship', 'removed'],
    expiring: ['relationship', 'removed'],
    expired: ['relationship', 'stays'],
    terminationRequested: ['relationship', 'removed'],
    terminating: ['relationship', 'removed'],
    terminated: ['relationship', 'stays'],
    gone: ['relationship', 'stays'],
    // What we do not understand may still be access.
    unknown: ['relationship', 'removed'],
  };
  for (const [status, [what, fate]] of Object.entries(relationshipFates)) {
    it(`knows what becomes of a relationship that is ${status}`, () => {
      assert.deepEqual(fatesOf(withStatus(status as RelationshipStatus), what), [fate]);
    });
  }

  it('says until when a request can be approved', () => {
    const line = planOf(inventory(withStatus('approvalPending'))).lines.find(({ kind }) => kind === 'invitation');
    assert.equal(line?.kind === 'invitation' && line.lapsesAt, '2027-01-30T10:00:00.000Z');
    const lockedLater = aRelationship({ status: 'approvalPending', modifiedAt: '2026-11-20T10:00:00.000Z' });
    const found = planOf(inventory({ relationships: { value: [{ relationship: lockedLater }] } })).lines.find(
      ({ kind }) => kind === 'invitation',
    );
    assert.equal(found?.kind === 'invitation' && found.lapsesAt, '2027-02-18T10:00:00.000Z');
  });

  it('leaves out assignments that are deleted, and takes along those that are being deleted', () => {
    const assignments = [
      anAssignment(serviceDesk, { id: '1', status: 'deleted' }),
      anAssignment(serviceDesk, { id: '2', status: 'deleting' }),
      anAssignment(serviceDesk, { id: '3', status: 'error' }),
    ];
    const { lines } = planOf(
      inventory({ relationships: { value: [{ relationship: aRelationship(), assignments: { value: assignments } }] } }),
    );
    const ids = lines.flatMap((line) => (line.kind === 'assignment' ? [line.assignment.id] : []));
    assert.deepEqual(ids, ['2', '3']);
  });

  describe('of the consent', () => {
    it('has nothing to remove where there is none', () => {
      assert.deepEqual(fatesOf({ consent: { value: 'none' } }, 'consent'), ['stays']);
    });

    it('cannot remove it where no access of ours leads in', () => {
      assert.deepEqual(fatesOf({ consent: { value: 'noWayIn' } }, 'consent'), ['cannot noWayIn']);
    });

    const withoutRole: Inventory['relationships'] = {
      value: [{ relationship: aRelationship(), assignments: { value: bothAssigned } }],
    };
    const noDelegatedAdmin: Inventory['standing'] = { value: { isReseller: true, delegatedAdmin: false } };

    it('cannot remove it without a role that may manage applications', () => {
      const changes = { relationships: withoutRole, standing: noDelegatedAdmin };
      assert.deepEqual(fatesOf(changes, 'consent'), ['cannot noRoleForConsent']);
    });

    it('cannot remove it by an assignment that is not active', () => {
      const pending = anAssignment(serviceDesk, { status: 'pending', roleIds: [cloudApplicationAdministrator] });
      const relationships: Inventory['relationships'] = {
        value: [{ relationship: aRelationship(), assignments: { value: [pending] } }],
      };
      assert.deepEqual(fatesOf({ relationships, standing: noDelegatedAdmin }, 'consent'), ['cannot noRoleForConsent']);
    });

    it('can remove it by delegated admin, or perhaps by what could not be read', () => {
      assert.deepEqual(fatesOf({ relationships: withoutRole }, 'consent'), ['removed']);
      const unread: Inventory['relationships'] = {
        value: [{ relationship: aRelationship(), assignments: { failed: problem } }],
      };
      assert.deepEqual(fatesOf({ relationships: unread, standing: noDelegatedAdmin }, 'consent'), ['removed']);
    });
  });

  describe('of delegated admin and the reseller relationship', () => {
    it('has nothing to remove where there is neither', () => {
      const standing: Inventory['standing'] = { value: { isReseller: false, delegatedAdmin: false } };
      assert.deepEqual(fatesOf({ standing }, 'delegatedAdmin'), ['stays']);
      assert.deepEqual(fatesOf({ standing }, 'reseller'), ['stays']);
    });

    it('can remove neither while there are reserved instances', () => {
      const changes: Partial<Inventory> = { reservations: { value: [aReservation] } };
      assert.deepEqual(fatesOf(changes, 'delegatedAdmin'), ['cannot reservations']);
      assert.deepEqual(fatesOf(changes, 'reseller'), ['cannot reservations']);
    });

    for (const status of ['active', 'pending', 'unknown'] as const) {
      it(`cannot end the reseller relationship while a subscription is ${status}`, () => {
        const subscriptions: Inventory['subscriptions'] = { value: [aSubscription({ status })] };
        assert.deepEqual(fatesOf({ subscriptions }, 'reseller'), ['cannot activeSubscriptions']);
        assert.deepEqual(fatesOf({ subscriptions }, 'delegatedAdmin'), ['removed']);
      });
    }

    it('can end it once every subscription is suspended or over', () => {
      const subscriptions: Inventory['subscriptions'] = {
        value: (['suspended', 'expired', 'disabled', 'deleted'] as const).map((status) => aSubscription({ status })),
      };
      assert.deepEqual(fatesOf({ subscriptions }, 'reseller'), ['choosable']);
      // What is over is not billed any more.
      assert.deepEqual(fatesOf({ subscriptions }, 'subscription'), ['stays', 'stays']);
    });

    it('can remove neither while it cannot be read what stands in the way', () => {
      const changes: Partial<Inventory> = { reservations: { failed: problem } };
      assert.deepEqual(fatesOf(changes, 'delegatedAdmin'), ['cannot unread']);
      assert.deepEqual(fatesOf(changes, 'reseller'), ['cannot unread']);
      assert.deepEqual(fatesOf({ subscriptions: { failed: problem } }, 'reseller'), ['cannot unread']);
    });
  });

  it('says of every part that could not be read that nothing is known of it', () => {
    const failed = { failed: problem };
    const plan = planOf(
      inventory({
        relationships: failed,
        consent: failed,
        standing: failed,
        subscriptions: failed,
        reservations: failed,
      }),
    );
    assert.deepEqual(
      plan.lines.map((line) => (line.kind === 'unread' ? line.part : line.kind)),
      ['relationships', 'consent', 'standing', 'subscriptions', 'reservations'],
    );
    assert.deepEqual(stepsOf(plan).possible, []);
  });

  it('says which relationship’s assignments could not be read', () => {
    const relationships: Inventory['relationships'] = {
      value: [{ relationship: aRelationship(), assignments: { failed: problem } }],
    };
    const line = planOf(inventory({ relationships })).lines.find(({ kind }) => kind === 'unread');
    assert.equal(line?.kind === 'unread' && line.relationshipId, 'relationship-1');
  });
});

describe('the outline of a plan', () => {
  const outline = (changes: Partial<Inventory> = {}) => outlineOf(planOf(inventory(changes)));

  it('is the same for the same things read at another time and in another order', () => {
    const turned = [anInventoryRelationship(), anInventoryRelationship({ id: 'relationship-2' })];
    const one = outline({ relationships: { value: turned } });
    assert.equal(outline({ at: '2026-11-22T11:00:00.000Z', relationships: { value: [...turned].reverse() } }), one);
  });

  it('is the same for another version of the same assignment, and for one that has become active', () => {
    const assigned = (etag: string, status: 'active' | 'pending') =>
      outline({
        relationships: {
          value: [
            { relationship: aRelationship(), assignments: { value: [anAssignment(serviceDesk, { etag, status })] } },
          ],
        },
      });
    assert.equal(assigned('1', 'active'), assigned('2', 'pending'));
  });

  const others: Readonly<Record<string, Partial<Inventory>>> = {
    'a relationship more': {
      relationships: { value: [anInventoryRelationship(), anInventoryRelationship({ id: 'other' })] },
    },
    'a relationship that has ended': { relationships: { value: [anInventoryRelationship({ status: 'terminated' })] } },
    'no consent': { consent: { value: 'none' } },
    'no delegated admin': { standing: { value: { isReseller: true, delegatedAdmin: false } } },
    'no reseller relationship': { standing: { value: { isReseller: false, delegatedAdmin: true } } },
    'a subscription more': { subscriptions: { value: [aSubscription()] } },
    'a reserved instance more': { reservations: { value: [aReservation] } },
    'a part that could not be read': { consent: { failed: problem } },
  };
  for (const [name, changes] of Object.entries(others)) {
    it(`is another one for ${name}`, () => assert.notEqual(outline(changes), outline()));
  }

  const unlike: Readonly<Record<string, readonly [Partial<Inventory>, Partial<Inventory>]>> = {
    'a subscription that is active again': [
      { subscriptions: { value: [aSubscription({ status: 'suspended' })] } },
      { subscriptions: { value: [aSubscription()] } },
    ],
    'more of the same licences': [
      { subscriptions: { value: [aSubscription({ quantity: 24 })] } },
      { subscriptions: { value: [aSubscription({ quantity: 25 })] } },
    ],
    'more of the same reserved instances': [
      { reservations: { value: [aReservation] } },
      { reservations: { value: [{ ...aReservation, quantity: 2 }] } },
    ],
    'the assignments of another relationship that could not be read': [
      {
        relationships: {
          value: [
            { ...anInventoryRelationship(), assignments: { failed: problem } },
            anInventoryRelationship({ id: 'b' }),
          ],
        },
      },
      {
        relationships: {
          value: [
            anInventoryRelationship(),
            { ...anInventoryRelationship({ id: 'b' }), assignments: { failed: problem } },
          ],
        },
      },
    ],
  };
  for (const [name, [one, other]] of Object.entries(unlike)) {
    it(`is another one for ${name}`, () => assert.notEqual(outline(one), outline(other)));
  }

  it('is another one for an assignment that has another role', () => {
    const having = (roleIds: readonly string[]) =>
      outline({
        relationships: {
          value: [{ relationship: aRelationship(), assignments: { value: [anAssignment(serviceDesk, { roleIds })] } }],
        },
      });
    assert.notEqual(having(['a']), having(['a', 'b']));
    assert.equal(having(['b', 'a']), having(['a', 'b']));
  });
});
