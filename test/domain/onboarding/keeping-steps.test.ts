// What keeping access takes next, and when it's done or won't be.
import assert from 'node:assert/strict';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import type { Observation } from '../../../src/domain/access/observation.js';
import { followKeeping } from '../../../src/domain/onboarding/keeping-steps.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { nextStep } from '../../../src/domain/onboarding/steps.js';
import { lagPatienceSeconds } from '../../../src/domain/problem.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { groupsWithNothingElse } from '../../../src/domain/tenant/decide-keeping.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { isWaiting, secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import {
  alex,
  anAssignment,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  contoso,
  enabled,
  everyRole,
  having,
  now,
  seen,
  tenantBy,
} from '../../support/builders.js';

const ending = (changes: object = {}) => aRelationship({ autoExtends: false, endsAt: addDays(now, 20), ...changes });
const blocked = ending({ roleIds: [...everyRole, globalAdministratorId] });
const lacking = ending({ roleIds: everyRole.slice(0, 1) });
const onboardingOf = ({ onboarding }: Tenant) => onboarding ?? assert.fail('it is not onboarded');
const looked = (tenant: Tenant, look: Partial<Observation>, at = now): Tenant => {
  const seen = anObservation(look);
  const read = having(tenant, ...readObservation(contoso, onboardingOf(tenant), seen, aTemplate()));
  return having(read, ...followKeeping(onboardingOf(read), seen, at));
};
const withRelationship = (relationship = ending()) => looked(tenantBy.approved(), { relationships: [relationship] });
const next = (tenant: Tenant) => nextStep(tenant, onboardingOf(tenant), aTemplate(), now)?.do;
const asked = (tenant: Tenant, way: 'extend' | 'request' | 'removeGlobalAdministrator') => {
  const decision = decide(
    way === 'removeGlobalAdministrator' ? { do: way, by: alex } : { do: 'keepAccess', by: alex, way },
    tenant,
  );
  return 'facts' in decision ? having(tenant, ...decision.facts) : assert.fail(decision.refused);
};
const refusedFor = (tenant: Tenant, way: 'extend' | 'request') => {
  const decision = decide({ do: 'keepAccess', by: alex, way }, tenant);
  return 'refused' in decision ? decision.refused : undefined;
};
const then = (tenant: Tenant, ...facts: readonly FactData[]) => having(tenant, ...facts);

describe('Keep access', () => {
  it('is refused where there is nothing to keep, twice, and in another way than the person saw', () => {
    assert.equal(refusedFor(withRelationship(aRelationship()), 'extend'), 'alreadyDone');
    assert.equal(refusedFor(tenantBy.notConfigured(), 'extend'), 'notOnboarded');
    assert.equal(refusedFor(withRelationship(blocked), 'extend'), 'outdated');
    assert.equal(refusedFor(asked(withRelationship(), 'extend'), 'extend'), 'alreadyUnderWay');
  });

  it('switches auto-extend on once, and is done when that is read', () => {
    const tenant = asked(withRelationship(), 'extend');
    assert.equal(next(tenant), 'setAutoExtend');
    const sent = then(tenant, { type: 'coverageExtensionSent' });
    assert.equal(next(sent), undefined);
    assert.ok(onboardingOf(looked(sent, { relationships: [ending()] })).keeping);
    const kept = onboardingOf(looked(sent, { relationships: [ending({ autoExtends: true })] }));
    assert.deepEqual([kept.keeping, kept.kept?.way, kept.coverage?.is], [undefined, 'extend', 'rollsOver']);
  });

  it('removes Global Administrator first, waits as long as Microsoft says, and never does both at once', () => {
    const tenant = asked(withRelationship(blocked), 'removeGlobalAdministrator');
    assert.equal(next(tenant), 'removeGlobalAdministrator');
    const sent = then(tenant, { type: 'coverageRemovalSent', operation: { id: 'o', retryAfterSeconds: 40 } });
    assert.equal(next(sent), undefined);
    assert.equal(secondsToNextCheck(sent, now, { reconcileSeconds: 300, byEvents: false }), 40);
    assert.equal(next(looked(sent, { relationships: [blocked], operation: { value: 'succeeded' } })), undefined);
    assert.equal(next(looked(sent, { relationships: [ending()] })), 'setAutoExtend');
    const failed = looked(sent, { relationships: [blocked], operation: { value: 'failed' } });
    assert.deepEqual(onboardingOf(failed).keepFailed?.failure, { why: 'operationFailed' });
  });

  it('asks for a successor beside the living one, which stays followed until it is active', () => {
    const tenant = asked(withRelationship(lacking), 'request');
    assert.equal(next(tenant), 'createSuccessor');
    const successor = aRelationship({ id: 'next', displayName: `Gatehouse-${contoso}-2`, endsAt: undefined });
    const created = { ...successor, status: 'created' } as const;
    const made = then(tenant, { type: 'coverageSuccessorCreated', relationship: created });
    assert.equal(next(made), 'lockSuccessor');
    const locked = then(made, { type: 'coverageSuccessorLocked' });
    // Microsoft may not show yet that it was put before the customer.
    assert.equal(next(looked(locked, { relationships: [lacking, created] })), undefined);
    const waiting = looked(locked, { relationships: [lacking, { ...successor, status: 'approvalPending' }] });
    assert.equal(next(waiting), undefined);
    const { relationship, coverage } = onboardingOf(waiting);
    assert.deepEqual([relationship?.id, coverage?.is], [lacking.id, 'successorWaits']);
    const active = { ...successor, endsAt: addDays(now, 700) };
    const after = onboardingOf(looked(waiting, { relationships: [lacking, active] }));
    assert.deepEqual([after.relationship?.id, after.kept?.way], ['next', 'request']);
    const declined = looked(waiting, { relationships: [lacking, { ...successor, status: 'terminated' }] });
    assert.deepEqual(onboardingOf(declined).keepFailed?.failure, { why: 'notApproved' });
  });

  it('does not give up a successor that was made a moment ago and isn’t listed yet', () => {
    const tenant = asked(withRelationship(lacking), 'request');
    const created = aRelationship({
      ...{ id: 'next', displayName: `Gatehouse-${contoso}-2`, status: 'created', createdAt: now },
    });
    const made = then(tenant, { type: 'coverageSuccessorCreated', relationship: created });
    const unlisted = (after: number) =>
      onboardingOf(looked(made, { relationships: [lacking] }, addSeconds(now, after))).keepFailed?.failure.why;
    assert.deepEqual([unlisted(10), unlisted(lagPatienceSeconds)], [undefined, 'notApproved']);
  });

  it('names the groups that Global Administrator alone is assigned to, as long as that assignment lives', () => {
    const roleIds = [globalAdministratorId];
    const named = (status: 'active' | 'deleted') =>
      groupsWithNothingElse({ assignments: [anAssignment('g', { roleIds, status }), anAssignment('h')] });
    assert.deepEqual([named('active'), named('deleted')], [['g'], []]);
  });

  it('recognises a successor that was created before a crash', () => {
    const tenant = asked(withRelationship(lacking), 'request');
    const found = aRelationship({ id: 'next', displayName: `Gatehouse-${contoso}-2`, status: 'created' });
    assert.equal(next(looked(tenant, { relationships: [lacking, found] })), 'lockSuccessor');
  });

  it('ends with what Microsoft refused, and keeps nothing from Approved', () => {
    const refusal = {
      step: 'setAutoExtend',
      relationshipId: 'relationship-1',
      problem: { reason: 'noRights' },
    } as const;
    const tenant = then(asked(withRelationship(), 'extend'), { type: 'stepRefused', refusal });
    const { keepFailed, keeping, refusals } = onboardingOf(tenant);
    assert.deepEqual([keepFailed?.failure.why, keeping, refusals], ['microsoft', undefined, []]);
    assert.equal(next(tenant), undefined);
  });

  it('does not wait for ever for what Microsoft accepted, or for a relationship that is over', () => {
    const sent = then(asked(withRelationship(), 'extend'), { type: 'coverageExtensionSent' });
    const later = looked(sent, { relationships: [ending()] }, addSeconds(now, 3601));
    assert.deepEqual(onboardingOf(later).keepFailed?.failure, { why: 'unconfirmed' });
    const over = looked(sent, { relationships: [ending({ status: 'expired' })] });
    assert.deepEqual(onboardingOf(over).keepFailed?.failure, { why: 'ended' });
  });

  it('does not wait for ever where another relationship can be extended, or rolls over by itself', () => {
    const asks = asked(withRelationship(blocked), 'removeGlobalAdministrator');
    const sent = then(asks, { type: 'coverageRemovalSent', operation: { id: 'o', retryAfterSeconds: 40 } });
    const other = aRelationship({ id: 'other', displayName: 'By hand', autoExtends: false, endsAt: addDays(now, 90) });
    assert.equal(next(looked(sent, { relationships: [ending(), other] })), 'setAutoExtend');
    const ofTwo = looked(tenantBy.approved(), { relationships: [other, { ...blocked, id: 'blocked' }] });
    const about = {
      by: alex,
      way: 'removeGlobalAdministrator',
      on: addDays(now, 20),
      relationshipId: 'blocked',
    } as const;
    const operation = { id: 'o', retryAfterSeconds: 40 };
    const begun = then(ofTwo, { type: 'coverageKeepAsked', ...about }, { type: 'coverageRemovalSent', operation });
    const free = { ...ending(), id: 'blocked' };
    assert.ok(onboardingOf(looked(begun, { relationships: [other, free] })).keeping);
    const later = looked(begun, { relationships: [other, free] }, addSeconds(now, 3601));
    assert.deepEqual(onboardingOf(later).keepFailed?.failure, { why: 'unconfirmed' });
    const rolling = looked(begun, { relationships: [{ ...other, autoExtends: true }, free] });
    assert.equal(onboardingOf(rolling).kept?.way, 'removeGlobalAdministrator');
  });

  it('tells once that access was lost where it ends while a request waits', () => {
    const request = aRelationship({ id: 'next', displayName: `Gatehouse-${contoso}-2`, status: 'approvalPending' });
    const waiting = { ...request, endsAt: undefined };
    const newsWhen = (tenant: Tenant, status: 'active' | 'expiring' | 'expired') => {
      const look = anObservation({ relationships: [{ ...lacking, status }, waiting] });
      const facts = readObservation(contoso, onboardingOf(tenant), look, aTemplate());
      return facts.flatMap((fact) => newsIn(tenant, { ...fact, at: now }) ?? []);
    };
    const tenant = looked(asked(withRelationship(lacking), 'request'), { relationships: [lacking, waiting] });
    assert.deepEqual([newsWhen(tenant, 'active'), newsWhen(tenant, 'expired')], [[], ['accessLost']]);
    const over = looked(tenant, { relationships: [{ ...lacking, status: 'expired' }, waiting] });
    assert.deepEqual(newsWhen(over, 'expired'), []);
    const expiring = seen(tenant, anObservation({ relationships: [{ ...lacking, status: 'expiring' }, waiting] }));
    assert.deepEqual([newsWhen(tenant, 'expiring'), newsWhen(expiring, 'expired')], [[], ['accessLost']]);
    const declined = { ...waiting, status: 'terminated' as const };
    const after = looked(aTenant(enabled), { relationships: [waiting] });
    const beside = looked(after, { relationships: [lacking, declined] });
    const facts = readObservation(
      contoso,
      onboardingOf(beside),
      anObservation({ relationships: [declined, { ...lacking, status: 'expired' }] }),
      aTemplate(),
    );
    assert.deepEqual(
      facts.flatMap((fact) => newsIn(beside, { ...fact, at: now }) ?? []),
      ['accessLost'],
    );
  });

  it('is not checked with every reconcile while a request waits, which shows in the list', () => {
    const tenant = asked(withRelationship(lacking), 'request');
    assert.ok(isWaiting(tenant));
    const successor = aRelationship({ id: 'next', displayName: `Gatehouse-${contoso}-2`, status: 'approvalPending' });
    assert.ok(!isWaiting(looked(tenant, { relationships: [lacking, successor] })));
    assert.ok(isWaiting(looked(tenant, { relationships: [lacking, { ...successor, status: 'approved' }] })));
  });
});
