// What follows a yes to a complete offboarding, in words.

import type { Plan } from '../../domain/offboarding/plan.js';
import type { Words } from '../catalogue.js';
import type { Text } from '../words/text-types.js';

/** The rules for agreeing to a plan. */
export interface PlanRules {
  readonly plan: Plan;
  readonly needsSecond: boolean;
  readonly graceSeconds: number;
}

/** Sentences in the order of events. `isSecond`: the reader is the second admin. */
export function nextSentences(
  { plan, needsSecond, graceSeconds }: PlanRules,
  { offboardingPlan: { rules } }: Words,
  isSecond = false,
): readonly Text[] {
  const waits = needsSecond && !isSecond;
  const hasPendingRequests = plan.lines.some(({ kind }) => kind === 'invitation');
  return [
    ...(waits ? [rules.secondAdmin] : []),
    beginning(graceSeconds, waits, rules),
    rules.verified,
    ...(hasPendingRequests ? [rules.watched] : []),
    rules.certificate,
  ];
}

function beginning(seconds: number, waits: boolean, rules: Words['offboardingPlan']['rules']): Text {
  if (seconds === 0) return waits ? rules.beginsAtOnceAfterApproval : rules.beginsAtOnce;
  const minutes = seconds / 60;
  if (Number.isInteger(minutes)) return (waits ? rules.beginsAfterApproval : rules.beginsAfter)({ minutes });
  return (waits ? rules.beginsAfterApprovalSeconds : rules.beginsAfterSeconds)({ seconds });
}
