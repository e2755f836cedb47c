// The removals on an offboarding's card.

import type { Task, TaskRefusal, TaskState } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import { saidWords } from '../words/problem-words.js';
import { refusalRequestId, refusalWords, taskStyle, taskTitle } from './task-words.js';

/** One removal. Title and notes are for text runs, the state for a text block. */
export interface TaskRow {
  readonly title: string;
  readonly state: string;
  readonly colour: string;
  readonly notes: readonly string[];
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
): { readonly rows: readonly TaskRow[]; readonly more: string } {
  const { tasks } = offboarding;
  const byUrgency = [...tasks].sort((a, b) => urgency[a.state.is] - urgency[b.state.is]);
  const shown = byUrgency.slice(0, mostRows);
  const hidden = byUrgency.slice(mostRows);
  const told = new Set<string>();
  return {
    rows: tasks
      .filter((task) => shown.includes(task))
      .map((task) => {
        const { icon, state, colour } = taskStyle(task, offboarding);
        return {
          title: `${icon} ${taskTitle(task, { offboarding, tenantId }, context)}`,
          state,
          colour,
          notes: notesOf(task, told),
        };
      }),
    more: hidden.length === 0 ? '' : `and ${hidden.length} more: ${countsOf(hidden)}`,
  };
}

function notesOf({ state, target, requestIds }: Task, told: Set<string>): readonly string[] {
  if (state.is === 'due' && state.problem) return [saidWords(state.problem)];
  if (state.is !== 'refused' && state.is !== 'left') return [];
  const { refusal } = state;
  const id = refusalRequestId({ refusal, requestIds });
  return [
    ...(state.is === 'left' ? [`By ${literal(state.by.name, 40)}`] : []),
    reason(refusalWords({ target }, refusal), told),
    ...answerOf(refusal),
    ...(id === '' ? [] : [`Microsoft’s request id: ${id}`]),
  ].filter((note) => note !== '');
}

/** Microsoft's own code, which says more than our words. */
function answerOf(refusal: TaskRefusal): readonly string[] {
  const answer = refusal.why === 'microsoft' ? refusal.problem.answer : undefined;
  return answer === undefined ? [] : [`Microsoft’s answer: ${literal(answer, 60)}`];
}

/** A card gives the same reason only once. */
function reason(words: string, told: Set<string>): string {
  if (told.has(words)) return 'For the same reason as above.';
  if (told.size >= mostReasons) return '';
  told.add(words);
  return words;
}

function countsOf(tasks: readonly Task[]): string {
  const words: Readonly<Record<TaskState['is'], string>> = {
    refused: 'refused',
    left: 'left as they are',
    sent: 'with Microsoft',
    due: 'to come',
    proved: 'proved gone',
  };
  return Object.entries(words)
    .map(([is, word]) => [tasks.filter(({ state }) => state.is === is).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
