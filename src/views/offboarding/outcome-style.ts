// How a fate shows on a plan: always a word with an icon, never a colour alone.
import type { Fate, OffboardingChoice } from '../../domain/offboarding/plan.js';

/** Icon, word and colour of a fate. */
export interface OutcomeStyle {
  readonly word: string;
  readonly colour: 'good' | 'accent' | 'attention' | 'warning' | 'default';
}

/** The style of a fate. `steps`: the decided ones; absent: they can still be chosen. */
export function outcomeStyle(fate: Fate, steps?: readonly OffboardingChoice[]): OutcomeStyle {
  switch (fate.is) {
    case 'removed':
    case 'choosable':
      if (steps) return steps.includes(fate.step) ? removed : { word: '➖ Left out', colour: 'default' };
      return fate.is === 'removed' ? removed : { word: '❔ Can be chosen', colour: 'warning' };
    case 'cannot':
      return { word: '⛔ Cannot be removed', colour: 'attention' };
    case 'stays':
      return { word: '➖ Stays', colour: 'default' };
    default:
      return fate satisfies never;
  }
}

const removed: OutcomeStyle = { word: '🗑️ Will be removed', colour: 'good' };
