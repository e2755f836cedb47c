// What befalls replicas, by the seed.
import type { Seeded } from '../crash/seeded.js';

/** One or two are killed, the connection that holds one's locks is cut, PostgreSQL crashes, or one is replaced by a newer one. */
export const faults = ['killOne', 'killTwo', 'cutSession', 'crashDatabase', 'replaceOne'] as const;

/** One of them. */
export type Fault = (typeof faults)[number];

const ofSixteen: Readonly<Record<Fault, number>> = {
  killOne: 10,
  killTwo: 2,
  cutSession: 2,
  crashDatabase: 1,
  replaceOne: 1,
};

/** Faults in a seeded order, and of each its share in any sixteen. */
export class Faults {
  readonly #seeded: Seeded;
  #left: Fault[] = [];

  constructor(seeded: Seeded) {
    this.#seeded = seeded;
  }

  next(): Fault {
    if (this.#left.length === 0) this.#left = faults.flatMap((fault) => Array<Fault>(ofSixteen[fault]).fill(fault));
    const [fault = 'killOne'] = this.#left.splice(Math.floor(this.#seeded.next() * this.#left.length), 1);
    return fault;
  }
}
