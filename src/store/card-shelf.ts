// Where are living cards kept, which change with every click and matter less than tenants?
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { CardShelf, Clock, LivingCard, Log } from '../operations/ports.js';
import { DurableFile } from './durable-file.js';

// A file of its own, so that turning a page of the list does not write ten thousand tenants; written at most this often.
const gatherMs = 1000;

/** Living cards in a lowdb file of their own. */
export class FileCardShelf<View> implements CardShelf<View> {
  readonly #low: Low<readonly LivingCard<View>[]>;
  readonly #clock: Clock;
  readonly #log: Log;
  #planned: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(low: Low<readonly LivingCard<View>[]>, clock: Clock, log: Log) {
    this.#low = low;
    this.#clock = clock;
    this.#log = log;
  }

  /** Opens the shelf. One that cannot be read is begun anew: cards that are posted already then stay as they are. */
  static async open<View>(folder: string, clock: Clock, log: Log): Promise<FileCardShelf<View>> {
    const file = new DurableFile<readonly LivingCard<View>[]>(join(folder, 'cards.json'));
    const low = new Low<readonly LivingCard<View>[]>(file, []);
    try {
      await low.read();
    } catch (error) {
      log.warn('cardsNotRead', { error });
    }
    if (!Array.isArray(low.data)) low.data = [];
    return new FileCardShelf(low, clock, log);
  }

  cards(): readonly LivingCard<View>[] {
    return this.#low.data;
  }

  keep(cards: readonly LivingCard<View>[]): void {
    this.#low.data = cards;
    this.#planned ??= this.#clock.after(gatherMs, () => this.#write());
  }

  /** Writes what is still to be written. */
  async close(): Promise<void> {
    if (this.#planned) {
      this.#planned();
      this.#write();
    }
    await this.#writing;
  }

  #write(): void {
    this.#planned = undefined;
    this.#writing = this.#writing
      .then(() => this.#low.write())
      .catch((error) => this.#log.warn('cardsNotKept', { error }));
  }
}
