// How does one part wait for what another part will say?

/** A value that somebody will give. */
export class Later<T> {
  readonly promise: Promise<T>;
  #resolve: (value: T) => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Gives the value; only the first one counts. */
  give(value: T): void {
    this.#resolve(value);
  }
}
