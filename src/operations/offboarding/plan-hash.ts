// By what does a card say which plan somebody has seen?
import { createHash } from 'node:crypto';
import type { Plan } from '../../domain/offboarding/plan.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';

/** Short text that is another one for another plan. */
export function planHashOf(plan: Plan): string {
  return createHash('sha256').update(outlineOf(plan)).digest('base64url').slice(0, 22);
}
