// Reads the query that a person typed, and what in it isn't understood.
import { tagIn } from '../tag.js';
import { comparedTerm, type ReadTerm } from './compared-term.js';
import { together } from './joined-terms.js';
import { ownersNamed } from './owners-named.js';
import type { Condition, Query, QueryKey, Term } from './query.js';
import { compared, type Meanings, type QueryWords, written } from './query-names.js';
import { type Correction, type QueryProblem, withCorrections } from './query-problem.js';
import { halfWidth, inQuotes, phraseAt, spaceTo, type TermStart, termStartAt, wordAt } from './query-tokens.js';
import { named, type Resolve, valuesAt } from './read-values.js';

/** What a query can speak of, as it is known now. */
export interface Vocabulary {
  readonly words: QueryWords;
  /** Tags that some tenant has. */
  readonly tags: Iterable<string>;
  /** Names of those who look after some tenant. */
  readonly owners: Iterable<string>;
  /** Names of the access templates. */
  readonly templates: readonly string[];
  /** The word that was meant by a misspelt one; `undefined`: none is close. */
  readonly nearest: (typed: string, words: readonly string[]) => string | undefined;
}

/** A query as it was read. With a problem it finds nothing: without one of its parts it would find what wasn't asked for. */
export interface QueryReading {
  readonly typed: string;
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
  /** What was typed, with what was meant in place of all that isn't understood. Absent: that isn't known, or there's nothing. */
  readonly corrected?: string | undefined;
  /** Where its conditions stand in what was typed. */
  readonly places: readonly ({ readonly key: QueryKey; readonly from: number; readonly to: number } & Term)[];
}

/** What was typed without its conditions of a key. */
export function withoutKey({ typed, places }: Pick<QueryReading, 'typed' | 'places'>, key: QueryKey): string {
  const gone = places.filter((each) => each.key === key).map(({ from, to }) => ({ from, to, text: '' }));
  return gone.length === 0 ? typed : withCorrections(typed, gone).replaceAll(/\s+/gu, ' ').trim();
}

/** Reads what was typed. */
export function readQuery(typed: string, vocabulary: Vocabulary): QueryReading {
  const text = halfWidth(typed);
  const words: string[] = [];
  const notTexts: string[] = [];
  const terms: Term[] = [];
  const problems: QueryProblem[] = [];
  const places: QueryReading['places'][number][] = [];
  for (let at = spaceTo(text, 0); at < text.length; at = spaceTo(text, at)) {
    const start = termStartAt(text, at);
    const read = start && termFrom(text, start, vocabulary);
    if (read) {
      if (read.condition) {
        const term = { isNot: start.isNot, condition: read.condition };
        terms.push(term);
        places.push({ ...term, key: read.condition.key, from: at, to: read.to });
      }
      problems.push(...read.problems);
      at = read.to;
      continue;
    }
    const { isNot, content, to } = phraseAt(typed, at) ?? wordAt(typed, at);
    if (content !== '') (isNot ? notTexts : words).push(content);
    at = to;
  }
  const query = { text: words.join(' '), notTexts: [...new Set(notTexts)], terms: together(terms) };
  const reading = { typed, query, problems, places };
  const meant = problems.flatMap((each) => each.meant ?? []);
  if (problems.length === 0 || meant.length < problems.length) return reading;
  // Only behind the right key a value is read.
  const once = withCorrections(typed, meant);
  return { ...reading, corrected: readQuery(once, vocabulary).corrected ?? once };
}

/** The term that begins there; `undefined`: it's text. */
function termFrom(text: string, start: TermStart, vocabulary: Vocabulary): ReadTerm | undefined {
  const { words, nearest } = vocabulary;
  const key = words.keys.get(compared(start.key))?.of;
  if (key === undefined) return unknownKey(text, start, vocabulary);
  const asked = { key, start, nearest };
  if (key === 'ends' || key === 'pending') return comparedTerm(key, text, start, words);
  // Only these are compared.
  if (start.operator !== ':') return undefined;
  const names = words.namesOf(start.key);
  switch (key) {
    case 'status':
      return termOf(text, { ...asked, ...worded(words.statuses, Object.values(names.statuses)) }, (anyOf) => ({
        key,
        anyOf,
      }));
    case 'cause':
      return termOf(text, { ...asked, ...worded(words.causes, Object.values(names.causes)) }, (anyOf) => ({
        key,
        anyOf,
      }));
    case 'tag':
      return termOf(text, { ...asked, ...tagged(vocabulary.tags) }, (anyOf) => ({ key, anyOf }));
    case 'template':
      return termOf(text, { ...asked, ...called(vocabulary.templates) }, (anyOf) => ({ key, anyOf }));
    case 'owner': {
      const owners = [...vocabulary.owners];
      const shown = [names.me[0] ?? '', names.noOwner[0] ?? '', ...owners.map(writtenName)];
      const choice = { resolve: ownersNamed(words.owners, owners), values: shown, shown };
      return termOf(text, { ...asked, ...choice }, (anyOf) => ({ key, anyOf }));
    }
    case 'ga':
    case 'dap':
    case 'leftover':
    case 'drift':
    case 'earlier':
    case 'snoozed':
    case 'accepted': {
      const { yes, no } = names;
      const flags = worded(words.flags, [yes[0] ?? '', no[0] ?? '']);
      return termOf(text, { ...asked, ...flags }, ([is = false, ...more]) =>
        more.length === 0 ? { key, is } : undefined,
      );
    }
    default:
      return key satisfies never;
  }
}

interface Choice<Of> {
  readonly resolve: Resolve<Of>;
  /** As they are written in every language, each once. */
  readonly values: readonly string[];
  /** Those of one language. */
  readonly shown: readonly string[];
}

function worded<Of>(meanings: Meanings<Of>, shown: readonly string[]): Choice<Of> {
  return {
    resolve: (value) => meanings.get(compared(value))?.of,
    values: [...new Set([...meanings.values()].map((each) => each.written))],
    shown: shown.map(written),
  };
}

function tagged(tags: Iterable<string>): Choice<string> {
  const all = new Set(tags);
  const resolve = (value: string) => {
    const tag = tagIn(value);
    return tag !== undefined && all.has(tag) ? tag : undefined;
  };
  return { resolve, values: [...all], shown: [...all] };
}

function called(names: readonly string[]): Choice<string> {
  const values = names.map(writtenName);
  return { resolve: named(names), values, shown: values };
}

/** The name of an access template as a value. */
export function writtenName(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) ? name : inQuotes(name);
}

interface Asked {
  readonly key: QueryKey;
  readonly start: TermStart;
  readonly nearest: Vocabulary['nearest'];
}

/** The term of these values. `condition`: what they come to; `undefined`: they contradict each other. */
function termOf<Of>(
  text: string,
  { key, start, nearest, resolve, values, shown }: Asked & Choice<Of>,
  condition: (found: readonly Of[]) => Condition | undefined,
): ReadTerm {
  const { found, unknown, to } = valuesAt(text, start.to, resolve);
  const others = ({ from, to: end }: Omit<Correction, 'text'>) => shown.map((each) => ({ from, to: end, text: each }));
  if (found.length + unknown.length === 0) {
    const given = text.slice(start.keyFrom, start.keyTo);
    return {
      problems: [{ is: 'noValue', key, given, others: others({ from: start.to, to: start.to }) }],
      to: start.to,
    };
  }
  const problems = unknown.map(({ given, ...place }): QueryProblem => {
    const near = nearest(compared(given), values.map(compared));
    const meant = values.find((each) => compared(each) === near);
    return {
      is: 'unknownValue',
      key,
      given,
      ...(meant !== undefined && { meant: { ...place, text: meant } }),
      others: others(place),
    };
  });
  if (problems.length > 0) return { problems, to };
  const made = condition(found);
  if (made) return { condition: made, problems, to };
  const place = { from: start.to, to };
  return { problems: [{ is: 'unknownValue', key, given: text.slice(start.to, to), others: others(place) }], to };
}

/** What looks like a key and is none; `undefined`: it's text, such as an address or "Contoso: Nord". */
function unknownKey(text: string, start: TermStart, { words, nearest }: Vocabulary): ReadTerm | undefined {
  const { key: given, keyFrom: from, keyTo, operator, isNot } = start;
  // Of two letters almost anything is near.
  const all = [...words.keys.values()].map((each) => each.written).filter((each) => each.length > 2);
  const near = nearest(compared(given), all.map(compared));
  const meant = all.find((each) => compared(each) === near);
  const isApart = operator !== ':' || text[keyTo] !== ':' || /\s|^$/u.test(text[keyTo + 1] ?? '');
  if (text.startsWith('//', start.to) || (meant === undefined && isApart)) return undefined;
  // With the right key the value is read too, the next time.
  const { content, to } = phraseAt(text, start.to) ?? wordAt(text, start.to);
  const asText = `${isNot ? '-' : ''}${inQuotes(`${text.slice(from, start.to)}${content}`)}`;
  return {
    problems: [
      {
        is: 'unknownKey',
        given,
        ...(meant !== undefined && { meant: { from, to: keyTo, text: meant } }),
        others: [{ from: isNot ? from - 1 : from, to, text: asText }],
      },
    ],
    to,
  };
}
