// The next step at Microsoft, by the tenant and what was just read.
import assert from 'node:assert/strict';
import { leftoverOf } from '../../../src/domain/access/leftover-access.js';
import type { AccessAssignment, Relationship } from '../../../src/domain/access/relationship.js';
import { nextRelationshipName, numberInName, relationshipName } from '../../../src/domain/access/relationship-name.js';
import { chooseRelationship } from '../../../src/domain/onboarding/choose-relationship.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { nextStep } from '../../../src/domain/onboarding/steps.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import {
  alex,
  anAssignment,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  bothAssigned,
  contoso,
  enabled,
  everyRole,
  having,
  now,
  securityTeam,
  serviceDesk,
} from '../../support/builders.js';

/** What is next once this has been read. */
const next = (
  look: ReturnType<typeof anObservation>,
  tenant: Tenant = aTenant(enabled),
  ...then: readonly FactData[]
) => {
  const read = tenant.onboarding ? readObservation(contoso, tenant.onboarding, look, aTemplate()) : [];
  const known = having(tenant, ...read, ...then);
  return known.onboarding && nextStep(known, known.onboarding, aTemplate(), now);
};
const looking = (relationships: readonly Relationship[], assignments: readonly AccessAssignment[] = []) =>
  anObservation({ relationships, assignments: { value: assignments } });

describe('the next step for a tenant without a relationship', () => {
  it('is to create one, pinned to the customer, with every role, under the first free name', () => {
    assert.deepEqual(next(looking([])), {
      do: 'createRelationship',
      tenantId: contoso,
      customerName: 'Contoso Ltd',
      displayName: `Gatehouse-${contoso}-1`,
      roleIds: everyRole,
      durationDays: 730,
      autoExtend: true,
    });
  });

  it('is nothing when Microsoft has refused it, until somebody asks again', () => {
    const refusal = { step: 'createRelationship', problem: { reason: 'noRights' }, relationshipName: 'x' } as const;
    assert.equal(next(looking([]), aTenant(enabled), { type: 'stepRefused', refusal }), undefined);
    const issue = { code: 'requestRefused', problem: { reason: 'noRights' }, relationshipName: 'x' } as const;
    const refused = having(
      aTenant(enabled),
      { type: 'stepRefused', refusal },
      { type: 'issuesFound', limitations: [issue] },
    );
    assert.equal(next(looking([]), refused), undefined);
    const again = having(refused, { type: 'revalidationRequested', by: alex });
    assert.equal(next(looking([]), again)?.do, 'createRelationship');
  });

  it('is nothing beside a request that somebody else made', () => {
    const theirs = aRelationship({ displayName: 'By hand', status: 'approvalPending' });
    assert.equal(next(looking([theirs])), undefined);
  });

  it('is to create one beside an active one that lacks a role', () => {
    const lacking = aRelationship({ displayName: 'MLT_1', roleIds: everyRole.slice(0, 1) });
    assert.equal(next(looking([lacking], bothAssigned))?.do, 'createRelationship');
  });

  it('is to create the next number when ours have ended', () => {
    const step = next(looking([aRelationship({ status: 'terminated' })]));
    assert.ok(step?.do === 'createRelationship');
    assert.equal(step.displayName, `Gatehouse-${contoso}-2`);
  });
});

describe('the next step for a relationship that was just created', () => {
  const created = aRelationship({ status: 'created', activatedAt: undefined, endsAt: undefined });

  it('is to lock it for approval, once', () => {
    assert.equal(next(looking([created]))?.do, 'lockForApproval');
    assert.equal(next(looking([created]), aTenant(enabled), { type: 'relationshipLocked' }), undefined);
  });

  it('is to lock it though the one that was followed before has been locked', () => {
    const ended = { ...created, status: 'terminated' } as const;
    const second = { ...created, id: 'relationship-2', displayName: `Gatehouse-${contoso}-2` };
    const locked = having(
      aTenant(enabled),
      { type: 'relationshipCreated', relationship: created },
      { type: 'relationshipLocked' },
    );
    const found = next(looking([ended, second]), locked);
    assert.ok(found?.do === 'lockForApproval' && found.relationshipId === 'relationship-2');
    const replaced = having(locked, { type: 'relationshipCreated', relationship: second });
    assert.equal(replaced.onboarding?.lockedAt, undefined);
  });

  it('is nothing when somebody else created it by hand', () => {
    const theirs = { ...created, displayName: 'By hand' };
    assert.equal(next(looking([theirs]))?.do, 'createRelationship');
  });
});

describe('the next step for an active relationship', () => {
  it('is to assign each group that has no assignment, one after the other', () => {
    const first = next(looking([aRelationship()]));
    assert.ok(first?.do === 'assignAccess' && first.groupId === serviceDesk);
    const second = next(looking([aRelationship()], [anAssignment(serviceDesk, { status: 'pending' })]));
    assert.ok(second?.do === 'assignAccess' && second.groupId === securityTeam);
    assert.equal(next(looking([aRelationship()], bothAssigned)), undefined);
  });

  it('leaves out roles that the relationship lacks, and groups for which none is left', () => {
    const followed = having(aTenant(enabled), { type: 'relationshipCreated', relationship: aRelationship() });
    const lacking = aRelationship({ roleIds: everyRole.slice(0, 1) });
    assert.equal(next(looking([lacking], [anAssignment(serviceDesk)]), followed), undefined);
  });

  it('is to assign anew what was deleted', () => {
    const step = next(
      looking([aRelationship()], [anAssignment(serviceDesk), anAssignment(securityTeam, { status: 'deleted' })]),
    );
    assert.ok(step?.do === 'assignAccess' && step.groupId === securityTeam);
  });

  it('is to widen an assignment that lacks a role, keeping what it has, and not again until Microsoft has done it', () => {
    const narrow = anAssignment(securityTeam, { roleIds: ['another-role'] });
    const look = looking([aRelationship()], [anAssignment(serviceDesk), narrow]);
    const step = next(look);
    assert.ok(step?.do === 'widenAssignment');
    assert.deepEqual(step.roleIds, ['another-role', everyRole[1]]);
    assert.equal(step.etag, narrow.etag);
    assert.equal(next(look, aTenant(enabled), { type: 'assignmentWidened', etag: narrow.etag }), undefined);
  });

  it('clears a failed assignment away only when somebody asks to try again, and once', () => {
    const failed = looking(
      [aRelationship()],
      [anAssignment(serviceDesk), anAssignment(securityTeam, { status: 'error' })],
    );
    assert.equal(next(failed), undefined);
    const known = having(
      aTenant(enabled),
      ...readObservation(contoso, onboardingOf(aTenant(enabled)), failed, aTemplate()),
    );
    const asked = having(known, { type: 'revalidationRequested', by: alex });
    const step = next(failed, asked);
    assert.ok(step?.do === 'removeAssignment' && step.groupId === securityTeam);
    const { assignmentId, groupId } = step;
    assert.equal(next(failed, having(asked, { type: 'assignmentRemoved', assignmentId, groupId })), undefined);
  });

  it('is nothing for a group that Microsoft has refused', () => {
    const refusal = { step: 'assignAccess', groupId: serviceDesk, problem: { reason: 'notAccepted' } } as const;
    const step = next(looking([aRelationship()]), aTenant(enabled), { type: 'stepRefused', refusal });
    assert.ok(step?.do === 'assignAccess' && step.groupId === securityTeam);
  });
});

describe('the relationship that matters', () => {
  const choose = (relationships: readonly Relationship[], tenant = aTenant(enabled)) =>
    chooseRelationship(contoso, onboardingOf(tenant), relationships, aTemplate()).relationship?.id;

  it('is an active one with every role, whoever made it, before anything on its way', () => {
    const pending = aRelationship({ id: 'pending', status: 'approvalPending' });
    const theirs = aRelationship({ id: 'theirs', displayName: 'By hand' });
    assert.equal(choose([pending, theirs]), 'theirs');
  });

  it('stays the one that is followed when another is as good', () => {
    const followed = having(aTenant(enabled), {
      type: 'relationshipCreated',
      relationship: aRelationship({ id: 'followed' }),
    });
    const newer = aRelationship({ id: 'newer', createdAt: '2026-11-20T10:00:00.000Z' });
    assert.equal(choose([newer, aRelationship({ id: 'followed' })], followed), 'followed');
  });

  it('is the newest of our own that are on their way', () => {
    const older = aRelationship({ id: 'older', status: 'approvalPending', createdAt: '2026-10-01T00:00:00.000Z' });
    const newer = aRelationship({ id: 'newer', status: 'approvalPending', createdAt: '2026-11-01T00:00:00.000Z' });
    assert.equal(choose([older, newer]), 'newer');
  });

  it('is one of somebody else’s that the customer has approved, only if it has every role', () => {
    for (const status of ['approved', 'activating'] as const) {
      const theirs = aRelationship({ id: 'theirs', displayName: 'By hand', status });
      assert.equal(choose([theirs]), 'theirs', status);
      assert.equal(choose([{ ...theirs, roleIds: everyRole.slice(0, 1) }]), undefined, status);
    }
  });

  it('is none when all that is there is ending', () => {
    assert.equal(choose([aRelationship({ status: 'terminating' }), aRelationship({ status: 'expired' })]), undefined);
  });
});

describe('the names of our relationships', () => {
  it('fit Microsoft’s fifty characters even for the last number, and hold letters, digits and hyphens only', () => {
    assert.match(relationshipName(contoso, 999), /^[A-Za-z0-9-]{1,50}$/);
  });

  it('are recognised in any case, for their own tenant only', () => {
    assert.equal(numberInName(contoso, relationshipName(contoso, 12).toUpperCase()), 12);
    assert.equal(numberInName('20000000-0000-4000-8000-000000000001', relationshipName(contoso, 12)), undefined);
  });

  it('count on from the highest number, whatever else there is', () => {
    const used = [relationshipName(contoso, 2), relationshipName(contoso, 7), 'By hand'];
    assert.equal(nextRelationshipName(contoso, used), relationshipName(contoso, 8));
  });
});

describe('what is left at Microsoft of a tenant that we do not look after', () => {
  const left = (...statuses: readonly Relationship['status'][]) =>
    leftoverOf(statuses.map((status) => aRelationship({ status }))).leftoverAccess;

  it('is live access while any relationship may still give some', () => {
    for (const status of ['active', 'approved', 'activating', 'expiring', 'terminating', 'unknown'] as const) {
      assert.equal(left('terminated', status), 'liveAccess', status);
    }
  });

  it('is an open request while one can still be approved, and nothing after that', () => {
    assert.equal(left('expired', 'approvalPending'), 'approvalRequest');
    assert.equal(left('created', 'expired', 'terminated'), 'none');
  });
});

function onboardingOf({ onboarding }: Tenant) {
  assert.ok(onboarding);
  return onboarding;
}
