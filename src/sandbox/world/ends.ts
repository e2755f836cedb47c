// Which relationship reaches its end next.
import type { Relationship } from './model.js';
import type { World } from './world.js';

/** The active relationship that reaches its end next, and when; undefined when none has one. */
export function nextEnd(world: World): { readonly relationship: Relationship; readonly at: string } | undefined {
  let next: { readonly relationship: Relationship; readonly at: string } | undefined;
  for (const relationship of world.relationships()) {
    const at = relationship.status === 'active' ? relationship.endDateTime : null;
    if (at !== null && (!next || at < next.at)) next = { relationship, at };
  }
  return next;
}
