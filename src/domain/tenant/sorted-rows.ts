// Rows in an order, kept up as single rows change; a hundred thousand are put in order step by step.

// Above this many changed rows, sorting once costs less than finding each one's place.
const mostPlaced = 100;

// As many as a step puts in order; it takes a millisecond.
const rowsInStep = 2000;

/** Rows in the order of `compare`, which must tell every two of them apart. */
export class SortedRows<Row> {
  readonly #compare: (a: Row, b: Row) => number;
  #rows: Row[] = [];
  /** Rows that aren't in their places yet, in the parts in which they came. */
  readonly #added: (readonly Row[])[] = [];

  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  /** In their order, as of now. */
  get rows(): readonly Row[] {
    this.#settle();
    return this.#rows;
  }

  /** Puts what was added in its place, some of it with each step. Before the last step the rows must not be used. */
  *settling(): Generator<void> {
    const added = this.#added.splice(0).map((rows) => rows.toSorted(this.#compare));
    this.#rows = yield* merging([this.#rows, ...added], this.#compare);
  }

  /** Takes out rows, as they were put in, and puts in others. */
  replace(gone: readonly Row[], added: readonly Row[]): void {
    if (gone.length === 0) {
      if (added.length > 0) this.#added.push(added);
      return;
    }
    this.#settle();
    this.#put(gone, added);
  }

  #settle(): void {
    const count = this.#added.reduce((sum, rows) => sum + rows.length, 0);
    if (count <= mostPlaced) this.#put([], this.#added.splice(0).flat());
    else for (const _ of this.settling());
  }

  #put(gone: readonly Row[], added: readonly Row[]): void {
    if (gone.length + added.length > mostPlaced) {
      const out = new Set(gone);
      // What is in order already costs a sort one comparison for each row.
      this.#rows = [...this.#rows.filter((row) => !out.has(row)), ...added].sort(this.#compare);
      return;
    }
    const equal = (row: Row) => (other: Row) => this.#compare(row, other) === 0;
    // What changes without another place is put there, which moves none of the rows behind it.
    for (const row of added) if (gone.some(equal(row))) this.#rows[this.#placeOf(row)] = row;
    for (const row of gone) if (!added.some(equal(row))) this.#rows.splice(this.#placeOf(row), 1);
    for (const row of added) if (!gone.some(equal(row))) this.#rows.splice(this.#placeOf(row), 0, row);
  }

  // The first place whose row doesn't come before this one.
  #placeOf(row: Row): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#rows[middle];
      if (other !== undefined && this.#compare(other, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Makes one run of several, each of them in order, some of it with each step. */
function* merging<Row>(runs: Row[][], compare: (a: Row, b: Row) => number): Generator<void, Row[]> {
  let left = runs;
  let count = 0;
  while (left.length > 1) {
    const merged: Row[][] = [];
    for (let at = 0; at < left.length; at += 2) {
      const rows: Row[] = [];
      for (const row of mergedRows(left[at] ?? [], left[at + 1] ?? [], compare)) {
        rows.push(row);
        count += 1;
        if (count % rowsInStep === 0) yield;
      }
      merged.push(rows);
    }
    left = merged;
  }
  return left[0] ?? [];
}

function* mergedRows<Row>(some: Row[], others: Row[], compare: (a: Row, b: Row) => number): Iterable<Row> {
  let [at, otherAt] = [0, 0];
  for (;;) {
    const [row, other] = [some[at], others[otherAt]];
    if (row !== undefined && (other === undefined || compare(row, other) < 0)) {
      yield row;
      at += 1;
    } else if (other !== undefined) {
      yield other;
      otherAt += 1;
    } else return;
  }
}

/** The order of two texts by their code units: far faster than `localeCompare` on ten thousand names that are folded already. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
