// The removals on an offboarding's card.

import type { Task, TaskRefusal, TaskState } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { saidWords } from '../explain/problem-words.js';
import type { ViewContext } from '../render/context.js';
import { joined, literal, personName, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { refusalRequestId, refusalWords, taskStyle, taskTitle } from './task-words.js';

/** One removal. Title and notes are for text runs, the state for a text block. */
export interface TaskRow {
  readonly title: Literal;
  readonly state: Markdown;
  readonly colour: string;
  readonly notes: readonly Literal[];
}

// Limits of a message: a row takes up to half a KB of it, and one KB with a reason.
const mostRows = 16;
const mostReasons = 5;

// Removals that need a person are never among those left out.
const urgency: Readonly<Record<TaskState['is'], number>> = { refused: 0, left: 1, sent: 2, due: 3, proved: 4 };

/** The rows of an offboarding, in the order of its tasks, and how many of each kind are left out. */
export function taskRows(
  { offboarding, tenantId }: Pick<LeavingTenant, 'offboarding' | 'tenantId'>,
  context: ViewContext,
): { readonly rows: readonly TaskRow[]; readonly more: Text } {
  const { tasks } = offboarding;
  const byUrgency = [...tasks].sort((a, b) => urgency[a.state.is] - urgency[b.state.is]);
  const shown = byUrgency.slice(0, mostRows);
  const hidden = byUrgency.slice(mostRows);
  const told = new Set<string>();
  return {
    rows: tasks
      .filter((task) => shown.includes(task))
      .map((task) => {
        const { icon, state, colour } = taskStyle(task, offboarding, context.words);
        return {
          title: phrase`${icon} ${taskTitle(task, { offboarding, tenantId }, context)}`,
          state,
          colour,
          notes: notesOf(task, told, context.words),
        };
      }),
    more:
      hidden.length === 0
        ? ''
        : context.words.offboarding.card.more({ count: hidden.length, states: countsOf(hidden, context.words) }),
  };
}

function notesOf({ state, target, requestIds }: Task, told: Set<string>, words: Words): readonly Literal[] {
  const { tasks } = words.offboarding;
  if (state.is === 'due' && state.problem) return [saidWords(state.problem, words)];
  if (state.is !== 'refused' && state.is !== 'left') return [];
  const { refusal } = state;
  const id = refusalRequestId({ refusal, requestIds });
  return [
    ...(state.is === 'left' ? [tasks.leftBy({ person: personName(state.by, words) })] : []),
    reason(refusalWords({ target }, refusal, words, state.is === 'left'), told, words),
    ...answerOf(refusal, words),
    ...(id === '' ? [] : [tasks.requestId({ id })]),
  ].filter((note) => note !== '');
}

/** Microsoft's own code, which says more than our words. */
function answerOf(refusal: TaskRefusal, { offboarding: { tasks } }: Words): readonly Literal[] {
  const answer = refusal.why === 'microsoft' ? refusal.problem.answer : undefined;
  return answer === undefined ? [] : [tasks.answer({ answer: literal(answer, 60) })];
}

/** A card gives the same reason only once. */
function reason(text: Text, told: Set<string>, { offboarding: { tasks } }: Words): Text {
  if (told.has(text)) return tasks.sameReason;
  if (told.size >= mostReasons) return '';
  told.add(text);
  return text;
}

const states: readonly TaskState['is'][] = ['refused', 'left', 'sent', 'due', 'proved'];

function countsOf(tasks: readonly Task[], { offboarding: { tasks: words } }: Words): Text {
  const counts = states
    .map((is) => ({ is, count: tasks.filter(({ state }) => state.is === is).length }))
    .filter(({ count }) => count > 0)
    .map(({ is, count }) => words.counts[is]({ count }));
  return joined(counts, ', ');
}
