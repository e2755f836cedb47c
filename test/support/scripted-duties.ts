// Duties for tests: the test says which replica each key is of.
import type { Duties } from '../../src/operations/ports/duties.js';
import { Emitter } from '../../src/runtime/emitter.js';

/** Who has which duty among these replicas, as each of them believes. */
export class ScriptedDuties {
  readonly #replicas = new Map<string, Emitter>();
  /** By key: the replicas that take it for theirs. */
  readonly #mine = new Map<string, readonly string[]>();
  /** Who has what isn't given to anyone in particular. */
  #others: readonly string[] = [];

  /** The duties of a replica, as its operations take them. */
  of(replica: string): Duties {
    const changed = this.#replicas.get(replica) ?? new Emitter();
    this.#replicas.set(replica, changed);
    return { isMine: (key) => (this.#mine.get(key) ?? this.#others).includes(replica), changed };
  }

  /** From now on a key is of these replicas: one as a rule, two or none while they don't agree. */
  give(key: string, ...replicas: readonly string[]): void {
    this.#mine.set(key, replicas);
    this.#tell();
  }

  /** From now on every other key is of these. */
  giveOthers(...replicas: readonly string[]): void {
    this.#others = replicas;
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#replicas.values()) changed.emit();
  }
}
