// The record of a tenant's complete offboarding, and its stage.
import type { MessageLanguage } from '../message-languages.js';
import type { Person } from '../person.js';
import { secondYesLapsesAt } from '../second-admin.js';
import type { Instant } from '../time.js';
import type { OffboardingChoice, Plan } from './plan.js';
import { isSettled, type Task, tasksAtWork } from './task.js';

/** The partner's settings for every offboarding. */
export interface OffboardingRules {
  /** Whether a second admin must agree. */
  readonly needsSecond: boolean;
  /** Seconds between the last yes and the first step, in which it can be undone. */
  readonly graceSeconds: number;
}

/** A complete offboarding, from the decision to the certificate. */
export interface Offboarding {
  /** Also the certificate's number. */
  readonly id: string;
  /** The plan as it was when it was decided. */
  readonly plan: Plan;
  /** The steps that were chosen. */
  readonly steps: readonly OffboardingChoice[];
  readonly by: Person;
  readonly at: Instant;
  /** Where it was decided; that conversation gets its messages even without a subscription. */
  readonly conversationId: string;
  /** The language of its certificate. Absent: it was decided before certificates had one. */
  readonly language?: MessageLanguage | undefined;
  /** Seconds between the last yes and the first step, in which it can be undone. */
  readonly graceSeconds: number;
  /** Whether a second admin must agree, or had to. */
  readonly needsSecond: boolean;
  /** The second admin's yes. */
  readonly approval?: { readonly by: Person; readonly at: Instant } | undefined;
  /** When it begins unless it's undone before. Absent: the second admin hasn't agreed yet. */
  readonly beginsAt?: Instant | undefined;
  /** Absent: nothing has been done yet. */
  readonly begunAt?: Instant | undefined;
  readonly tasks: readonly Task[];
  /** Since when, and when last, the closing reading has failed. Absent: it hasn't been tried, or hasn't failed. */
  readonly unread?: { readonly since: Instant; readonly last: Instant } | undefined;
  /** What the last reading found, once nothing was left to do. */
  readonly end?: { readonly at: Instant; readonly remains: Plan } | undefined;
}

/**
 * - `awaitsApproval`: a second admin must agree.
 * - `grace`: it begins soon; Undo works.
 * - `running`: Microsoft is asked, or works.
 * - `stopped`: waits for a person to deal with what was refused.
 * - `finished`: only the certificate is left to write.
 */
export type OffboardingStage = 'awaitsApproval' | 'grace' | 'running' | 'stopped' | 'finished';

/** The stage of an offboarding. */
export function stageOf({ beginsAt, begunAt, tasks, end }: Offboarding): OffboardingStage {
  if (end) return 'finished';
  if (begunAt === undefined) return beginsAt === undefined ? 'awaitsApproval' : 'grace';
  return tasksAtWork(tasks).length === 0 && !tasks.every(isSettled) ? 'stopped' : 'running';
}

/** Whether it can still be undone: no step has been taken. */
export function canBeUndone({ begunAt }: Offboarding): boolean {
  return begunAt === undefined;
}

/** Until when a second admin may agree. */
export function approvalLapsesAt(offboarding: Offboarding): Instant {
  return secondYesLapsesAt(offboarding);
}
