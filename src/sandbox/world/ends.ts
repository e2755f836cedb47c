// Which relationship reaches its end next.
import type { Relationship } from './model.js';
import type { World } from './world.js';

/** The active relationship that reaches its end next, and when; undefined when none has one. */
export function nextEnd(world: World): { readonly relationship: Relationship; readonly at: string } | undefined {
  let next: { readonly relationship: Relationship; readonly at: string } | undefined;
  for (const relationship of world.relationships()) {
    // One whose story waits for the partner's first read has none yet.
    if (relationship.next?.step !== 'endReached') continue;
    const { at } = relationship.next;
    if (!next || at < next.at) next = { relationship, at };
  }
  return next;
}
