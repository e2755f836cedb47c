// Writes a query as a person would type it.
import type { Condition, Query, Term, WantedEnd, WantedOwner } from './query.js';
import { englishNames, type QueryNames, written } from './query-names.js';
import { inQuotes, quoted } from './query-tokens.js';
import { writtenName } from './read-query.js';

/** A query as text, which is read as the same query. `names`: the language of its words. */
export function printQuery({ text, notTexts, terms }: Query, names: QueryNames = englishNames): string {
  return [
    ...(text === '' ? [] : [quoted(text)]),
    ...notTexts.map((each) => `-${/^[\p{L}\p{N}]\S*$/u.test(each) ? quoted(each) : inQuotes(each)}`),
    ...terms.map((term) => printTerm(term, names)),
  ].join(' ');
}

/** One condition as text. */
export function printTerm({ isNot, condition }: Term, names: QueryNames = englishNames): string {
  const [key = condition.key] = names.keys[condition.key];
  return `${isNot ? '-' : ''}${written(key)}${printValue(condition, names)}`;
}

function printValue(condition: Condition, { statuses, causes, yes, no, never, days, me, noOwner }: QueryNames): string {
  const flag = (is: boolean) => `:${written((is ? yes : no)[0] ?? '')}`;
  switch (condition.key) {
    case 'status':
      return `:${condition.anyOf.map((each) => written(statuses[each])).join(',')}`;
    case 'cause':
      return `:${condition.anyOf.map((each) => written(causes[each])).join(',')}`;
    case 'tag':
      return `:${condition.anyOf.join(',')}`;
    case 'template':
      return `:${condition.anyOf.map(writtenName).join(',')}`;
    case 'owner':
      return `:${condition.anyOf.map((each) => printOwner(each, { me, noOwner })).join(',')}`;
    case 'ends':
      return printEnd(condition.end, { never: never[0] ?? '', day: days[0] ?? '' });
    case 'pending':
      return `${condition.age.is === 'over' ? '>' : '<'}${condition.age.days}${days[0] ?? ''}`;
    case 'ga':
    case 'dap':
    case 'leftover':
    case 'drift':
    case 'earlier':
    case 'snoozed':
    case 'accepted':
      return flag(condition.is);
    default:
      return condition satisfies never;
  }
}

function printOwner(owner: WantedOwner, { me, noOwner }: Pick<QueryNames, 'me' | 'noOwner'>): string {
  switch (owner.is) {
    case 'me':
      return me[0] ?? '';
    case 'none':
      return noOwner[0] ?? '';
    case 'named':
      return writtenName(owner.name);
    case 'person':
      return owner.id;
    default:
      return owner satisfies never;
  }
}

function printEnd(end: WantedEnd, words: { readonly never: string; readonly day: string }): string {
  if (end.is === 'never') return `:${words.never}`;
  const operator = { before: '<', on: ':', after: '>' }[end.is];
  return `${operator}${'days' in end ? `${end.days}${words.day}` : end.day}`;
}
