// Readings, plans and exits for tests, whole and plausible, with only what matters said.
import type { ExitCommand } from '../../src/domain/offboarding/decide-exit.js';
import { decideOnExit } from '../../src/domain/offboarding/decide-exit.js';
import type { Exit } from '../../src/domain/offboarding/exit.js';
import { type ExitStep, type Plan, planOf } from '../../src/domain/offboarding/plan.js';
import type { Subscription, TiedRelationship, Ties } from '../../src/domain/offboarding/ties.js';
import { alex, anAssignment, aRelationship, bothAssigned, now, securityTeam } from './builders.js';

/** Cloud Application Administrator: one of the roles that may withdraw a consent. */
export const cloudApplicationAdministrator = '158c047a-c907-4556-b7ef-446551a6b5f7';

/** The assignment that lets us withdraw the consent. */
export const keyAssignment = anAssignment(securityTeam, { roleIds: [cloudApplicationAdministrator] });

/** Our active relationship with two groups, one of which may withdraw the consent. */
export function aTiedRelationship(changes: Partial<TiedRelationship['relationship']> = {}): TiedRelationship {
  return {
    relationship: aRelationship(changes),
    assignments: { value: [bothAssigned[0] ?? keyAssignment, keyAssignment] },
  };
}

/** Everything that can tie us to a tenant, and nothing that stands in the way of removing it. */
export function ties(changes: Partial<Ties> = {}): Ties {
  return {
    at: now,
    relationships: { value: [aTiedRelationship()] },
    consent: { value: 'given' },
    standing: { value: { isReseller: true, delegatedAdmin: true } },
    subscriptions: { value: [] },
    reservations: { value: [] },
    ...changes,
  };
}

/** A licence that is billed. */
export function aSubscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    id: 'subscription-1',
    offerName: 'Microsoft 365 Business Premium',
    quantity: 25,
    status: 'active',
    isAzurePlan: false,
    isTrial: false,
    autoRenews: true,
    cancellableUntil: '2026-11-25T10:00:00.000Z',
    termEndsAt: '2027-11-18T10:00:00.000Z',
    ...changes,
  };
}

/** A licence that was suspended long after it could be cancelled for money back. */
export function anOldSubscription(changes: Partial<Subscription> = {}): Subscription {
  return aSubscription({
    status: 'suspended',
    autoRenews: false,
    cancellableUntil: undefined,
    termEndsAt: '2027-06-01T00:00:00.000Z',
    ...changes,
  });
}

/** An Azure reserved instance. */
export const aReservation = { productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 1 };

/** A decision of Alex's by the plan of a reading, for every step that there is. */
export function aDecision(plan: Plan = planOf(ties()), changes: Partial<DecideExit> = {}): DecideExit {
  return {
    do: 'decideExit',
    by: alex,
    conversationId: 'chat',
    exitId: 'exit-1',
    plan,
    steps: ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] satisfies ExitStep[],
    requestIds: { consent: 'request-consent', delegatedAdmin: 'request-dap', reseller: 'request-reseller' },
    needsSecond: false,
    graceSeconds: 300,
    now,
    ...changes,
  };
}

type DecideExit = Extract<ExitCommand, { readonly do: 'decideExit' }>;

/** The exit that a decision makes. */
export function anExit(changes: Partial<DecideExit> = {}, plan?: Plan): Exit {
  const decision = decideOnExit(aDecision(plan, changes), undefined);
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
  const [fact] = decision.facts;
  if (fact?.type !== 'exitDecided') throw new Error('no exit was decided');
  return fact.exit;
}
