// Parts of the story that wait for the partner's first read, so that it's told the same however fast the bot starts.
import { secondsAfter } from './instants.js';
import type { Relationship } from './model.js';
import type { World } from './world.js';

/** Stops a relationship until the partner reads its customer. */
export function hold(world: World, relationship: Relationship): void {
  relationship.held = { since: world.now(), next: relationship.next };
  relationship.next = null;
}

/** The partner has read these: stopped ones move on as if no time had passed. */
export function release(world: World, relationships: readonly Relationship[]): void {
  for (const relationship of relationships) {
    const { held } = relationship;
    if (!held) continue;
    const seconds = (Date.parse(world.now()) - Date.parse(held.since)) / 1000;
    const later = (instant: string) => secondsAfter(instant, seconds);
    relationship.held = undefined;
    relationship.next = held.next && { ...held.next, at: later(held.next.at) };
    // Only an end within the story counts from its beginning.
    if (held.next?.step === 'endReached') relationship.endDateTime = later(held.next.at);
    world.await(relationship.next);
    world.changed();
  }
}
