// Rows by id, and which of them a search can mean, so that it looks at a few of a hundred thousand and not at all.
import type { Search, SearchWords } from './search.js';

// Sixteen megabytes for a hundred thousand rows, of which one in twenty has a trigram by chance, and one in four hundred two.
const columns = 1024;
const bitsPerWord = 32;

/** By trigram (three characters in a row), the places whose text has it: a bit each, in the column that the trigram falls into. */
class TrigramColumns {
  #wordsPerColumn = 1;
  #words = new Uint32Array(columns);

  add(place: number, text: string): void {
    while (place >= this.#wordsPerColumn * bitsPerWord) this.#grow();
    const word = Math.floor(place / bitsPerWord);
    for (const column of columnsOf(text)) {
      const at = column * this.#wordsPerColumn + word;
      this.#words[at] = (this.#words[at] ?? 0) | (1 << (place % bitsPerWord));
    }
  }

  clear(place: number): void {
    const word = Math.floor(place / bitsPerWord);
    for (let at = word; at < this.#words.length; at += this.#wordsPerColumn)
      this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (place % bitsPerWord));
  }

  /** The places whose text has every trigram of this one, and a few more by chance. */
  placesWith(text: string): readonly number[] {
    const wanted = columnsOf(text).map((column) => column * this.#wordsPerColumn);
    const places: number[] = [];
    for (let word = 0; word < this.#wordsPerColumn; word += 1) {
      let bits = ~0;
      for (const start of wanted) bits &= this.#words[start + word] ?? 0;
      for (; bits !== 0; bits &= bits - 1) places.push(word * bitsPerWord + lowestBit(bits));
    }
    return places;
  }

  #grow(): void {
    const before = this.#words;
    const [from, to] = [this.#wordsPerColumn, this.#wordsPerColumn * 2];
    this.#words = new Uint32Array(columns * to);
    for (let column = 0; column < columns; column += 1)
      this.#words.set(before.subarray(column * from, (column + 1) * from), column * to);
    this.#wordsPerColumn = to;
  }
}

const trigram = 3;

function columnsOf(text: string): readonly number[] {
  return Array.from({ length: text.length - trigram + 1 }, (_, at) => {
    const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
    // Multiplied by 2³² over the golden ratio, neighbours fall far from each other.
    return Math.imul((first << 16) ^ (second << 8) ^ third, 0x9e3779b1) >>> 22;
  });
}

function lowestBit(bits: number): number {
  return bitsPerWord - 1 - Math.clz32(bits & -bits);
}

/** Rows by id. */
export class SearchIndex<Row extends SearchWords> {
  readonly #rows: (Row | undefined)[] = [];
  readonly #places = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #columns = new TrigramColumns();

  get(id: string): Row | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#rows[place];
  }

  set(id: string, row: Row): void {
    const place = this.#places.get(id) ?? this.#free.pop() ?? this.#rows.length;
    const before = this.#rows[place];
    this.#places.set(id, place);
    this.#rows[place] = row;
    // Nearly every change leaves the words alone.
    if (before?.joined === row.joined && before.domain === row.domain) return;
    if (before) this.#columns.clear(place);
    this.#columns.add(place, row.joined);
    this.#columns.add(place, row.domain);
  }

  delete(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    this.#rows[place] = undefined;
    this.#columns.clear(place);
    this.#free.push(place);
  }

  /** Every row that a search matches, and a few that it doesn't, in any order; `undefined`: it's too short to tell. */
  mayMatch({ parts }: Search): readonly Row[] | undefined {
    if (parts.some(({ length }) => length < trigram)) return undefined;
    const [places = [], ...others] = parts.map((part) => this.#columns.placesWith(part));
    const all = others.length === 0 ? places : [...new Set([places, ...others].flat())];
    return all.flatMap((place) => this.#rows[place] ?? []);
  }
}
