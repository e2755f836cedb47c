// How what happens in one class is told to others: a field of that class, which `app/reactions.ts` connects with who reacts.

/** One thing that happens. `Told` is what its listeners get; they are called in the order in which they came. */
export class Emitter<Told extends readonly unknown[] = []> {
  readonly #listeners: ((...told: Told) => unknown)[] = [];

  /** Calls these each time from now on. */
  on(...listeners: readonly ((...told: Told) => unknown)[]): void {
    this.#listeners.push(...listeners);
  }

  /** Calls all listeners and gives what each of them returned. One that throws keeps those after it from being called. */
  emit(...told: Told): readonly unknown[] {
    return this.#listeners.map((listener) => listener(...told));
  }
}
