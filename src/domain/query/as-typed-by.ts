// What a person has typed, for others too.
import { printTerm } from './print-query.js';
import type { WantedOwner } from './query.js';
import type { QueryWords } from './query-names.js';
import { withCorrections } from './query-problem.js';
import type { QueryReading } from './read-query.js';

/** What a person has typed, with who they are in place of "me": others who read it, or press what it's on, find the same. */
export function asTypedBy({ typed, places }: QueryReading, who: WantedOwner, { namesOf }: QueryWords): string {
  const corrections = places.flatMap(({ isNot, condition, from, to }) => {
    if (condition.key !== 'owner' || condition.anyOf.every(({ is }) => is !== 'me')) return [];
    const anyOf = condition.anyOf.map((each) => (each.is === 'me' ? who : each));
    const [key = ''] = /[\p{L}\p{M}]+/u.exec(typed.slice(from, to)) ?? [];
    return [{ from, to, text: printTerm({ isNot, condition: { ...condition, anyOf } }, namesOf(key)) }];
  });
  return withCorrections(typed, corrections);
}
