// Inventories, plans and offboardings in every stage, for tests of cards.

import type { Inventory } from '../../src/domain/offboarding/inventory.js';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import { type OffboardingChoice, type Plan, planOf } from '../../src/domain/offboarding/plan.js';
import { type Task, type TaskState, tasksOf } from '../../src/domain/offboarding/task.js';
import type { LeavingTenant, Tenant } from '../../src/domain/tenant/tenant.js';
import { alex, aRelationship, bothAssigned, having, now, tenantBy } from './builders.js';
import { anOldSubscription } from './offboarding-builders.js';
import { aCertificate } from './watched-request-builders.js';

export const offboardingId = 'e0000000-0000-4000-8000-000000000001';
export const byHand = 'relationship-2';
const requestIds = {
  consent: 'c0000000-0000-4000-8000-000000000001',
  delegatedAdmin: 'c0000000-0000-4000-8000-000000000002',
  reseller: 'c0000000-0000-4000-8000-000000000003',
};
/** Application Administrator, which may withdraw consents. */
const key = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';

/** Contoso with one of everything that can be removed, and nothing in the way. */
export function someTies(changes: Partial<Inventory> = {}): Inventory {
  const assignments = bothAssigned.map((each, index) => (index === 0 ? { ...each, roleIds: [key] } : each));
  return {
    at: now,
    relationships: {
      value: [
        { relationship: aRelationship(), assignments: { value: assignments } },
        { relationship: aRelationship({ id: byHand, displayName: 'Made by hand' }), assignments: { value: [] } },
      ],
    },
    consent: { value: 'given' },
    standing: { value: { isReseller: true, delegatedAdmin: true } },
    subscriptions: { value: [anOldSubscription()] },
    reservations: { value: [] },
    ...changes,
  };
}

export function aPlan(changes: Partial<Inventory> = {}): Plan {
  return planOf(someTies(changes));
}

/** Every step of the plan but the reseller's, decided by Alex, about to begin in five minutes. */
export function anOffboarding(changes: Partial<Offboarding> = {}): Offboarding {
  const plan = changes.plan ?? aPlan();
  const steps: readonly OffboardingChoice[] = changes.steps ?? [
    'assignments',
    'consent',
    'relationships',
    'delegatedAdmin',
  ];
  return {
    id: offboardingId,
    plan,
    steps,
    by: alex,
    at: now,
    conversationId: 'chat',
    graceSeconds: 300,
    needsSecond: false,
    beginsAt: '2026-11-22T10:05:00.000Z',
    tasks: tasksOf(plan, steps, requestIds),
    ...changes,
  };
}

/** An offboarding with its first tasks in these states; the rest are due. */
export function withStates(offboarding: Offboarding, ...states: readonly TaskState[]): Offboarding {
  const tasks = offboarding.tasks.map((task, index): Task => ({ ...task, state: states[index] ?? task.state }));
  return { ...offboarding, begunAt: '2026-11-22T10:05:00.000Z', tasks };
}

/** Contoso with this offboarding. */
export function leaving(
  offboarding: Offboarding = anOffboarding(),
  tenant: Tenant = tenantBy.approved(),
): LeavingTenant {
  return { ...having(tenant, { type: 'offboardingDecided', by: offboarding.by, offboarding }), offboarding };
}

/** Microsoft refused it. */
export const refused: TaskState = {
  is: 'refused',
  at: now,
  refusal: { why: 'microsoft', problem: { reason: 'noRights', service: 'partnerCenter', requestId: 'r-1' } },
};

/** One offboarding for each stage. */
export const offboardingBy = {
  awaitsApproval: () => anOffboarding({ needsSecond: true, beginsAt: undefined }),
  grace: () => anOffboarding(),
  running: () => withStates(anOffboarding(), { is: 'proved', at: now }, { is: 'sent', at: now }),
  stopped: () => withStates(anOffboarding(), { is: 'proved', at: now }, refused),
  finished: (): Offboarding => {
    const offboarding = anOffboarding();
    const done = withStates(offboarding, ...offboarding.tasks.map((): TaskState => ({ is: 'proved', at: now })));
    return { ...done, end: { at: now, remains: aPlan() } };
  },
};

/** Contoso's exit certificate. */
export const certificate = aCertificate({
  id: offboardingId,
  issuedAt: now,
  removedCount: 6,
  remainsCount: 2,
  hashes: { json: 'a'.repeat(64), pdf: 'b'.repeat(64) },
});
