// The card of a short message: a confirmation, a refusal, a failure.
import type { Literal } from '../words/text-types.js';
import { frameOf, type ViewContext } from './context.js';
import { type Card, render } from './templates.js';
import type { Button } from './verbs.js';

/** A short message. The lines are for text runs, so they show literally. */
export interface Message {
  readonly title: Literal;
  readonly lines: readonly Literal[];
  readonly actions?: readonly Button[];
}

/** The card of a short message. */
export function messageView({ title, lines, actions = [] }: Message, context: ViewContext): Card {
  return render('message', { title, lines, actions }, frameOf(context, title));
}
