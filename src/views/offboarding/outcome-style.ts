// How does the fate of something that ties us to a tenant look? Always a word with an icon, never a colour alone.
import type { Fate, OffboardingStep } from '../../domain/offboarding/plan.js';

/** Icon, word and colour of a fate. */
export interface OutcomeStyle {
  readonly word: string;
  readonly colour: 'good' | 'accent' | 'attention' | 'warning' | 'default';
}

/** The look of a fate. `steps`: those that were decided; absent: they are still to be chosen. */
export function outcomeStyle(fate: Fate, steps?: readonly OffboardingStep[]): OutcomeStyle {
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
