// What does a fact make of an exit?

import { isSameAnswer } from '../health/problem.js';
import type { Fact } from '../tenant/facts.js';
import { secondsSince } from '../time.js';
import type { Exit } from './exit.js';
import type { Task } from './task.js';

/** A fact about an exit. */
export type ExitFact = Extract<Fact, { readonly type: `exit${string}` }>;

/** Whether a fact is about an exit. */
export function isExitFact(fact: Fact): fact is ExitFact {
  return fact.type.startsWith('exit');
}

/** The exit after the fact; `undefined`: there is none any more. */
export function evolveExit(exit: Exit | undefined, fact: ExitFact): Exit | undefined {
  if (fact.type === 'exitDecided') return fact.exit;
  if (!exit) return undefined;
  switch (fact.type) {
    case 'exitApproved':
      return { ...exit, approval: { by: fact.by, at: fact.at }, beginsAt: fact.beginsAt };
    case 'exitUndone':
    case 'exitDropped':
    case 'exitCertified':
      return undefined;
    case 'exitPutOff':
      return { ...exit, beginsAt: fact.beginsAt };
    case 'exitBegun':
      return { ...exit, begunAt: fact.at };
    case 'exitTaskTried':
      return withTask(exit, fact.taskId, (task) => putOff(task, fact));
    case 'exitTaskSent':
      return withTask(exit, fact.taskId, (task) => ({
        ...task,
        state: { is: 'sent', at: fact.at, ...(fact.wasUnderWay && { wasUnderWay: true }) },
        requestIds: fact.requestId === undefined ? task.requestIds : [...task.requestIds, fact.requestId],
      }));
    case 'exitTaskProved':
      return withoutRefusalsOver(
        withTask(exit, fact.taskId, (task) => proved(task, fact.at)),
        fact.taskId,
      );
    case 'exitTaskRefused':
      return withTask(exit, fact.taskId, (task) => ({
        ...task,
        state: { is: 'refused', at: fact.at, refusal: fact.refusal },
        requestIds: fact.requestId === undefined ? task.requestIds : [...task.requestIds, fact.requestId],
      }));
    case 'exitRetried':
      return { ...exit, tasks: exit.tasks.map((task) => retried(task, fact.requestIds[task.id])) };
    case 'exitRestLeft':
      return { ...exit, tasks: exit.tasks.map((task) => left(task, fact)) };
    case 'exitRemainsUnread':
      return { ...exit, unread: { since: unreadSince(exit, fact.at), last: fact.at } };
    case 'exitEnded':
      return { ...exit, end: { at: fact.at, remains: fact.remains } };
    default:
      return fact satisfies never;
  }
}

function withTask(exit: Exit, taskId: string, change: (task: Task) => Task): Exit {
  return { ...exit, tasks: exit.tasks.map((task) => (task.id === taskId ? change(task) : task)) };
}

// When it was asked for stays, for the certificate; when Microsoft was seen at it is not that.
function proved(task: Task, at: string): Task {
  const sentAt = task.state.is === 'sent' && !task.state.wasUnderWay ? task.state.at : undefined;
  return { ...task, state: { is: 'proved', at, ...(sentAt !== undefined && { sentAt }) } };
}

// With a relationship goes what it gave: an assignment that could not be removed is looked at again.
function withoutRefusalsOver(exit: Exit, provedId: string): Exit {
  const proved = exit.tasks.find(({ id }) => id === provedId)?.target;
  if (proved?.what !== 'relationship') return exit;
  const isOver = ({ target, state }: Task) =>
    target.what === 'assignment' && target.relationshipId === proved.relationshipId && state.is === 'refused';
  return { ...exit, tasks: exit.tasks.map((task) => (isOver(task) ? { ...task, state: { is: 'due' } } : task)) };
}

// Since when it has not been possible, or nothing has been known, counts from the first time.
// The same answer again is no news, whatever its request id.
function putOff(task: Task, { at, isUnknown, problem }: Extract<ExitFact, { readonly type: 'exitTaskTried' }>): Task {
  const { state } = task;
  if (state.is !== 'due') return task;
  const isSame = state.triedAt !== undefined && state.isUnknown === isUnknown;
  if (isSame && (!problem || isSameAnswer(problem, state.problem))) return task;
  const triedAt = isSame ? state.triedAt : at;
  return { ...task, state: { is: 'due', triedAt, ...(isUnknown && { isUnknown }), ...(problem && { problem }) } };
}

// A time in which nobody tried, because the process was down, does not count.
function unreadSince({ unread }: Exit, at: string): string {
  const longestPauseSeconds = 3600;
  return unread && secondsSince(unread.last, at) < longestPauseSeconds ? unread.since : at;
}

// A refusal was an answer, so that what comes next is a new call and has a new id.
function retried(task: Task, requestId: string | undefined): Task {
  if (task.state.is !== 'refused') return task;
  const { target } = task;
  const next = 'requestId' in target && requestId !== undefined ? { ...target, requestId } : target;
  return { ...task, target: next, state: { is: 'due' } };
}

function left(task: Task, { by, at }: { readonly by: Exit['by']; readonly at: string }): Task {
  if (task.state.is !== 'refused') return task;
  return { ...task, state: { is: 'left', at, by, refusal: task.state.refusal } };
}
