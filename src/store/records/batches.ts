// Gathers what comes while the disk is busy into one write.

// More would hold the event loop for long while it's put into words; the rest comes with the next write.
const mostTogether = 250;

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes items in their order, one batch after the other. A failed write fails for every item of its batch. */
export class Batches<T, R = void> {
  readonly #write: (items: readonly T[]) => Promise<R>;
  readonly #waiting: Waiting<T, R>[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(write: (items: readonly T[]) => Promise<R>) {
    this.#write = write;
  }

  /** Resolves once the item is written, to what the write of its whole batch gave. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#isWriting) return;
      this.#isWriting = true;
      this.#writing = this.#writeAll();
    });
  }

  /** Resolves once nothing waits. */
  idle(): Promise<void> {
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    // What else is added in this tick comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostTogether);
      try {
        const result = await this.#write(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve(result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }
}
