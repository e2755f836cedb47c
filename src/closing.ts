// In which order is what was opened closed again?

/** Closes things in the reverse of the order in which they were opened. */
export class Closing {
  #steps: (() => Promise<void>)[] = [];

  /** Has something closed when the time comes. */
  add(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  /** Closes everything, each step after the one before. A second call finds nothing left to do. */
  async run(): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    for (const step of steps) await step();
  }
}
