// Which rows belong together, by something else than their id: a burst makes ten thousand due at once, and each is looked up
// to be sent.

/** Rows by what they belong to, in the order of their coming. A row belongs to the same for as long as there is one with its id. */
export class RowIndex<T extends { readonly id: string }> {
  readonly #ownerOf: (row: T) => string;
  readonly #rows = new Map<string, Map<string, T>>();

  constructor(ownerOf: (row: T) => string) {
    this.#ownerOf = ownerOf;
  }

  /** What belongs to an owner. */
  of(owner: string): Iterable<T> {
    return this.#rows.get(owner)?.values() ?? [];
  }

  /** Those to whom something belongs. */
  owners(): Iterable<string> {
    return this.#rows.keys();
  }

  /** Takes in a row. */
  put(row: T): void {
    const owner = this.#ownerOf(row);
    const rows = this.#rows.get(owner) ?? new Map<string, T>();
    this.#rows.set(owner, rows.set(row.id, row));
  }

  /** Takes out a row. */
  remove(row: T): void {
    const owner = this.#ownerOf(row);
    const rows = this.#rows.get(owner);
    rows?.delete(row.id);
    if (rows?.size === 0) this.#rows.delete(owner);
  }
}
