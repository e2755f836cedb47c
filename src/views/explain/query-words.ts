// What the words of a query are called in a language.
import type { QueryNames } from '../../domain/query/query-names.js';
import { languages, type Words, wordsIn } from '../catalogue.js';

/** The names of keys and values, as the catalogue has them. */
export function queryNames({ query, statuses }: Words): QueryNames {
  return { ...query.names, statuses };
}

/** Those of every language of the chat. */
export function queryNamesInEveryLanguage(): readonly QueryNames[] {
  return languages.map((language) => queryNames(wordsIn(language)));
}
