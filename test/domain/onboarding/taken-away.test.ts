// What someone else took away from a group: found by two readings, given back only when a person asks.
import assert from 'node:assert/strict';
import type { Observation } from '../../../src/domain/access/observation.js';
import type { AccessAssignment } from '../../../src/domain/access/relationship.js';
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
  bothAssigned,
  everyRole,
  globalReader,
  having,
  now,
  securityTeam,
  seen,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';

const template = aTemplate({
  assignments: aTemplate().assignments.map((each) =>
    each.groupId === securityTeam ? { ...each, roles: [...each.roles, globalReader] } : each,
  ),
});
const withReader = [...everyRole, globalReader.id];
const [, security = ''] = everyRole;
const whole = anAssignment(securityTeam, { roleIds: [security, globalReader.id] });
const desk = anAssignment(serviceDesk);
const observing = (assignments: readonly AccessAssignment[], changes: Partial<Observation> = {}): Observation =>
  anObservation({
    relationships: [aRelationship({ roleIds: withReader })],
    assignments: { value: assignments },
    ...changes,
  });
const approved = () => seen(having(tenantBy.approved()), observing([desk, whole]), template);
const reading = (tenant: Tenant, assignments: readonly AccessAssignment[], changes?: Partial<Observation>) =>
  seen(tenant, observing(assignments, changes), template);
const limitations = ({ onboarding }: Tenant) => onboarding?.limitations.map(({ code }) => code);
const step = (tenant: Tenant, assignments: readonly AccessAssignment[]) => {
  assert.ok(tenant.onboarding);
  const read = having(tenant, ...readObservation(tenant.tenantId, tenant.onboarding, observing(assignments), template));
  assert.ok(read.onboarding);
  return nextStep(read, read.onboarding, template, now);
};
const narrow = { ...whole, roleIds: [security], etag: 'W/"2"' };
const gone = { ...whole, status: 'deleted' } as const;
const asked: FactData = { type: 'revalidationRequested', by: alex };

describe('what someone else took away from a group', () => {
  it('is told with the group and its roles, or as an assignment that is gone', () => {
    const lacking = reading(approved(), [desk, narrow]);
    assert.deepEqual(lacking.onboarding?.limitations, [
      { code: 'rolesTakenAway', groupName: 'Security', roles: [globalReader] },
    ]);
    for (const rest of [[desk], [desk, gone], [desk, { ...whole, status: 'deleting' as const }]])
      assert.deepEqual(limitations(reading(approved(), rest)), ['assignmentGone']);
  });

  it('is not given back unasked, however often it is read', () => {
    for (const rest of [
      [desk, narrow],
      [desk, gone],
    ]) {
      let tenant = approved();
      for (let times = 0; times < 3; times += 1) {
        assert.equal(step(tenant, rest), undefined);
        tenant = reading(tenant, rest);
        assert.equal(tenant.status, 'issuesFound');
      }
    }
  });

  it('is given back once a person revalidates, also before it was found', () => {
    for (const tenant of [approved(), reading(approved(), [desk, narrow])]) {
      const widening = step(having(tenant, asked), [desk, narrow]);
      assert.ok(widening?.do === 'widenAssignment');
      assert.deepEqual(widening.roleIds, [security, globalReader.id]);
    }
    for (const tenant of [approved(), reading(approved(), [desk, gone])])
      assert.equal(step(having(tenant, asked), [desk, gone])?.do, 'assignAccess');
  });

  it('is over once someone has given it back by hand', () => {
    assert.equal(reading(reading(approved(), [desk, narrow]), [desk, whole]).status, 'approved');
    const again = { ...whole, id: 'another' };
    assert.equal(reading(reading(approved(), [desk, gone]), [desk, gone, again]).status, 'approved');
    assert.deepEqual(
      limitations(reading(reading(approved(), [desk, gone]), [desk, { ...again, roleIds: [security] }])),
      ['rolesTakenAway'],
    );
  });

  it('is no such thing where a group never had it, where the relationship has lost the role, or where an assignment failed', () => {
    assert.equal(step(tenantBy.approved(), bothAssigned)?.do, 'widenAssignment');
    const dropped = reading(approved(), [desk, narrow], { relationships: [aRelationship()] });
    assert.deepEqual(limitations(dropped), ['roleMissing']);
    assert.deepEqual(limitations(reading(approved(), [desk, { ...whole, status: 'error' }])), ['assignmentFailed']);
    assert.equal(reading(approved(), [desk, { ...narrow, status: 'error' }]).onboarding?.takenAway, undefined);
  });

  it('is not what Gatehouse itself removed, nor what could not be read', () => {
    const removed = having(reading(approved(), [desk, { ...whole, status: 'error' }]), asked, {
      type: 'assignmentRemoved',
      assignmentId: whole.id,
      groupId: securityTeam,
    });
    assert.equal(step(removed, [desk, gone])?.do, 'assignAccess');
    const unread = { assignments: { failed: { reason: 'unreachable' as const } } };
    assert.equal(reading(approved(), [], unread).onboarding?.takenAway, undefined);
    const known = reading(reading(approved(), [desk, narrow]), [], unread);
    assert.deepEqual(known.onboarding?.takenAway, [{ groupId: securityTeam, roleIds: [globalReader.id] }]);
  });

  it('says nothing of another relationship', () => {
    const next = aRelationship({ id: 'relationship-2', roleIds: withReader });
    const ended = aRelationship({ roleIds: withReader, status: 'terminated' });
    const moved = reading(approved(), [], { relationships: [ended, next] });
    assert.deepEqual([moved.onboarding?.takenAway, moved.status], [undefined, 'awaitingMicrosoft']);
  });
});
