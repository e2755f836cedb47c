// The offers of one process, in its memory.
import type { OfferedFile, Offers, TakenOffer } from '../../operations/ports/handed-files.js';
import type { Clock } from '../../runtime/clock.js';
import { mostOffers } from '../records/waiting-files.js';

interface MemoryOffer {
  readonly offer: OfferedFile;
  /** By the clock's `elapsedMs`. */
  readonly untilMs: number;
}

/** Gone with the process: a person who answers later selects the button again. */
export class MemoryOffers implements Offers {
  readonly #clock: Pick<Clock, 'elapsedMs'>;
  readonly #offers = new Map<string, MemoryOffer>();

  constructor(clock: Pick<Clock, 'elapsedMs'>) {
    this.#clock = clock;
  }

  async put(id: string, offer: OfferedFile, lastsMs: number): Promise<void> {
    await this.prune();
    const [oldest] = this.#offers.size >= mostOffers ? this.#offers.keys() : [];
    if (oldest !== undefined) this.#offers.delete(oldest);
    this.#offers.set(id, { offer, untilMs: this.#clock.elapsedMs() + lastsMs });
  }

  async prune(): Promise<void> {
    const nowMs = this.#clock.elapsedMs();
    for (const [key, { untilMs }] of this.#offers) if (untilMs <= nowMs) this.#offers.delete(key);
  }

  async take(id: string, { personId, conversationId }: Parameters<Offers['take']>[1]): Promise<TakenOffer | undefined> {
    const found = this.#offers.get(id);
    const leftMs = (found?.untilMs ?? 0) - this.#clock.elapsedMs();
    const isTheirs = found?.offer.person.id === personId && found.offer.conversationId === conversationId;
    if (!found || !isTheirs || leftMs <= 0) return undefined;
    this.#offers.delete(id);
    return { ...found.offer, leftMs };
  }
}
