// For how long something has been due to Teams while nothing went out.

import type { Store } from '../../operations/ports/store.js';
import type { Clock } from '../../runtime/clock.js';
import type { SendQueue } from '../delivery/send-queue.js';
import type { Notifier } from './notifier.js';

/** What watching what goes out takes. */
export interface SilenceDeps {
  readonly store: Store;
  readonly sendQueue: SendQueue;
  readonly clock: Clock;
  readonly notifier: Notifier;
}

/** Tells how long it has been silent although something was due. Counts from the first time that it is asked. */
export class Silence {
  readonly #deps: SilenceDeps;
  #dueSinceMs: number | undefined;

  constructor(deps: SilenceDeps) {
    this.#deps = deps;
  }

  /** Seconds; 0 while nothing is due. `areNewsHeld`: news may have to wait, for a reason that is not ours. */
  seconds(areNewsHeld: boolean): number {
    const { sendQueue, clock } = this.#deps;
    const now = clock.elapsedMs();
    const isDue = sendQueue.isBusy || (!areNewsHeld && this.#areNewsDue());
    this.#dueSinceMs = isDue ? (this.#dueSinceMs ?? now) : undefined;
    if (this.#dueSinceMs === undefined) return 0;
    return (now - Math.max(this.#dueSinceMs, sendQueue.handedOverAtMs)) / 1000;
  }

  #areNewsDue(): boolean {
    const { store, notifier } = this.#deps;
    for (const conversationId of store.dueConversationIds()) {
      const conversation = store.conversation(conversationId);
      if (!conversation || conversation.unreachable) continue;
      for (const due of store.deliveriesOf(conversationId)) if (!notifier.isHeldBack(due)) return true;
    }
    return false;
  }
}
