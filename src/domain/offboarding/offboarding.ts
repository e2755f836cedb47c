// What is the record of a tenant's being offboarded completely, and how far is it?
import type { Person } from '../person.js';
import { addDays, type Instant } from '../time.js';
import type { OffboardingStep, Plan } from './plan.js';
import { isSettled, type Task, tasksAtWork } from './task.js';

/** A complete offboarding, from the decision to the certificate. */
export interface Offboarding {
  /** Also the certificate's number. */
  readonly id: string;
  /** What was tied to the tenant when it was decided. */
  readonly plan: Plan;
  /** The steps that were chosen. */
  readonly steps: readonly OffboardingStep[];
  readonly by: Person;
  readonly at: Instant;
  /** Where it was decided: that conversation hears of it even if it subscribes to nothing. */
  readonly conversationId: string;
  /** Seconds between the last yes and the first deed, in which it can be undone. */
  readonly graceSeconds: number;
  /** Whether a second admin has to agree, or had to. */
  readonly needsSecond: boolean;
  /** Who agreed to it as the second admin. */
  readonly approval?: { readonly by: Person; readonly at: Instant } | undefined;
  /** When it begins, unless it is undone before. Absent: the second admin has not agreed yet. */
  readonly beginsAt?: Instant | undefined;
  /** Absent: nothing has been done yet. */
  readonly begunAt?: Instant | undefined;
  readonly tasks: readonly Task[];
  /** Since when, and when last, what is left could not be read, though nothing is left to do. Absent: not tried in vain. */
  readonly unread?: { readonly since: Instant; readonly last: Instant } | undefined;
  /** What a last reading found still there, once nothing was left to do. */
  readonly end?: { readonly at: Instant; readonly remains: Plan } | undefined;
}

/**
 * - `awaitsApproval`: a second admin has to agree.
 * - `grace`: it begins in a moment; Undo works.
 * - `running`: Microsoft is asked, or works.
 * - `stopped`: nothing goes on before somebody deals with what was refused.
 * - `finished`: only the certificate is left to be written.
 */
export type OffboardingStage = 'awaitsApproval' | 'grace' | 'running' | 'stopped' | 'finished';

/** How far an exit is. */
export function stageOf({ beginsAt, begunAt, tasks, end }: Offboarding): OffboardingStage {
  if (end) return 'finished';
  if (begunAt === undefined) return beginsAt === undefined ? 'awaitsApproval' : 'grace';
  return tasksAtWork(tasks).length === 0 && !tasks.every(isSettled) ? 'stopped' : 'running';
}

/** Whether it can still be undone: nothing has been done. */
export function canBeUndone({ begunAt }: Offboarding): boolean {
  return begunAt === undefined;
}

/** Until when a second admin may agree: within the day. */
export function approvalLapsesAt({ at }: Offboarding): Instant {
  return addDays(at, 1);
}
