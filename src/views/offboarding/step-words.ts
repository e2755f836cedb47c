// The steps of an offboarding as choices.
import { type OffboardingChoice, type Plan, type PlanLine, stepsOf } from '../../domain/offboarding/plan.js';
import { counted } from '../render/text.js';

/** One line of a multiple choice. */
export interface StepChoice {
  readonly title: string;
  readonly value: OffboardingChoice;
}

/** The steps for which a plan has items, as choices. */
export function stepChoices(plan: Plan): readonly StepChoice[] {
  return stepsOf(plan).possible.map((step) => ({ title: titleOf(step, plan), value: step }));
}

function titleOf(step: OffboardingChoice, { lines }: Plan): string {
  const count = lines.filter((line) => isOf(step, line)).length;
  switch (step) {
    case 'assignments':
      return `Remove ${counted(count, 'access assignment')}`;
    case 'consent':
      return 'Withdraw the consent of your application';
    case 'relationships':
      return `Terminate ${counted(count, 'GDAP relationship')}`;
    case 'delegatedAdmin':
      return 'Remove delegated admin (DAP)';
    case 'reseller':
      return '⚠️ End the reseller relationship: this cannot be undone';
    default:
      return step satisfies never;
  }
}

function isOf(step: OffboardingChoice, { fate }: PlanLine): boolean {
  return 'step' in fate && fate.step === step;
}
