// Posted cards for tests, in memory, which a test may change as another replica would.
import type { CardStore, CardsChanged, MessageId, PostedCard } from '../../src/operations/ports/cards.js';
import { Emitter } from '../../src/runtime/emitter.js';
import { CardsInMemory } from '../../src/store/records/cards-in-memory.js';

/** Keeps them. */
export class MemoryCardStore<View> implements CardStore<View> {
  readonly changedElsewhere = new Emitter<[changed: CardsChanged<View>]>();
  readonly #kept: CardsInMemory<View>;

  constructor(cards: Iterable<PostedCard<View>> = []) {
    this.#kept = new CardsInMemory(cards);
  }

  cards(): readonly PostedCard<View>[] {
    return this.#kept.all();
  }

  put(card: PostedCard<View>): void {
    this.#kept.put(card);
  }

  redrawn(before: PostedCard<View>, after: PostedCard<View>): void {
    if (this.#kept.find(before) === before) this.put(after);
  }

  remove(message: MessageId): void {
    this.#kept.remove(message);
  }

  /** Another replica has done this. */
  othersDo({ put = [], removed = [] }: Partial<CardsChanged<View>>): void {
    for (const message of removed) this.remove(message);
    for (const card of put) this.put(card);
    this.changedElsewhere.emit({ put, removed });
  }
}
