// Which replica does by itself what each of them could.
import { Emitter } from '../../runtime/emitter.js';

/**
 * What is this replica's of the work that begins by itself: a tenant's checks, a conversation's messages, reconciling. Each
 * key is that of one replica among those that are alive. They hear of each other one after the other, so for a moment a key
 * may be two's or none's: what must not be done twice is done under a lock as well (`doDuty`), and what is due is looked for
 * whenever `changed` emits.
 */
export interface Duties {
  /** Whether what this key names is ours to do. */
  isMine(key: string): boolean;
  /** Replicas have come or gone, so that a key may have become ours or another's. */
  readonly changed: Emitter;
}

/** The duty, and its lock, of what is sent to a conversation. */
export function messagesDuty(conversationId: string): string {
  return `conversation ${conversationId}`;
}

/** The duty, and its lock, of redrawing a conversation's cards, its threads apart. */
export function cardsDuty(conversationId: string): string {
  return `cards ${conversationId}`;
}

/** The duties of which there is one each: reconciling, asking for a test event, comparing alarms, working off batches, counting the fleet. */
export const singleDuties = ['reconcile', 'heartbeat', 'alarms', 'batches', 'fleet'] as const;

/** The duties of a replica that is alone: all of them, for good. */
export function allDuties(): Duties {
  return { isMine: () => true, changed: new Emitter() };
}
