// Reads the values of a term, with commas between them.
import { compared } from './query-names.js';
import { phraseAt, spaceTo, termStartAt } from './query-tokens.js';

/** The values after a key. */
export interface Values<Of> {
  /** Those that are understood, each once. */
  readonly found: readonly Of[];
  /** Those that aren't, and where they stand. */
  readonly unknown: readonly { readonly given: string; readonly from: number; readonly to: number }[];
  /** Where the next part of the query can begin. */
  readonly to: number;
}

/** What a value means; `undefined`: it isn't known. */
export type Resolve<Of> = (value: string) => Of | undefined;

interface ReadValue<Of> {
  readonly given: string;
  readonly of: Of | undefined;
  readonly to: number;
}

// "azure plan not active"
const mostWords = 6;

/**
 * The values that begin there. One in quotes is taken as a whole; of one without, as many words as are known together, so that
 * `status:needs approval` is understood as people type it. `text`: in half width.
 */
export function valuesAt<Of>(text: string, start: number, resolve: Resolve<Of>): Values<Of> {
  const found: Of[] = [];
  const unknown: { readonly given: string; readonly from: number; readonly to: number }[] = [];
  let at = start;
  for (;;) {
    const from = spaceTo(text, at);
    const value = valueAt(text, from, resolve);
    if (!value) break;
    if (value.of === undefined) unknown.push({ given: value.given, from, to: value.to });
    else if (!found.includes(value.of)) found.push(value.of);
    at = value.to;
    const comma = spaceTo(text, at);
    if (text[comma] !== ',') break;
    at = comma + 1;
  }
  return { found, unknown, to: at };
}

function valueAt<Of>(text: string, at: number, resolve: Resolve<Of>): ReadValue<Of> | undefined {
  const inQuotes = phraseAt(text, at);
  if (inQuotes && !inQuotes.isNot) return { given: inQuotes.content, of: resolve(inQuotes.content), to: inQuotes.to };
  const words = wordsAt(text, at);
  for (let count = words.length; count > 0; count -= 1) {
    const to = words[count - 1] ?? at;
    const of = resolve(text.slice(at, to));
    if (of !== undefined) return { given: text.slice(at, to), of, to };
  }
  const [to] = words;
  return to === undefined ? undefined : { given: text.slice(at, to), of: undefined, to };
}

const valueWord = /[^\s,]+/y;

/** Where each word ends that can belong to a value that begins there. */
function wordsAt(text: string, start: number): readonly number[] {
  const ends: number[] = [];
  let at = start;
  while (ends.length < mostWords) {
    const isFirst = ends.length === 0;
    if (!isFirst && (termStartAt(text, at) || phraseAt(text, at) || /[-!]/.test(text[at] ?? ''))) break;
    valueWord.lastIndex = at;
    const [word] = valueWord.exec(text) ?? [];
    if (word === undefined) break;
    ends.push(at + word.length);
    at = spaceTo(text, at + word.length);
  }
  return ends;
}

/** Names by what they are compared by. */
export function named(names: Iterable<string>): Resolve<string> {
  const all = [...names];
  return (value) => all.find((name) => name === value) ?? all.find((name) => compared(name) === compared(value));
}
