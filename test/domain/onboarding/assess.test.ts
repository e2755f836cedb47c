// A tenant's status and limitations, by what Microsoft says.
import assert from 'node:assert/strict';
import { limitationKey } from '../../../src/domain/access/limitation.js';
import { isEnded, type RelationshipStatus, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import type { Problem } from '../../../src/domain/problem.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { Status } from '../../../src/domain/tenant/status.js';
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
  globalReader,
  having,
  now,
  securityTeam,
  seen,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';

const assessed = (look: ReturnType<typeof anObservation>, tenant = aTenant(enabled), template = aTemplate()) => {
  const { status, onboarding } = seen(tenant, look, template);
  return { status, limitations: (onboarding?.limitations ?? []).map(limitationKey) };
};

const forbidden: Problem = { reason: 'noRights', requestId: 'request-1' };
const down: Problem = { reason: 'unreachable' };

describe('the status of a tenant, by the status of its relationship', () => {
  const expected: Readonly<Record<RelationshipStatus, Status>> = {
    created: 'awaitingMicrosoft',
    approvalPending: 'needsApproval',
    approved: 'awaitingMicrosoft',
    activating: 'awaitingMicrosoft',
    active: 'approved',
    expiring: 'issuesFound',
    expired: 'issuesFound',
    terminationRequested: 'awaitingMicrosoft',
    terminating: 'awaitingMicrosoft',
    terminated: 'issuesFound',
    unknown: 'issuesFound',
    gone: 'issuesFound',
  };
  for (const status of [...relationshipStatuses, 'unknown', 'gone'] as const) {
    it(`${status} → ${expected[status]}`, () => {
      const relationship = aRelationship({ status });
      const look =
        status === 'gone' ? anObservation({ relationships: [] }) : anObservation({ relationships: [relationship] });
      assert.equal(assessed(look, tenantBy.approved()).status, expected[status]);
    });
  }
});

describe('an active relationship', () => {
  it('is Approved with every role, every group and an Azure plan', () => {
    assert.deepEqual(assessed(anObservation()), { status: 'approved', limitations: [] });
  });

  it('may have more roles than the template asks for', () => {
    const relationship = aRelationship({ roleIds: [...aRelationship().roleIds, globalReader.id] });
    assert.equal(assessed(anObservation({ relationships: [relationship] })).status, 'approved');
  });

  it('lacks the roles that it lacks, by name', () => {
    const roleIds = aRelationship().roleIds.slice(0, 1);
    const { onboarding } = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ roleIds })] }));
    const [limitation] = onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'roleMissing');
    assert.deepEqual(
      limitation.roles.map(({ name }) => name),
      ['Security Administrator'],
    );
  });

  it('waits while an assignment is pending, being deleted, or about to be made', () => {
    for (const status of ['pending', 'deleting', 'unknown'] as const) {
      const assignments = { value: [anAssignment(serviceDesk), anAssignment(securityTeam, { status })] };
      assert.equal(assessed(anObservation({ assignments })).status, 'awaitingMicrosoft', status);
    }
    assert.equal(assessed(anObservation({ assignments: { value: [] } })).status, 'awaitingMicrosoft');
  });

  it('waits while a group does not hold all its roles yet', () => {
    const assignments = { value: [anAssignment(serviceDesk), anAssignment(securityTeam, { roleIds: [] })] };
    assert.equal(assessed(anObservation({ assignments })).status, 'awaitingMicrosoft');
  });

  it('has an issue with an assignment that failed, but not with a failed one beside one that works', () => {
    const failed = anAssignment(securityTeam, { id: 'failed', status: 'error' });
    const assignments = { value: [anAssignment(serviceDesk), failed] };
    assert.deepEqual(assessed(anObservation({ assignments })).limitations, ['assignmentFailed:Security']);
    assert.equal(assessed(anObservation({ assignments: { value: [failed, ...bothAssigned] } })).status, 'approved');
  });

  it('takes no notice of deleted assignments', () => {
    const deleted = anAssignment(securityTeam, { id: 'deleted', status: 'deleted' });
    assert.equal(assessed(anObservation({ assignments: { value: [deleted, ...bothAssigned] } })).status, 'approved');
  });

  const azure = { notActive: 'azurePlanNotActive', none: 'noAzurePlan', notReseller: 'notReseller' } as const;
  for (const [plan, code] of Object.entries(azure)) {
    it(`has the issue ${code} when Azure is ${plan}, unless the template does not ask for Azure`, () => {
      const look = anObservation({ azure: { value: plan as keyof typeof azure } });
      assert.deepEqual(assessed(look), { status: 'issuesFound', limitations: [code] });
      const template = aTemplate({ requireAzure: false });
      assert.equal(assessed(look, aTenant(enabled), template).status, 'approved');
    });
  }

  it('tells every limitation at once', () => {
    const look = anObservation({
      relationships: [aRelationship({ roleIds: aRelationship().roleIds.slice(0, 1) })],
      assignments: { value: [anAssignment(serviceDesk, { status: 'error' })] },
      azure: { value: 'none' },
    });
    const { limitations } = assessed(look, tenantBy.approved());
    assert.deepEqual(
      limitations.map((key) => key.split(':')[0]),
      ['roleMissing', 'assignmentFailed', 'noAzurePlan'],
    );
  });
});

describe('a check that fails', () => {
  it('is told as one that failed, never as something missing', () => {
    assert.deepEqual(assessed(anObservation({ azure: { failed: forbidden } })).limitations, [
      'couldNotCheck:azurePlan',
    ]);
    const assignments = { failed: forbidden };
    assert.deepEqual(assessed(anObservation({ assignments })).limitations, ['couldNotCheck:assignments']);
  });

  it('does not make what was in place look worse', () => {
    const look = anObservation({ azure: { failed: down }, assignments: { failed: down } });
    assert.equal(assessed(look, tenantBy.approved()).status, 'approved');
  });

  it('does not leave "missing" assessed as if it had been checked', () => {
    assert.deepEqual(assessed(anObservation({ azure: { failed: forbidden } }), tenantBy.issuesFound()).limitations, [
      'couldNotCheck:azurePlan',
    ]);
  });

  it('for a passing reason leaves "missing" and its acceptance as they were, unless somebody asked to look again', () => {
    const missing = tenantBy.issuesFound();
    assert.deepEqual(assessed(anObservation({ azure: { failed: down } }), missing).limitations, ['noAzurePlan']);
    const accepted = evolve(missing, { type: 'limitationsAccepted', by: alex, at: now });
    assert.ok(seen(accepted, anObservation({ azure: { failed: down } })).onboarding?.accepted);
    const asked = evolve(missing, { type: 'revalidationRequested', by: alex, at: now });
    assert.equal(seen(asked, anObservation({ azure: { failed: down } })).status, 'awaitingMicrosoft');
  });

  it('keeps the first request id for as long as it fails for the same reason', () => {
    const fails = (requestId: string) => anObservation({ azure: { failed: { reason: 'noRights', requestId } } });
    const first = seen(aTenant(enabled), fails('one'));
    assert.deepEqual(seen(first, fails('two')), first);
  });

  it('is repeated in silence for a minute when it may pass, and then told', () => {
    const tenant = seen(aTenant(enabled), anObservation({ azure: { failed: down } }));
    assert.equal(tenant.status, 'awaitingMicrosoft');
    const later = seen(tenant, anObservation({ azure: { failed: down } }), aTemplate(), '2026-11-22T10:01:01.000Z');
    assert.equal(later.status, 'issuesFound');
  });
});

describe('a wait for Microsoft', () => {
  const hourLater = '2026-11-22T11:00:01.000Z';
  const activating = anObservation({ relationships: [aRelationship({ status: 'activating' })] });

  it('becomes an issue after an hour, and stays one until something changes or somebody asks', () => {
    const stuck = seen(aTenant(enabled), activating, aTemplate(), hourLater);
    assert.deepEqual((stuck.onboarding?.limitations ?? []).map(limitationKey), ['takesTooLong']);
    assert.equal(seen(stuck, activating, aTemplate(), hourLater).status, 'issuesFound');
    assert.equal(seen(stuck, anObservation(), aTemplate(), hourLater).status, 'approved');
  });
});

describe('a relationship that is over', () => {
  const ending = (changes: Parameters<typeof aRelationship>[0], gone = false) => {
    const before = seen(
      aTenant(enabled),
      anObservation({ relationships: [aRelationship({ ...changes, status: 'approvalPending' })] }),
    );
    const look = anObservation({ relationships: gone ? [] : [aRelationship(changes)] });
    const [limitation] = seen(before, look).onboarding?.limitations ?? [];
    return limitation?.code === 'relationshipLost' ? limitation.ending : limitation?.code;
  };

  it('was ended, when it had been active', () => {
    assert.equal(ending({ status: 'terminated' }), 'terminated');
    assert.equal(ending({ status: 'expired' }), 'expired');
    assert.equal(ending({ status: 'expiring' }), 'expiring');
  });

  it('was declined, when it never was active and nobody had much time to forget it', () => {
    assert.equal(ending({ status: 'terminated', activatedAt: undefined }), 'declined');
  });

  it('lapsed, when it waited for ninety days', () => {
    assert.equal(ending({ activatedAt: undefined, createdAt: '2026-08-24T09:00:00.000Z' }, true), 'lapsed');
  });

  it('is told as lost access, but only as an issue while it is about to expire', () => {
    const told = (status: RelationshipStatus) =>
      seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status })] })).history.at(-1)?.what;
    assert.equal(told('expiring'), 'issuesFound');
    assert.equal(told('expired'), 'accessLost');
    assert.equal(told('terminated'), 'accessLost');
  });

  it('counts as ended in every one of those states, and in no other', () => {
    assert.deepEqual(relationshipStatuses.filter(isEnded), ['expired', 'terminated']);
    assert.equal(isEnded('gone'), true);
    assert.equal(isEnded('unknown'), false);
  });
});

describe('a request that Microsoft would not put before the customer', () => {
  const created = aRelationship({ status: 'created', activatedAt: undefined });
  const refused = having(
    aTenant(enabled),
    { type: 'relationshipCreated', relationship: created },
    {
      type: 'stepRefused',
      refusal: { step: 'createRelationship', problem: forbidden, relationshipName: created.displayName },
    },
  );

  it('is an issue while it is only created', () => {
    assert.deepEqual(assessed(anObservation({ relationships: [created] }), refused).limitations, [
      'requestRefused:noRights',
    ]);
  });

  it('is none once the customer has it all the same', () => {
    const pending = seen(refused, anObservation({ relationships: [{ ...created, status: 'approvalPending' }] }));
    assert.equal(pending.status, 'needsApproval');
    assert.deepEqual(pending.onboarding?.refusals, []);
  });
});

describe('a request that somebody else made', () => {
  it('is an issue that names it, and nothing is created beside it', () => {
    const theirs = aRelationship({ id: 'theirs', displayName: 'By hand', status: 'approvalPending' });
    assert.deepEqual(assessed(anObservation({ relationships: [theirs] })).limitations, ['requestElsewhere']);
  });

  it('does not matter once there is an active relationship that has everything', () => {
    const theirs = aRelationship({ id: 'theirs', displayName: 'By hand', status: 'approvalPending' });
    assert.equal(assessed(anObservation({ relationships: [theirs, aRelationship()] })).status, 'approved');
  });

  it('is taken up when the customer has approved it and it has every role', () => {
    const theirs = aRelationship({ id: 'theirs', displayName: 'By hand', status: 'activating' });
    assert.equal(assessed(anObservation({ relationships: [theirs] })).status, 'awaitingMicrosoft');
  });

  it('is told apart from ours for another tenant, and from names that only look like ours', () => {
    for (const displayName of [
      `Gatehouse-${contoso}`,
      `Gatehouse-${contoso}-0`,
      `Gatehouse-${contoso}-1x`,
      'Gatehouse-1',
    ]) {
      const theirs = aRelationship({ displayName, status: 'approvalPending' });
      assert.deepEqual(
        assessed(anObservation({ relationships: [theirs] })).limitations,
        ['requestElsewhere'],
        displayName,
      );
    }
  });
});
