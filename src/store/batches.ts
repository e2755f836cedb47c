// Writes together what comes while the disk is busy.

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Hands over what has come, in its order, one batch after the other. A batch that fails fails for all that is in it. */
export class Batches<T, R = void> {
  readonly #write: (items: readonly T[]) => Promise<R>;
  #waiting: Waiting<T, R>[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(write: (items: readonly T[]) => Promise<R>) {
    this.#write = write;
  }

  /** Resolves once it has been written, to what that came to for its whole batch. */
  add(item: T): Promise<R> {
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
        const result = await this.#write(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve(result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }
}
