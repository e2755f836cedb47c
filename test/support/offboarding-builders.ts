// Inventories, plans and offboardings for tests, whole and plausible; a test says only what matters to it.

import type { Inventory, InventoryRelationship, Subscription } from '../../src/domain/offboarding/inventory.js';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import { type OffboardingChoice, type Plan, planOf } from '../../src/domain/offboarding/plan.js';
import type { OffboardingCommand } from '../../src/domain/tenant/decide-offboarding.js';
import { decideOffboarding } from '../../src/domain/tenant/decide-offboarding.js';
import { alex, anAssignment, aRelationship, bothAssigned, now, securityTeam } from './builders.js';

/** Cloud Application Administrator, one of the roles that may withdraw a consent. */
export const cloudApplicationAdministrator = '158c047a-c907-4556-b7ef-446551a6b5f7';

/** The assignment that allows withdrawing the consent. */
export const keyAssignment = anAssignment(securityTeam, { roleIds: [cloudApplicationAdministrator] });

/** Our active relationship with two groups, one of which may withdraw the consent. */
export function anInventoryRelationship(
  changes: Partial<InventoryRelationship['relationship']> = {},
): InventoryRelationship {
  return {
    relationship: aRelationship(changes),
    assignments: { value: [bothAssigned[0] ?? keyAssignment, keyAssignment] },
  };
}

/** Everything that can connect the partner to a tenant, with nothing in the way of removing it. */
export function inventory(changes: Partial<Inventory> = {}): Inventory {
  return {
    at: now,
    relationships: { value: [anInventoryRelationship()] },
    consent: { value: 'given' },
    standing: { value: { isReseller: true, delegatedAdmin: true } },
    subscriptions: { value: [] },
    reservations: { value: [] },
    ...changes,
  };
}

/** A licence that's billed. */
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

/** A licence that was suspended long after its cancellation window. */
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

/** A decision of Alex's by the plan of an inventory, for every possible step. */
export function aDecision(
  plan: Plan = planOf(inventory()),
  changes: Partial<DecideOffboarding> = {},
): DecideOffboarding {
  return {
    do: 'decideOffboarding',
    by: alex,
    conversationId: 'chat',
    language: 'en',
    offboardingId: 'exit-1',
    plan,
    steps: ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] satisfies OffboardingChoice[],
    requestIds: { consent: 'request-consent', delegatedAdmin: 'request-dap', reseller: 'request-reseller' },
    needsSecond: false,
    graceSeconds: 300,
    now,
    ...changes,
  };
}

type DecideOffboarding = Extract<OffboardingCommand, { readonly do: 'decideOffboarding' }>;

/** The offboarding that a decision makes. */
export function anOffboarding(changes: Partial<DecideOffboarding> = {}, plan?: Plan): Offboarding {
  const decision = decideOffboarding(aDecision(plan, changes), undefined);
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
  const [fact] = decision.facts;
  if (fact?.type !== 'offboardingDecided') throw new Error('no exit was decided');
  return fact.offboarding;
}
