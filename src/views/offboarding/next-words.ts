// What follows a yes to a complete offboarding, in words.
import type { Plan } from '../../domain/offboarding/plan.js';
import { counted } from '../render/text.js';

/** The rules for agreeing to a plan. */
export interface PlanRules {
  readonly plan: Plan;
  readonly needsSecond: boolean;
  readonly graceSeconds: number;
}

/** Sentences in the order of events. `isSecond`: the reader is the second admin. */
export function nextSentences({ plan, needsSecond, graceSeconds }: PlanRules, isSecond = false): readonly string[] {
  const waits = needsSecond && !isSecond;
  const hasPendingRequests = plan.lines.some(({ kind }) => kind === 'invitation');
  return [
    ...(waits ? ['Another admin has to agree to this very plan within a day. Until then nothing is done.'] : []),
    graceSeconds === 0
      ? `It begins ${waits ? 'as soon as that admin has agreed' : 'at once'}.`
      : `It begins ${duration(graceSeconds)} after ${waits ? 'that' : 'you agree'}. Until then Undo stops it.`,
    'A step counts as done only when Microsoft itself shows that it is. The card follows every one.',
    ...(hasPendingRequests ? ['What still waits for the customer’s approval stays watched until it lapses.'] : []),
    'At the end you get an exit certificate. Everything else that Gatehouse keeps about this tenant is deleted, except for ids in the audit log.',
  ];
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? counted(seconds / 60, 'minute') : counted(seconds, 'second');
}
