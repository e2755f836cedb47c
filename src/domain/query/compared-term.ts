// Reads a condition about a length of time or a day: `ends<30d`, `pending>30d`.
import type { Condition } from './query.js';
import type { QueryWords } from './query-names.js';
import type { QueryProblem } from './query-problem.js';
import type { TermStart } from './query-tokens.js';
import { ageAt, endAt } from './read-end.js';

/** A condition as it was read, and where the next part of the query can begin. */
export interface ReadTerm {
  /** Absent: it isn't understood. */
  readonly condition?: Condition | undefined;
  readonly problems: readonly QueryProblem[];
  readonly to: number;
}

/** The term of such a key. */
export function comparedTerm(key: 'ends' | 'pending', text: string, start: TermStart, words: QueryWords): ReadTerm {
  const read = key === 'ends' ? readEnd(text, start, words) : readAge(text, start, words);
  if (read) return { ...read, problems: [] };
  const from = start.keyFrom;
  const [given = ''] = /^\S*/u.exec(text.slice(start.to)) ?? [];
  const to = start.to + given.length;
  const { days, never } = words.namesOf(start.key);
  const typed = text.slice(from, start.keyTo);
  const day = days[0] ?? '';
  const known = key === 'ends' ? [`<30${day}`, `:${never[0] ?? ''}`] : [`>30${day}`, `<3${day}`];
  const others = known.map((each) => ({ from, to, text: `${typed}${each}` }));
  const is = given === '' ? 'noValue' : 'unknownValue';
  return { problems: [{ is, key, given: given === '' ? typed : given, others }], to };
}

function readEnd(text: string, start: TermStart, words: QueryWords) {
  const read = endAt(text, start, words);
  return read && { condition: { key: 'ends', end: read.end } as const, to: read.to };
}

function readAge(text: string, start: TermStart, words: QueryWords) {
  const read = ageAt(text, start, words);
  return read && { condition: { key: 'pending', age: read.age } as const, to: read.to };
}
