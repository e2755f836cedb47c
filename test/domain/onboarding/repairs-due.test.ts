// What Gatehouse puts right by itself, and what it leaves alone.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import type { AccessAssignment } from '../../../src/domain/access/relationship.js';
import { mostRepairs, repairerBy } from '../../../src/domain/access/repair.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { repairsDue, repairsStopped, secondsToNextRepair } from '../../../src/domain/onboarding/repairs-due.js';
import { nextStep } from '../../../src/domain/onboarding/steps.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import {
  alex,
  anAssignment,
  anObservation,
  aRelationship,
  aTemplate,
  bothAssigned,
  everyRole,
  having,
  now,
  securityTeam,
  seen,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const template = aTemplate({ repair: true });
const off = aRelationship({ autoExtends: false });
const desk = anAssignment(serviceDesk);
const gone = anAssignment(securityTeam, { status: 'deleted' });
const failed = anAssignment(securityTeam, { status: 'error' });

/** An Approved tenant after one more reading. */
const read = ({ relationships = [aRelationship()], assignments = bothAssigned, tenant = tenantBy.approved() } = {}) => {
  assert.ok(tenant.onboarding);
  const observed = anObservation({ relationships, assignments: { value: assignments } });
  return having(tenant, ...readObservation(tenant.tenantId, tenant.onboarding, observed, template));
};
const due = (tenant: Tenant, at = now, by = template) =>
  repairsDue(tenant, by, at).map((fact) => (fact.type === 'repairBegun' ? [fact.cause, ...fact.groupIds] : []));
const step = (tenant: Tenant) => tenant.onboarding && nextStep(tenant, tenant.onboarding, template, now);

describe('what a template with repair has put right', () => {
  for (const [what, tenant, expected, action] of [
    ['auto-extend that is off', read({ relationships: [off] }), ['autoExtend'], 'setAutoExtend'],
    [
      'an assignment that was removed',
      read({ assignments: [desk, gone] }),
      ['assignmentGone', securityTeam],
      'assignAccess',
    ],
    ['one that failed', read({ assignments: [desk, failed] }), ['assignmentFailed', securityTeam], 'removeAssignment'],
  ] as const) {
    it(`is ${what}, in Gatehouse’s name`, () => {
      assert.deepEqual(due(tenant), [expected]);
      const [fact] = repairsDue(tenant, template, now);
      assert.ok(fact && 'by' in fact);
      assert.deepEqual(fact.by, repairerBy('default'));
      const begun = having(tenant, fact);
      assert.equal(step(begun)?.do, action);
      assert.deepEqual(due(begun), []);
    });
  }

  it('is an assignment that’s on its way out, and none that’s being made again', () => {
    const deleting = anAssignment(securityTeam, { status: 'deleting' });
    assert.deepEqual(due(read({ assignments: [desk, deleting] })), [['assignmentGone', securityTeam]]);
    const tenant = read({ assignments: [desk, failed] });
    const { onboarding } = tenant;
    assert.ok(onboarding);
    assert.deepEqual(due({ ...tenant, onboarding: { ...onboarding, retryGroupIds: [securityTeam] } }), []);
  });

  it('leaves what others have lost for their own turn', () => {
    const tenant = read({ assignments: [{ ...desk, status: 'deleted' }, gone] });
    assert.deepEqual(due(tenant), [['assignmentGone', serviceDesk, securityTeam]]);
    const by = repairerBy('default');
    const begun = having(tenant, { type: 'repairBegun', by, cause: 'assignmentGone', groupIds: [serviceDesk] });
    assert.deepEqual(
      begun.onboarding?.takenAway?.map(({ groupId }) => groupId),
      [securityTeam],
    );
  });

  it('is auto-extend three times more, once a person has kept access', () => {
    let tenant = read({ relationships: [off] });
    for (let times = 0; times < mostRepairs; times += 1) {
      const [fact] = repairsDue(tenant, template, addDays(now, times));
      assert.ok(fact);
      tenant = having(evolve(tenant, { ...fact, at: addDays(now, times) }), { type: 'coverageKept' });
      tenant = read({ tenant, relationships: [off] });
    }
    const later = addDays(now, 30);
    assert.deepEqual(due(tenant, later), []);
    const { coverage } = tenant.onboarding ?? {};
    assert.ok(coverage);
    const { relationshipId, on } = coverage;
    const asked = having(tenant, { type: 'coverageKeepAsked', by: alex, way: 'extend', relationshipId, on });
    const again = read({ tenant: having(asked, { type: 'coverageKept' }), relationships: [off] });
    assert.deepEqual(due(again, later), [['autoExtend']]);
  });

  it('is nothing where all is in place, the template does not say so, or the tenant is being offboarded', () => {
    const drifted = read({ relationships: [off], assignments: [desk, gone] });
    assert.equal(due(drifted).length, 2);
    assert.deepEqual(due(read()), []);
    assert.deepEqual(due(drifted, now, aTemplate()), []);
    assert.deepEqual(due({ ...drifted, offboarding: anOffboarding() }), []);
  });

  it('is nothing that takes a question, or that a person has accepted or is having done', () => {
    const blocked = aRelationship({ autoExtends: false, roleIds: [...everyRole, globalAdministratorId] });
    assert.deepEqual(due(read({ relationships: [blocked] })), []);
    assert.deepEqual(due(read({ relationships: [aRelationship({ roleIds: everyRole.slice(0, 1) })] })), []);
    const lost = seen(tenantBy.approved(), anObservation({ assignments: { value: [desk, gone] } }));
    assert.deepEqual(due(lost), [['assignmentGone', securityTeam]]);
    assert.deepEqual(due(having(lost, { type: 'limitationsAccepted', by: alex })), []);
    assert.deepEqual(due(having(lost, { type: 'revalidationRequested', by: alex })), []);
  });

  it('stops after three times, once a day at most, until a person does it', () => {
    let tenant = read({ assignments: [desk, gone] });
    let at = now;
    for (let times = 1; times <= mostRepairs; times += 1) {
      const [fact] = repairsDue(tenant, template, at);
      assert.ok(fact, `${times}`);
      tenant = evolve(tenant, { ...fact, at });
      for (const assignments of [bothAssigned, [desk, gone]]) tenant = read({ tenant, assignments });
      assert.deepEqual(due(tenant, addSeconds(at, 86_399)), []);
      const isLast = times === mostRepairs;
      assert.equal(secondsToNextRepair(tenant, template, addSeconds(at, 400)), isLast ? undefined : 86_000);
      at = addDays(at, 1);
    }
    assert.deepEqual(due(tenant, addDays(at, 400)), []);
    assert.deepEqual(repairsStopped(tenant, template), ['assignmentGone']);
    const asked = having(tenant, { type: 'revalidationRequested', by: alex }, { type: 'accessApproved' });
    const again = [bothAssigned, [desk, gone]].reduce(
      (each, assignments) => read({ tenant: each, assignments }),
      asked,
    );
    assert.deepEqual(due(again), [['assignmentGone', securityTeam]]);
  });

  it('is begun three times at most for each cause, whatever others do and whenever it is read', () => {
    const anyReading = fc.record({
      isOn: fc.boolean(),
      security: fc.constantFrom<readonly AccessAssignment[]>([anAssignment(securityTeam)], [], [gone], [failed]),
      hours: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 30 }), (readings) => {
        let tenant = tenantBy.approved();
        let at = now;
        const begun = new Map<string, string[]>();
        for (const { isOn, security, hours } of readings) {
          at = addSeconds(at, hours * 3600);
          tenant = read({
            tenant,
            relationships: [aRelationship({ autoExtends: isOn })],
            assignments: [desk, ...security],
          });
          for (const fact of repairsDue(tenant, template, at)) {
            assert.ok(fact.type === 'repairBegun');
            const before = begun.get(fact.cause) ?? [];
            assert.ok(before.length < mostRepairs && (before.at(-1) ?? '') <= addDays(at, -1));
            begun.set(fact.cause, [...before, at]);
            tenant = evolve(tenant, { ...fact, at });
            if (fact.cause === 'autoExtend') tenant = having(tenant, { type: 'coverageKept' });
          }
        }
      }),
    );
  });
});
