// Offboardings for tests, from an inventory to their end, with everything in them that a certificate tells.

import type { Inventory } from '../../src/domain/offboarding/inventory.js';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import { type OffboardingChoice, planOf } from '../../src/domain/offboarding/plan.js';
import { type RequestIds, tasksOf } from '../../src/domain/offboarding/task.js';
import { evolveOffboarding } from '../../src/domain/tenant/evolve-offboarding.js';
import type { FactData } from '../../src/domain/tenant/facts.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../src/domain/time.js';
import { alex, anAssignment, aRelationship, aTenant, megan, now, securityTeam, serviceDesk } from './builders.js';
import { anOldSubscription } from './offboarding-builders.js';

export const offboardingId = '5f0c7a52-7c1e-4d53-9a53-0d1f3c1a9b01';
export const partner = { name: 'Northbridge IT', tenantId: 'aaaaaaaa-0000-4000-8000-000000000001' };
export const requestIds: RequestIds = {
  consent: '11111111-0000-4000-8000-000000000001',
  delegatedAdmin: '11111111-0000-4000-8000-000000000002',
  reseller: '11111111-0000-4000-8000-000000000003',
};
export const watchedRequest = aRelationship({
  id: 'relationship-2',
  displayName: 'Asked by hand',
  status: 'approvalPending',
  activatedAt: undefined,
  endsAt: undefined,
});
/** What a reading holds that Microsoft refused. */
export const failedReading = { failed: { reason: 'noRights', service: 'graph', requestId: 'r-1' } } as const;
/** Everything that can connect the partner to a tenant, in one reading. */
export function manyTies(changes: Partial<Inventory> = {}): Inventory {
  return {
    at: now,
    relationships: {
      value: [
        {
          relationship: aRelationship(),
          assignments: { value: [anAssignment(serviceDesk), anAssignment(securityTeam)] },
        },
        { relationship: watchedRequest },
        { relationship: aRelationship({ id: 'relationship-0', displayName: 'Long over', status: 'terminated' }) },
      ],
    },
    consent: { value: 'given' },
    standing: { value: { isReseller: true, delegatedAdmin: true } },
    subscriptions: { value: [anOldSubscription()] },
    reservations: { value: [] },
    ...changes,
  };
}

/** What's left in the end: the request, the reseller relationship and the purchases. */
export function fewTies(changes: Partial<Inventory> = {}): Inventory {
  return manyTies({
    at: addSeconds(now, 900),
    relationships: {
      value: [{ relationship: aRelationship({ status: 'terminated' }) }, { relationship: watchedRequest }],
    },
    consent: { value: 'none' },
    standing: { value: { isReseller: true, delegatedAdmin: false } },
    ...changes,
  });
}

/** An offboarding by Alex, agreed to by Megan, with everything that was chosen proved. */
export function anEndedOffboarding({
  before = manyTies(),
  after = fewTies(),
  steps = ['assignments', 'consent', 'relationships', 'delegatedAdmin'],
  refusedTaskIds = [],
}: {
  readonly before?: Inventory;
  readonly after?: Inventory;
  readonly steps?: readonly OffboardingChoice[];
  /** Microsoft refuses these, and Megan goes on without them. */
  readonly refusedTaskIds?: readonly string[];
} = {}): Offboarding {
  const plan = planOf(before);
  const tasks = tasksOf(plan, steps, requestIds);
  let seconds = 60;
  const andThen = (offboarding: Offboarding, ...facts: readonly FactData[]): Offboarding =>
    facts.reduce((each, factData) => {
      seconds += 10;
      const fact = { ...factData, at: addSeconds(now, seconds) };
      const next = fact.type.startsWith('offboarding')
        ? evolveOffboarding(each, fact as Parameters<typeof evolveOffboarding>[1])
        : each;
      if (!next) throw new Error(`${fact.type} ended it`);
      return next;
    }, offboarding);
  const decided: Offboarding = {
    id: offboardingId,
    plan,
    steps,
    by: alex,
    at: addSeconds(now, 60),
    conversationId: 'chat',
    graceSeconds: 300,
    needsSecond: true,
    tasks,
  };
  const begun = andThen(
    decided,
    { type: 'offboardingApproved', by: megan, beginsAt: addSeconds(now, 400) },
    { type: 'offboardingBegun' },
  );
  const done = tasks.reduce((offboarding, { id: taskId }, index) => {
    const requestId = `22222222-0000-4000-8000-00000000000${index + 1}`;
    if (!refusedTaskIds.includes(taskId)) {
      return andThen(
        offboarding,
        { type: 'offboardingTaskSent', taskId, requestId },
        { type: 'offboardingTaskProved', taskId },
      );
    }
    const problem = { reason: 'noRights', service: 'graph', requestId } as const;
    return andThen(
      offboarding,
      { type: 'offboardingTaskRefused', taskId, refusal: { why: 'microsoft', problem }, requestId },
      { type: 'offboardingRestLeft', by: megan },
    );
  }, begun);
  return andThen(done, { type: 'offboardingEnded', remains: planOf(after) });
}

/** What a certificate is made from. */
export function certified(
  offboarding: Offboarding = anEndedOffboarding(),
  tenant: Tenant = aTenant(),
): { partner: typeof partner; tenant: Tenant; offboarding: Offboarding } {
  return { partner, tenant, offboarding };
}
