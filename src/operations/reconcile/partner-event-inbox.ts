// Takes in Partner Center's events: each is kept before it's confirmed, and once, whichever process it comes to.
import { LRUCache } from 'lru-cache';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { Store } from '../ports/store.js';
import type { EventInbox } from '../ports/webhooks.js';

// Far more events than a partner has in three days; a forgotten one that comes again does no harm, it costs a check.
const rememberedEvents = 10_000;
// Hours of checks. Partner Center keeps the rest meanwhile, and sends it again.
const mostWaiting = 10_000;

/** Keeps events until they're followed, and knows those that have been for as long as the process lives. */
export class PartnerEventInbox implements EventInbox {
  readonly #store: Store;
  readonly #known = new LRUCache<string, true>({ max: rememberedEvents });

  constructor(store: Store) {
    this.#store = store;
    store.committed.on(({ eventIds }) => {
      for (const id of eventIds) this.#known.set(id, true);
    });
  }

  async take(event: ReceivedEvent): Promise<boolean> {
    const store = this.#store;
    const { id } = event;
    // Partner Center repeats what it believes to be lost: a repetition is confirmed, and nothing is done.
    if (this.#known.has(id) || store.partnerEvent(id)) return true;
    if (store.partnerEventCount >= mostWaiting) return false;
    // Refused where another has just kept the same one.
    await store.commit({ partnerEvents: [event], basedOn: [store.rowVersion('partnerEvents', id)] });
    return true;
  }
}
