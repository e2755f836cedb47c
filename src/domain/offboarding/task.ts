// What has to be removed in an exit, piece by piece, and whose turn is it?

import type { Problem } from '../health/problem.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';
import { mayWithdrawConsent, type ReasonNot } from './obstacles.js';
import { type OffboardingStep, offboardingSteps, type Plan, type PlanLine } from './plan.js';

/** What a task removes. `requestId`: the MS-RequestId of every try, so that Partner Center does the work once. */
export type Target =
  | {
      readonly what: 'assignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly groupId: string;
      /** Whether it may be what lets us withdraw the consent, so that it goes after that. */
      readonly isKey: boolean;
    }
  | { readonly what: 'consent'; readonly requestId: string }
  | { readonly what: 'relationship'; readonly relationshipId: string; readonly displayName: string }
  | { readonly what: 'delegatedAdmin'; readonly requestId: string }
  | { readonly what: 'reseller'; readonly requestId: string };

/** Why a task came to nothing. */
export type TaskRefusal =
  | { readonly why: 'microsoft'; readonly problem: Problem }
  /** Not even asked for, because of something that has to go first. */
  | { readonly why: 'inTheWay'; readonly obstacle: ReasonNot }
  /** Microsoft took it, and long after that still shows what was to be removed, or does not let us see. */
  | { readonly why: 'unconfirmed' };

/** Where a task is. */
export type TaskState =
  /** Not asked for yet. `triedAt`: since then Microsoft has said that it is not possible now, or nothing (`isUnknown`). */
  | {
      readonly is: 'due';
      readonly triedAt?: Instant | undefined;
      readonly isUnknown?: true;
      /** What Microsoft said. Absent: nothing was asked, or it was not kept. */
      readonly problem?: Problem | undefined;
    }
  /** Microsoft has taken it, or was at it already (`wasUnderWay`); it does not show yet. */
  | { readonly is: 'sent'; readonly at: Instant; readonly wasUnderWay?: true }
  /** Microsoft's own answer on a later reading says that it is gone. `sentAt`: absent when nothing had to be asked for. */
  | { readonly is: 'proved'; readonly at: Instant; readonly sentAt?: Instant | undefined }
  | { readonly is: 'refused'; readonly at: Instant; readonly refusal: TaskRefusal }
  /** Somebody decided to go on without it. */
  | { readonly is: 'left'; readonly at: Instant; readonly by: Person; readonly refusal: TaskRefusal };

/** One thing to remove. */
export interface Task {
  /** The same for the same thing, whenever it is planned. */
  readonly id: string;
  readonly step: OffboardingStep;
  readonly target: Target;
  readonly state: TaskState;
  /** Microsoft's ids of the calls made for it, the last one last. Empty: none was needed, or its answer was lost. */
  readonly requestIds: readonly string[];
}

/** MS-RequestIds for the calls that Partner Center can tell apart by them. */
export interface RequestIds {
  readonly consent: string;
  readonly delegatedAdmin: string;
  readonly reseller: string;
}

/** The tasks of a plan for the steps that somebody chose. */
export function tasksOf(plan: Plan, steps: readonly OffboardingStep[], ids: RequestIds): readonly Task[] {
  const tasks = plan.lines.flatMap((line): Task[] => {
    const step = 'step' in line.fate ? line.fate.step : undefined;
    const target = step !== undefined && steps.includes(step) ? targetOf(line, ids) : undefined;
    if (!step || !target) return [];
    return [{ id: idOf(target), step, target, state: { is: 'due' }, requestIds: [] }];
  });
  return tasks.sort((a, b) => orderOf(a) - orderOf(b));
}

function targetOf(line: PlanLine, ids: RequestIds): Target | undefined {
  switch (line.what) {
    case 'assignment': {
      const { id: assignmentId, groupId } = line.assignment;
      const { relationshipId } = line;
      return { what: 'assignment', relationshipId, assignmentId, groupId, isKey: mayWithdrawConsent(line.assignment) };
    }
    case 'relationship': {
      const { id: relationshipId, displayName } = line.relationship;
      return { what: 'relationship', relationshipId, displayName };
    }
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return { what: line.what, requestId: ids[line.what] };
    default:
      return undefined;
  }
}

/** The id of the task that would remove a line of any plan; `undefined`: no task ever does. */
export function taskIdOf(line: PlanLine): string | undefined {
  const target = targetOf(line, { consent: '', delegatedAdmin: '', reseller: '' });
  return target && idOf(target);
}

function idOf(target: Target): string {
  if (target.what === 'assignment') return `assignment ${target.relationshipId} ${target.assignmentId}`;
  return target.what === 'relationship' ? `relationship ${target.relationshipId}` : target.what;
}

/**
 * Whose turn it is. What needs our access in the tenant comes before that access goes, and what Partner Center does for a
 * customer before it is none. An assignment that withdrawing the consent may need goes right after that.
 */
function orderOf({ step, target }: Pick<Task, 'step' | 'target'>): number {
  return target.what === 'assignment' && target.isKey
    ? offboardingSteps.indexOf('consent') + 0.5
    : offboardingSteps.indexOf(step);
}

/** The tasks that can be taken further now: those whose turn it is. Empty: none can, or nothing is left. */
export function tasksAtWork(tasks: readonly Task[]): readonly Task[] {
  const workable = tasks.filter((task) => isOpen(task) && !isHeldUp(task, tasks));
  const order = Math.min(...workable.map(orderOf));
  return workable.filter((task) => orderOf(task) === order);
}

/** Whether a task that has not been begun cannot be before somebody deals with a refused one. */
export function isHeldUp(task: Task, tasks: readonly Task[]): boolean {
  return task.state.is === 'due' && tasks.some((other) => dependsOn(task, other) && isStuck(other, tasks));
}

/** Whether nothing is left to be done or decided: all is proved gone, or somebody went on without it. */
export function isSettled({ state }: Task): boolean {
  return state.is === 'proved' || state.is === 'left';
}

function isOpen({ state }: Task): boolean {
  return state.is === 'due' || state.is === 'sent';
}

function isStuck(task: Task, tasks: readonly Task[]): boolean {
  return task.state.is === 'refused' || isHeldUp(task, tasks);
}

/**
 * Whether one task must not be done before another has been. Once our access is gone, nobody of ours can withdraw the
 * consent; and the reseller relationship, which cannot be brought back, ends only when all else has.
 */
function dependsOn(task: Task, other: Task): boolean {
  if (task === other) return false;
  switch (task.target.what) {
    case 'assignment':
      return task.target.isKey && other.target.what === 'consent';
    case 'relationship':
    case 'delegatedAdmin':
      return other.target.what === 'consent';
    case 'reseller':
      return true;
    case 'consent':
      return false;
    default:
      return task.target satisfies never;
  }
}
