// How is a card drawn once, however often it is asked for?
import type { ViewContext } from './context.js';
import type { Card } from './templates.js';

/**
 * A view that draws a card once for the same subject in the same context. Nothing that a view shows ever changes, it is
 * replaced; so the same objects mean the same card. What nobody has in hand any more is not kept.
 */
export function remembered<Subject extends object, Details>(
  draw: (subject: Subject, context: ViewContext, details: Details) => Card,
): (subject: Subject, context: ViewContext, details: Details) => Card {
  const drawn = new WeakMap<ViewContext, WeakMap<Subject, Map<string, Card>>>();
  return (subject, context, details) => {
    const inContext = drawn.get(context) ?? new WeakMap<Subject, Map<string, Card>>();
    drawn.set(context, inContext);
    const cards = inContext.get(subject) ?? new Map<string, Card>();
    inContext.set(subject, cards);
    const key = JSON.stringify(details);
    const card = cards.get(key) ?? draw(subject, context, details);
    cards.set(key, card);
    return card;
  };
}
