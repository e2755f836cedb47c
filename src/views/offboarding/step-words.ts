// The steps of an offboarding as choices.

import { type OffboardingChoice, type Plan, type PlanLine, stepsOf } from '../../domain/offboarding/plan.js';
import type { Words } from '../catalogue.js';
import { fill } from '../words/messages.js';
import type { Text } from '../words/text-types.js';

/** One line of a multiple choice. */
export interface StepChoice {
  readonly title: Text;
  readonly value: OffboardingChoice;
}

/** The steps for which a plan has items, as choices. */
export function stepChoices(plan: Plan, words: Words): readonly StepChoice[] {
  return stepsOf(plan).possible.map((step) => ({ title: titleOf(step, plan, words), value: step }));
}

function titleOf(step: OffboardingChoice, { lines }: Plan, { offboardingPlan: { choices } }: Words): Text {
  return fill(choices[step], { count: lines.filter((line) => isOf(step, line)).length });
}

function isOf(step: OffboardingChoice, { fate }: PlanLine): boolean {
  return 'step' in fate && fate.step === step;
}
