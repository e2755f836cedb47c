// Ties, plans and exits for tests, whole and plausible, with only what matters said.
import type { Exit } from '../../src/domain/offboarding/exit.js';
import { type ExitStep, type Plan, planOf } from '../../src/domain/offboarding/plan.js';
import { type Task, type TaskState, tasksOf } from '../../src/domain/offboarding/task.js';
import type { Ties } from '../../src/domain/offboarding/ties.js';
import type { LeavingTenant, Tenant } from '../../src/domain/tenant/tenant.js';
import { alex, aRelationship, bothAssigned, having, now, tenantBy } from './builders.js';
import { anOldSubscription } from './exit-builders.js';
import { aCertificate } from './watch-builders.js';

export const exitId = 'e0000000-0000-4000-8000-000000000001';
export const byHand = 'relationship-2';
const requestIds = {
  consent: 'c0000000-0000-4000-8000-000000000001',
  delegatedAdmin: 'c0000000-0000-4000-8000-000000000002',
  reseller: 'c0000000-0000-4000-8000-000000000003',
};
/** Application Administrator, which may withdraw consents. */
const key = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';

/** Contoso with one of everything that can be removed, and nothing in the way. */
export function someTies(changes: Partial<Ties> = {}): Ties {
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

export function aPlan(changes: Partial<Ties> = {}): Plan {
  return planOf(someTies(changes));
}

/** Every step of the plan but the reseller's, decided by Alex, about to begin in five minutes. */
export function anExit(changes: Partial<Exit> = {}): Exit {
  const plan = changes.plan ?? aPlan();
  const steps: readonly ExitStep[] = changes.steps ?? ['assignments', 'consent', 'relationships', 'delegatedAdmin'];
  return {
    id: exitId,
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

/** An exit in which the tasks are in these states, in their order; the rest are due. */
export function withStates(exit: Exit, ...states: readonly TaskState[]): Exit {
  const tasks = exit.tasks.map((task, index): Task => ({ ...task, state: states[index] ?? task.state }));
  return { ...exit, begunAt: '2026-11-22T10:05:00.000Z', tasks };
}

/** Contoso with this exit. */
export function leaving(exit: Exit = anExit(), tenant: Tenant = tenantBy.approved()): LeavingTenant {
  return { ...having(tenant, { type: 'exitDecided', by: exit.by, exit }), exit };
}

/** Microsoft refused it. */
export const refused: TaskState = {
  is: 'refused',
  at: now,
  refusal: { why: 'microsoft', problem: { reason: 'noRights', service: 'partnerCenter', requestId: 'r-1' } },
};

/** One exit for each stage. */
export const exitBy = {
  awaitsApproval: () => anExit({ needsSecond: true, beginsAt: undefined }),
  grace: () => anExit(),
  running: () => withStates(anExit(), { is: 'proved', at: now }, { is: 'sent', at: now }),
  stopped: () => withStates(anExit(), { is: 'proved', at: now }, refused),
  finished: (): Exit => {
    const exit = anExit();
    const done = withStates(exit, ...exit.tasks.map((): TaskState => ({ is: 'proved', at: now })));
    return { ...done, end: { at: now, remains: aPlan() } };
  },
};

/** The certificate of Contoso's exit. */
export const certificate = aCertificate({
  id: exitId,
  issuedAt: now,
  removedCount: 6,
  remainsCount: 2,
  hashes: { json: 'a'.repeat(64), pdf: 'b'.repeat(64) },
});
