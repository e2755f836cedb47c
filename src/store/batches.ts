// How are things that come while the disk is busy written together by the next write?

interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Hands over what has come, in its order, one batch after the other. A batch that fails fails for all that is in it. */
export class Batches<T> {
  readonly #write: (items: readonly T[]) => Promise<void>;
  #waiting: Waiting<T>[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(write: (items: readonly T[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves once it has been written. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#isWriting) return;
      this.#isWriting = true;
      this.#writing = this.#writeAll();
    });
  }

  /** Resolves when nothing is waiting. */
  idle(): Promise<void> {
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    // Whatever else is asked for in this turn of the event loop comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }
}
