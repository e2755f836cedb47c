// The tasks of an offboarding, and which of them can go on now.

import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { mayWithdrawConsent, type ReasonNot } from './obstacles.js';
import { type OffboardingChoice, offboardingChoices, type Plan, type PlanLine } from './plan.js';

/** What a task removes. `requestId`: the MS-RequestId of every try, so that Partner Center does the work once. */
export type Target =
  | {
      readonly kind: 'assignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly groupId: string;
      /** Whether it may be what allows withdrawing the consent, so that it goes after that. */
      readonly isKey: boolean;
    }
  | { readonly kind: 'consent'; readonly requestId: string }
  | { readonly kind: 'relationship'; readonly relationshipId: string; readonly displayName: string }
  | { readonly kind: 'delegatedAdmin'; readonly requestId: string }
  | { readonly kind: 'reseller'; readonly requestId: string };

/** Why a task was refused. */
export type TaskRefusal =
  | { readonly why: 'microsoft'; readonly problem: Problem }
  /** Not sent, because something else must go first. */
  | { readonly why: 'inTheWay'; readonly obstacle: ReasonNot }
  /** Microsoft accepted it, and long after that still shows what it removes or can't be read. */
  | { readonly why: 'unconfirmed' };

/** The state of a task. */
export type TaskState =
  /** Not sent yet. `triedAt`: since then Microsoft has said that it's not possible now, or hasn't answered (`isUnknown`). */
  | {
      readonly is: 'due';
      readonly triedAt?: Instant | undefined;
      readonly isUnknown?: true;
      /** Microsoft's answer. Absent: nothing was sent, or it wasn't kept. */
      readonly problem?: Problem | undefined;
    }
  /** Microsoft has accepted it, or was already working on it (`wasUnderWay`); it doesn't show yet. */
  | { readonly is: 'sent'; readonly at: Instant; readonly wasUnderWay?: true }
  /** A later reading showed that it's gone. `sentAt`: absent when nothing had to be sent. */
  | { readonly is: 'proved'; readonly at: Instant; readonly sentAt?: Instant | undefined }
  | { readonly is: 'refused'; readonly at: Instant; readonly refusal: TaskRefusal }
  /** A person decided to go on without it. */
  | { readonly is: 'left'; readonly at: Instant; readonly by: Person; readonly refusal: TaskRefusal };

/** One removal. */
export interface Task {
  /** The same for the same item in any plan. */
  readonly id: string;
  readonly step: OffboardingChoice;
  readonly target: Target;
  readonly state: TaskState;
  /** Microsoft's request ids of the calls made for it, the last one last. Empty: none was needed, or the answer was lost. */
  readonly requestIds: readonly string[];
}

/** MS-RequestIds, by which Partner Center tells calls apart. */
export interface RequestIds {
  readonly consent: string;
  readonly delegatedAdmin: string;
  readonly reseller: string;
}

/** The tasks of a plan for the chosen steps. */
export function tasksOf(plan: Plan, steps: readonly OffboardingChoice[], ids: RequestIds): readonly Task[] {
  const tasks = plan.lines.flatMap((line): Task[] => {
    const step = 'step' in line.fate ? line.fate.step : undefined;
    const target = step !== undefined && steps.includes(step) ? targetOf(line, ids) : undefined;
    if (!step || !target) return [];
    return [{ id: idOf(target), step, target, state: { is: 'due' }, requestIds: [] }];
  });
  return tasks.sort((a, b) => orderOf(a) - orderOf(b));
}

function targetOf(line: PlanLine, ids: RequestIds): Target | undefined {
  switch (line.kind) {
    case 'assignment': {
      const { id: assignmentId, groupId } = line.assignment;
      const { relationshipId } = line;
      return { kind: 'assignment', relationshipId, assignmentId, groupId, isKey: mayWithdrawConsent(line.assignment) };
    }
    case 'relationship': {
      const { id: relationshipId, displayName } = line.relationship;
      return { kind: 'relationship', relationshipId, displayName };
    }
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return { kind: line.kind, requestId: ids[line.kind] };
    default:
      return undefined;
  }
}

/** The id of the task that removes an item, in any plan; `undefined`: no task does. */
export function taskIdOf(line: PlanLine): string | undefined {
  const target = targetOf(line, { consent: '', delegatedAdmin: '', reseller: '' });
  return target && idOf(target);
}

function idOf(target: Target): string {
  if (target.kind === 'assignment') return `assignment ${target.relationshipId} ${target.assignmentId}`;
  return target.kind === 'relationship' ? `relationship ${target.relationshipId}` : target.kind;
}

/**
 * Place of a task in the order: what needs access to the tenant before that access goes, and the reseller relationship
 * last. An assignment that withdrawing the consent may need goes right after that.
 */
function orderOf({ step, target }: Pick<Task, 'step' | 'target'>): number {
  return target.kind === 'assignment' && target.isKey
    ? offboardingChoices.indexOf('consent') + 0.5
    : offboardingChoices.indexOf(step);
}

/** The tasks that can go on now: the open ones that come first in the order. Empty: none can, or nothing is left. */
export function tasksAtWork(tasks: readonly Task[]): readonly Task[] {
  const workable = tasks.filter((task) => isOpen(task) && !isHeldUp(task, tasks));
  const order = Math.min(...workable.map(orderOf));
  return workable.filter((task) => orderOf(task) === order);
}

/** Whether a due task can't be sent before a person deals with a refused one. */
export function isHeldUp(task: Task, tasks: readonly Task[]): boolean {
  return task.state.is === 'due' && tasks.some((other) => dependsOn(task, other) && isStuck(other, tasks));
}

/** Whether nothing is left to do or decide: it's proved gone, or a person went on without it. */
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
 * Whether one task must wait for another. Without access the partner can't withdraw the consent; and the reseller
 * relationship, which can't be brought back, ends last.
 */
function dependsOn(task: Task, other: Task): boolean {
  if (task === other) return false;
  switch (task.target.kind) {
    case 'assignment':
      return task.target.isKey && other.target.kind === 'consent';
    case 'relationship':
    case 'delegatedAdmin':
      return other.target.kind === 'consent';
    case 'reseller':
      return true;
    case 'consent':
      return false;
    default:
      return task.target satisfies never;
  }
}
