// Why the partner can't remove something, and who can.

import type { ReasonNot } from '../../domain/offboarding/obstacles.js';
import type { Words } from '../catalogue.js';
import { fill } from '../words/messages.js';
import type { Text } from '../words/text-types.js';

/** Cause and cure, as whole sentences without foreign text. */
export interface ReasonWords {
  readonly why: Text;
  /** Who can do what about it. */
  readonly who: Text;
}

/**
 * The words for a reason. `next`: what to do once the cause is fixed, beside a plan, beside a refused removal, or beside one
 * that was left in place.
 */
export function reasonWords(
  reason: ReasonNot,
  { offboardingPlan: { obstacles } }: Words,
  next: 'readAgain' | 'tryAgain' | 'planAgain' = 'readAgain',
): ReasonWords {
  const { why, who } = obstacles[reason];
  return { why, who: fill(who, { next: obstacles[next] }) };
}
