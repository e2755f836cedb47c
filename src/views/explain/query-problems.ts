// The words for a part of a query that isn't understood, and buttons to queries.
import type { NotUnderstood } from '../../domain/query/query-page.js';
import type { QueryProblem } from '../../domain/query/query-problem.js';
import type { Words } from '../catalogue.js';
import { joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

// As much as a sentence takes, and a button.
const mostGiven = 40;
const mostTitle = 44;

/** What is wrong with a part of a query. */
export function queryProblemWords({ is, key, given }: QueryProblem, { query }: Words): Literal {
  const { unknownKey, noValue, unknownValue } = query.problems;
  const shown = { given: literal(given, mostGiven) };
  if (key === undefined) return unknownKey(shown);
  return is === 'noValue' ? noValue(shown) : unknownValue[key](shown);
}

/** What isn't understood of a query that stays in its field, and what may have been meant. */
export function notUnderstoodWords({ problem, isClose, instead }: NotUnderstood, words: Words): Literal {
  const { didYouMean, oneOf, noneKnown } = words.query.problems;
  const said = queryProblemWords(problem, words);
  if (instead.length === 0) return joined([said, noneKnown]);
  return joined([said, isClose ? didYouMean : oneOf, literal(instead.join(', '), 200)]);
}

/** To the list of what a query asks for. */
export function queryButton(query: string, { buttons, tenantList }: Words): Button {
  const title = literal(query, mostTitle);
  const tooltip = buttons.about({ title: tenantList.searchTooltip, subject: title });
  return { title, tooltip, verb: 'tenants.list', data: { query: query.slice(0, 200) }, style: 'default' };
}

/** To how tenants are searched for. */
export function searchHelpButton({ query }: Words): Button {
  const { title } = query.help;
  return { title, tooltip: title, verb: 'search.help', data: {}, style: 'default' };
}
