// Rows by id, and which of them a search can mean, so that it looks at a few of a hundred thousand and not at all.
import { runTogether, type Search, type SearchWords } from './search.js';

// Of a hundred thousand rows one in twenty has a trigram by chance, and one in four hundred two, for sixteen megabytes.
const columns = 1024;
const bitsPerWord = 32;
const wordsPerBlock = 32;
const placesPerBlock = wordsPerBlock * bitsPerWord;

/** By trigram (three characters in a row), the places whose text has it: a bit each, in the column that the trigram falls into. */
class TrigramColumns {
  /** The columns of a thousand places each, one after the other, so that more places move none of those before. */
  readonly #blocks: Uint32Array[] = [];

  add(place: number, text: string): void {
    const block = this.#blockOf(place);
    const { word, bit } = inBlock(place);
    for (let at = 0; at + trigram <= text.length; at += 1) {
      const index = columnOf(text, at) * wordsPerBlock + word;
      block[index] = (block[index] ?? 0) | bit;
    }
  }

  clear(place: number): void {
    const block = this.#blockOf(place);
    const { word, bit } = inBlock(place);
    for (let index = word; index < block.length; index += wordsPerBlock) block[index] = (block[index] ?? 0) & ~bit;
  }

  /** The places whose text has every trigram of this one, and a few more by chance; `undefined`: there are more than `most`. */
  placesWith(text: string, most: number): readonly number[] | undefined {
    const count = Math.max(0, text.length - trigram + 1);
    const wanted = Array.from({ length: count }, (_, at) => columnOf(text, at) * wordsPerBlock);
    const places: number[] = [];
    for (const [number, block] of this.#blocks.entries()) {
      for (let word = 0; word < wordsPerBlock; word += 1) {
        let bits = ~0;
        for (const column of wanted) bits &= block[column + word] ?? 0;
        const first = number * placesPerBlock + word * bitsPerWord;
        for (; bits !== 0; bits &= bits - 1) places.push(first + lowestBit(bits));
      }
      if (places.length > most) return undefined;
    }
    return places;
  }

  #blockOf(place: number): Uint32Array {
    const number = Math.floor(place / placesPerBlock);
    const block = this.#blocks[number] ?? new Uint32Array(columns * wordsPerBlock);
    this.#blocks[number] = block;
    return block;
  }
}

function inBlock(place: number): { readonly word: number; readonly bit: number } {
  return { word: Math.floor((place % placesPerBlock) / bitsPerWord), bit: 1 << (place % bitsPerWord) };
}

const trigram = 3;

/** The column of the trigram that begins there. */
function columnOf(text: string, at: number): number {
  const together = (text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
  // Multiplied by 2³² over the golden ratio, neighbours fall far from each other.
  return Math.imul(together, 0x9e3779b1) >>> 22;
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
    if (before?.words === row.words && before.domain === row.domain) return;
    if (before) this.#columns.clear(place);
    this.#columns.add(place, runTogether(row.words));
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

  /**
   * Every row that a search matches, and a few that it doesn't, in any order; `undefined`: it says too little to tell, or
   * there are about more than `most`, which are found sooner by looking at all rows.
   */
  mayMatch({ parts }: Pick<Search, 'parts'>, most: number): readonly Row[] | undefined {
    if (parts.length === 0 || parts.some(({ length }) => length < trigram)) return undefined;
    const all = new Set<number>();
    for (const part of parts) {
      const places = this.#columns.placesWith(part, most);
      if (!places) return undefined;
      for (const place of places) all.add(place);
    }
    return [...all].flatMap((place) => this.#rows[place] ?? []);
  }
}
