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
  let best: Word | undefined;
  let most = mostSlips;
  for (const word of words) {
    const slips = slipsBetween(wanted, word.toLowerCase(), most);
    if (slips === undefined) continue;
    best = word;
    // Of equally good ones the first is meant.
    most = slips - 1;
  }
  return best;
}

/** Number of slips from one text to another, in the same case; `undefined`: more than `most`. */
export function slipsBetween(typed: string, meant: string, most: number): number | undefined {
  if (Math.abs(typed.length - meant.length) > most) return undefined;
  const slips = distance(typed, meant);
  return slips <= most ? slips : undefined;
}
