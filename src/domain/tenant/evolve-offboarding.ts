// The offboarding after a fact.

import type { Offboarding } from '../offboarding/offboarding.js';
import type { Task } from '../offboarding/task.js';
import { isSameAnswer } from '../problem.js';
import { secondsSince } from '../time.js';
import type { Fact } from './facts.js';

/** A fact about an offboarding. */
export type OffboardingFact = Extract<Fact, { readonly type: `offboarding${string}` }>;

/** Whether a fact is about an offboarding. */
export function isOffboardingFact(fact: Fact): fact is OffboardingFact {
  return fact.type.startsWith('offboarding');
}

/** The offboarding after the fact; `undefined`: there's none any more. */
export function evolveOffboarding(
  offboarding: Offboarding | undefined,
  fact: OffboardingFact,
): Offboarding | undefined {
  if (fact.type === 'offboardingDecided') return fact.offboarding;
  if (!offboarding) return undefined;
  switch (fact.type) {
    case 'offboardingApproved':
      return { ...offboarding, approval: { by: fact.by, at: fact.at }, beginsAt: fact.beginsAt };
    case 'offboardingUndone':
    case 'offboardingDropped':
    case 'offboardingCertified':
      return undefined;
    case 'offboardingPutOff':
      return { ...offboarding, beginsAt: fact.beginsAt };
    case 'offboardingBegun':
      return { ...offboarding, begunAt: fact.at };
    case 'offboardingTaskTried':
      return withTask(offboarding, fact.taskId, (task) => putOff(task, fact));
    case 'offboardingTaskSent':
      return withTask(offboarding, fact.taskId, (task) => ({
        ...task,
        state: { is: 'sent', at: fact.at, ...(fact.wasUnderWay && { wasUnderWay: true }) },
        requestIds: fact.requestId === undefined ? task.requestIds : [...task.requestIds, fact.requestId],
      }));
    case 'offboardingTaskProved':
      return withoutRefusalsOver(
        withTask(offboarding, fact.taskId, (task) => proved(task, fact.at)),
        fact.taskId,
      );
    case 'offboardingTaskRefused':
      return withTask(offboarding, fact.taskId, (task) => ({
        ...task,
        state: { is: 'refused', at: fact.at, refusal: fact.refusal },
        requestIds: fact.requestId === undefined ? task.requestIds : [...task.requestIds, fact.requestId],
      }));
    case 'offboardingRetried':
      return { ...offboarding, tasks: offboarding.tasks.map((task) => retried(task, fact.requestIds[task.id])) };
    case 'offboardingRestLeft':
      return { ...offboarding, tasks: offboarding.tasks.map((task) => left(task, fact)) };
    case 'offboardingRemainsUnread':
      return { ...offboarding, unread: { since: unreadSince(offboarding, fact.at), last: fact.at } };
    case 'offboardingEnded':
      return { ...offboarding, end: { at: fact.at, remains: fact.remains } };
    default:
      return fact satisfies never;
  }
}

function withTask(offboarding: Offboarding, taskId: string, change: (task: Task) => Task): Offboarding {
  return { ...offboarding, tasks: offboarding.tasks.map((task) => (task.id === taskId ? change(task) : task)) };
}

// The time of the request stays, for the certificate; a removal that was already under way wasn't requested by us.
function proved(task: Task, at: string): Task {
  const sentAt = task.state.is === 'sent' && !task.state.wasUnderWay ? task.state.at : undefined;
  return { ...task, state: { is: 'proved', at, ...(sentAt !== undefined && { sentAt }) } };
}

// A relationship that's gone takes its assignments along: one that couldn't be removed is checked again.
function withoutRefusalsOver(offboarding: Offboarding, provedId: string): Offboarding {
  const proved = offboarding.tasks.find(({ id }) => id === provedId)?.target;
  if (proved?.kind !== 'relationship') return offboarding;
  const isOver = ({ target, state }: Task) =>
    target.kind === 'assignment' && target.relationshipId === proved.relationshipId && state.is === 'refused';
  return {
    ...offboarding,
    tasks: offboarding.tasks.map((task) => (isOver(task) ? { ...task, state: { is: 'due' } } : task)),
  };
}

// `triedAt` counts from the first try of this kind. The same answer again changes nothing, whatever its request id.
function putOff(
  task: Task,
  { at, isUnknown, problem }: Extract<OffboardingFact, { readonly type: 'offboardingTaskTried' }>,
): Task {
  const { state } = task;
  if (state.is !== 'due') return task;
  const isSame = state.triedAt !== undefined && state.isUnknown === isUnknown;
  if (isSame && (!problem || isSameAnswer(problem, state.problem))) return task;
  const triedAt = isSame ? state.triedAt : at;
  return { ...task, state: { is: 'due', triedAt, ...(isUnknown && { isUnknown }), ...(problem && { problem }) } };
}

// A gap without any try, because the process was down, doesn't count.
function unreadSince({ unread }: Offboarding, at: string): string {
  const longestPauseSeconds = 3600;
  return unread && secondsSince(unread.last, at) < longestPauseSeconds ? unread.since : at;
}

// A refusal is an answer, so the next call is a new one with a new id.
function retried(task: Task, requestId: string | undefined): Task {
  if (task.state.is !== 'refused') return task;
  const { target } = task;
  const next = 'requestId' in target && requestId !== undefined ? { ...target, requestId } : target;
  return { ...task, target: next, state: { is: 'due' } };
}

function left(task: Task, { by, at }: { readonly by: Offboarding['by']; readonly at: string }): Task {
  if (task.state.is !== 'refused') return task;
  return { ...task, state: { is: 'left', at, by, refusal: task.state.refusal } };
}
