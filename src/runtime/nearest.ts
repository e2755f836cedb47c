// What did somebody mean who has misspelt it?
import { distance } from 'fastest-levenshtein';

/** The word that takes the fewest slips to get from what was typed, whatever the case; `undefined` when all take more. */
export function nearest<Word extends string>(
  typed: string,
  words: readonly Word[],
  mostSlips: number,
): Word | undefined {
  if (typed === '') return undefined;
  const wanted = typed.toLowerCase();
  const [best] = words
    .map((word) => ({ word, slips: distance(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= mostSlips ? best.word : undefined;
}
