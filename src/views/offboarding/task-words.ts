// A removal in words: what it removes, its state, and why it was refused.

import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import { isHeldUp, type Task, type TaskRefusal, tasksAtWork } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { problemWords } from '../explain/problem-words.js';
import type { ViewContext } from '../render/context.js';
import { dayAndTime, joined, literal, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { groupName, shortName } from './plan-rows.js';
import { reasonWords } from './reason-words.js';

/** What a task removes; for text runs, since names in it are foreign text. */
export function taskTitle(
  { target }: Task,
  { offboarding, tenantId }: Pick<LeavingTenant, 'offboarding' | 'tenantId'>,
  context: ViewContext,
): Literal {
  const { tasks } = context.words.offboarding;
  switch (target.kind) {
    case 'assignment':
      return tasks.assignment({ group: groupName(target.groupId, context, offboarding.plan.names) });
    case 'relationship':
      return tasks.relationship({ relationship: shortName(target.displayName, tenantId) });
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return tasks[target.kind];
    default:
      return target satisfies never;
  }
}

/** The style of a task's state. */
export interface TaskStyle {
  readonly icon: Text;
  /** For a text block: may contain a date, no foreign text. Empty: nothing has begun. */
  readonly state: Markdown;
  readonly colour: 'good' | 'attention' | 'accent' | 'default';
}

/** The style of a task. */
export function taskStyle(
  task: Task,
  { begunAt, tasks: all }: Pick<Offboarding, 'begunAt' | 'tasks'>,
  { offboarding: { tasks } }: Words,
): TaskStyle {
  const { state } = task;
  switch (state.is) {
    case 'due':
      if (begunAt === undefined) return { icon: phrase`🗑️`, state: '', colour: 'default' };
      if (isHeldUp(task, all)) return { icon: phrase`⏸️`, state: tasks.heldUp, colour: 'default' };
      if (!tasksAtWork(all).includes(task)) return { icon: phrase`🕓`, state: tasks.waits, colour: 'default' };
      return { icon: phrase`⏳`, state: tryWords(state, tasks), colour: 'accent' };
    case 'sent':
      return { icon: phrase`⏳`, state: tasks.sent({ at: dayAndTime(state.at) }), colour: 'accent' };
    case 'proved':
      return { icon: phrase`✅`, state: tasks.verified({ at: dayAndTime(state.at) }), colour: 'good' };
    case 'refused':
      return { icon: phrase`⚠️`, state: tasks.refused({ at: dayAndTime(state.at) }), colour: 'attention' };
    case 'left':
      return { icon: phrase`➖`, state: tasks.left({ at: dayAndTime(state.at) }), colour: 'default' };
    default:
      return state satisfies never;
  }
}

function tryWords(
  { triedAt, isUnknown }: Extract<Task['state'], { is: 'due' }>,
  tasks: Words['offboarding']['tasks'],
): Markdown {
  if (triedAt === undefined) return tasks.asking;
  return (isUnknown ? tasks.noAnswer : tasks.notPossibleYet)({ since: dayAndTime(triedAt) });
}

/**
 * Why a task was refused, and what can be done, as whole sentences without foreign text. `isLeft`: a person went on without
 * it, so it isn't tried again.
 * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
 */
export function refusalWords(
  { target }: Pick<Task, 'target'>,
  refusal: TaskRefusal,
  words: Words,
  isLeft = false,
): Text {
  const { tasks } = words.offboarding;
  switch (refusal.why) {
    case 'microsoft': {
      const { cause, cure } = problemWords(refusal.problem, 'removal', words);
      const isConsent = target.kind === 'consent' && refusal.problem.reason === 'noRights';
      return joined([cause, isConsent ? tasks.consentCure : cure]);
    }
    case 'inTheWay': {
      const { why, who } = reasonWords(refusal.obstacle, words, isLeft ? 'planAgain' : 'tryAgain');
      return joined([why, who]);
    }
    case 'unconfirmed':
      return isLeft ? tasks.unconfirmed : joined([tasks.unconfirmed, tasks.unconfirmedRetry]);
    default:
      return refusal satisfies never;
  }
}

/** Microsoft's id of the refused call; empty: there's none. */
export function refusalRequestId({
  refusal,
  requestIds,
}: { readonly refusal: TaskRefusal } & Pick<Task, 'requestIds'>) {
  const id = refusal.why === 'microsoft' ? (refusal.problem.requestId ?? requestIds.at(-1)) : requestIds.at(-1);
  return id === undefined ? '' : literal(id, 40);
}
