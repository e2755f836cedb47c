// The word that was meant by a misspelt one.
import { distance } from 'fastest-levenshtein';

/** The word with the fewest slips from what was typed, in any case; `undefined` when all take more than `mostSlips`. */
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

/** Number of slips from one text to another, in the same case; `undefined`: more than `most`. */
export function slipsBetween(typed: string, meant: string, most: number): number | undefined {
  if (Math.abs(typed.length - meant.length) > most) return undefined;
  const slips = distance(typed, meant);
  return slips <= most ? slips : undefined;
}
