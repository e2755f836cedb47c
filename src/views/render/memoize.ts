// Draws a card once, however often it's needed.
import { LRUCache } from 'lru-cache';
import type { ViewContext } from './context.js';
import type { Card } from './templates.js';

// A card takes ten to forty KB.
const mostSubjects = 200;
const mostCards = 10;

/**
 * A view that draws a card once for the same subject in the same context. Nothing that a view shows is changed, only
 * replaced; so the same objects give the same card.
 */
export function memoize<Subject extends object, Details>(
  draw: (subject: Subject, context: ViewContext, details: Details) => Card,
): (subject: Subject, context: ViewContext, details: Details) => Card {
  const drawn = new WeakMap<ViewContext, LRUCache<Subject, LRUCache<string, Card>>>();
  return (subject, context, details) => {
    const inContext = drawn.get(context) ?? new LRUCache<Subject, LRUCache<string, Card>>({ max: mostSubjects });
    drawn.set(context, inContext);
    const cards = inContext.get(subject) ?? new LRUCache<string, Card>({ max: mostCards });
    inContext.set(subject, cards);
    const key = JSON.stringify(details);
    const known = cards.get(key);
    if (known) return known;
    const card = draw(subject, context, details);
    cards.set(key, card);
    return card;
  };
}
