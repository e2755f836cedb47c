// How a fate shows on a plan: always a word with an icon, never a colour alone.

import type { Fate, OffboardingChoice } from '../../domain/offboarding/plan.js';
import type { Words } from '../catalogue.js';
import type { Text } from '../words/text-types.js';

/** Icon, word and colour of a fate. */
export interface OutcomeStyle {
  readonly word: Text;
  readonly colour: 'good' | 'accent' | 'attention' | 'default';
}

/** The style of a fate. `steps`: the decided ones; absent: they can still be chosen. */
export function outcomeStyle(
  fate: Fate,
  { offboardingPlan: { fates } }: Words,
  steps?: readonly OffboardingChoice[],
): OutcomeStyle {
  const removed: OutcomeStyle = { word: fates.removed, colour: 'good' };
  switch (fate.is) {
    case 'removed':
    case 'choosable':
      if (steps) return steps.includes(fate.step) ? removed : { word: fates.leftOut, colour: 'default' };
      return fate.is === 'removed' ? removed : { word: fates.choosable, colour: 'accent' };
    case 'cannot':
      return { word: fates.cannot, colour: 'attention' };
    case 'stays':
      return { word: fates.stays, colour: 'default' };
    default:
      return fate satisfies never;
  }
}
