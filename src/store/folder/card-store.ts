// The file of posted cards, which change with every click and matter less than tenants.
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { CardStore, CardsChanged, MessageId, PostedCard } from '../../operations/ports/cards.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { CardsInMemory } from '../records/cards-in-memory.js';
import { DurableFile } from './durable-file.js';

/** The file of posted cards in the data folder. */
export const cardsFileName = 'cards.json';

// A file of its own, so that turning a page doesn't write ten thousand tenants; written at most this often.
const gatherMs = 1000;

const cardShape = z.looseObject({ conversationId: z.string(), activityId: z.string(), drawn: z.string() });
// Written before files carried their hash: the list itself.
const fileShape = z.union([
  z.array(cardShape),
  z.object({ cards: z.array(cardShape) }).transform(({ cards }) => cards),
]);

/** What the file of posted cards needs. */
export interface CardStoreDeps<View> {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /**
   * What a card shows.
   * @throws when the JSON is no such view.
   */
  readonly viewFrom: (json: unknown) => View;
}

/** Posted cards in a lowdb file of their own. */
export class FileCardStore<View> implements CardStore<View> {
  /** Never emits: nothing but this process writes the file. */
  readonly changedElsewhere = new Emitter<[changed: CardsChanged<View>]>();
  readonly #low: Low<readonly PostedCard<View>[]>;
  readonly #kept: CardsInMemory<View>;
  readonly #clock: Pick<Clock, 'after'>;
  readonly #log: Log;
  #planned: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(low: Low<readonly PostedCard<View>[]>, { clock, log }: CardStoreDeps<View>) {
    this.#low = low;
    this.#kept = new CardsInMemory(low.data);
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * Opens the file. An unreadable one is begun anew and logged: cards posted before stay as they are, and their buttons go
   * on working.
   */
  static async open<View>(folder: string, deps: CardStoreDeps<View>): Promise<FileCardStore<View>> {
    const cardsFrom = (json: unknown, hash?: string): readonly PostedCard<View>[] => {
      const cards = fileShape.parse(json);
      if (hash === undefined && !Array.isArray(json)) throw new Error('it lacks its hash');
      return cards.map((card) => ({ ...card, view: deps.viewFrom(card.view) }));
    };
    const textOf = (cards: readonly PostedCard<View>[]) => JSON.stringify({ cards });
    const low = new Low(new DurableFile(join(folder, cardsFileName), textOf, cardsFrom), []);
    await low.read().catch((error) => deps.log.warn('cardsNotRead', { file: cardsFileName, error }));
    return new FileCardStore(low, deps);
  }

  cards(): readonly PostedCard<View>[] {
    return this.#kept.all();
  }

  put(card: PostedCard<View>): void {
    this.#kept.put(card);
    this.#plan();
  }

  redrawn(before: PostedCard<View>, after: PostedCard<View>): void {
    if (this.#kept.find(before) === before) this.put(after);
  }

  remove(message: MessageId): void {
    if (this.#kept.remove(message)) this.#plan();
  }

  /** Writes what isn't written yet. */
  async close(): Promise<void> {
    if (this.#planned) {
      this.#planned();
      this.#write();
    }
    await this.#writing;
  }

  #plan(): void {
    this.#planned ??= this.#clock.after(gatherMs, () => this.#write());
  }

  #write(): void {
    this.#planned = undefined;
    this.#writing = this.#writing
      .then(() => {
        this.#low.data = this.cards();
        return this.#low.write();
      })
      .catch((error) => this.#log.warn('cardsNotKept', { error }));
  }
}
