// Why no rows came of what a person has handed in.
import { mostGivenBytes, mostGivenRows, type NotGiven } from '../../domain/table.js';
import type { Words } from '../catalogue.js';
import type { Text } from '../words/text-types.js';

/** The sentence that says so, and what to do. */
export function notGivenWords(notGiven: NotGiven, { givenRows }: Words): Text {
  if (notGiven === 'tooLarge') return givenRows.tooLarge({ megabytes: mostGivenBytes / 1024 / 1024 });
  if (notGiven === 'tooManyRows') return givenRows.tooManyRows({ most: mostGivenRows });
  return givenRows[notGiven];
}
