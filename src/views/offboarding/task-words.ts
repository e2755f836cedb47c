// A removal in words: what it removes, its state, and why it was refused.

import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import { isHeldUp, type Task, type TaskRefusal, tasksAtWork } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { dayAndTime, literal } from '../render/text.js';
import { problemWords } from '../words/problem-words.js';
import { groupName, shortName } from './plan-rows.js';
import { reasonWords } from './reason-words.js';

/** What a task removes; for text runs, since names in it are foreign text. */
export function taskTitle(
  { target }: Task,
  { offboarding, tenantId }: Pick<LeavingTenant, 'offboarding' | 'tenantId'>,
  context: ViewContext,
): string {
  switch (target.kind) {
    case 'assignment':
      return `Access assignment of ${groupName(target.groupId, context, offboarding.plan.names)}`;
    case 'consent':
      return 'Consent of your application';
    case 'relationship':
      return `GDAP relationship ${shortName(target.displayName, tenantId)}`;
    case 'delegatedAdmin':
      return 'Delegated admin (DAP)';
    case 'reseller':
      return 'Reseller relationship';
    default:
      return target satisfies never;
  }
}

/** The style of a task's state. */
export interface TaskStyle {
  readonly icon: string;
  /** For a text block: may contain a date, no foreign text. Empty: nothing has begun. */
  readonly state: string;
  readonly colour: 'good' | 'attention' | 'accent' | 'default';
}

/** The style of a task. */
export function taskStyle(task: Task, { begunAt, tasks }: Pick<Offboarding, 'begunAt' | 'tasks'>): TaskStyle {
  const { state } = task;
  switch (state.is) {
    case 'due':
      if (begunAt === undefined) return { icon: '🗑️', state: '', colour: 'default' };
      if (isHeldUp(task, tasks)) return { icon: '⏸️', state: 'Held up by what was refused', colour: 'default' };
      if (!tasksAtWork(tasks).includes(task)) return { icon: '🕓', state: 'Waits for its turn', colour: 'default' };
      return {
        icon: '⏳',
        state:
          state.triedAt === undefined
            ? 'Being asked for now'
            : state.isUnknown
              ? `No usable answer from Microsoft since ${dayAndTime(state.triedAt)}. Gatehouse asks again by itself.`
              : `Microsoft has said since ${dayAndTime(state.triedAt)} that it is not possible yet. It is asked for again by itself.`,
        colour: 'accent',
      };
    case 'sent':
      return {
        icon: '⏳',
        state: `Microsoft took it on ${dayAndTime(state.at)} and is at work. It counts once Microsoft shows it gone.`,
        colour: 'accent',
      };
    case 'proved':
      return { icon: '✅', state: `Proved gone on ${dayAndTime(state.at)}`, colour: 'good' };
    case 'refused':
      return { icon: '⚠️', state: `Refused on ${dayAndTime(state.at)}`, colour: 'attention' };
    case 'left':
      return { icon: '➖', state: `Left as it is on ${dayAndTime(state.at)}`, colour: 'default' };
    default:
      return state satisfies never;
  }
}

/** Why a task was refused, and what can be done, as whole sentences without foreign text. */
export function refusalWords({ target }: Pick<Task, 'target'>, refusal: TaskRefusal): string {
  switch (refusal.why) {
    case 'microsoft': {
      const { cause, cure } = problemWords(refusal.problem, 'removal');
      return `${cause} ${target.kind === 'consent' && refusal.problem.reason === 'noRights' ? consentCure : cure}`;
    }
    case 'inTheWay': {
      const { why, who } = reasonWords(refusal.obstacle, 'press Try again');
      return `${why} ${who}`;
    }
    case 'unconfirmed':
      return 'Microsoft took it long ago and still does not show it gone, or does not let Gatehouse see. Look at the customer in Partner Center; Try again reads it again.';
    default:
      return refusal satisfies never;
  }
}

// @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
const consentCure =
  'The account has to be in AdminAgents, and in a group that has Global, Application or Cloud Application Administrator in the tenant. Else the customer’s administrator deletes the enterprise application in their Entra admin center.';

/** Microsoft's id of the refused call; empty: there's none. */
export function refusalRequestId({
  refusal,
  requestIds,
}: { readonly refusal: TaskRefusal } & Pick<Task, 'requestIds'>) {
  const id = refusal.why === 'microsoft' ? (refusal.problem.requestId ?? requestIds.at(-1)) : requestIds.at(-1);
  return id === undefined ? '' : literal(id, 40);
}
