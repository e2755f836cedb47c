// A part of a query that isn't understood, and what may have been meant.
import type { QueryKey } from './query.js';

/** What can stand in place of a part of what was typed. */
export interface Correction {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of what was typed that isn't understood. */
export interface QueryProblem {
  readonly is: 'unknownKey' | 'unknownValue' | 'noValue';
  /** What the value is for; for a key that isn't known, `undefined`. */
  readonly key?: QueryKey | undefined;
  /** As it was typed: the key or the value alone. */
  readonly given: string;
  /** What was nearly typed. Absent: nothing is close. */
  readonly meant?: Correction | undefined;
  /** What else can stand there. */
  readonly others: readonly Correction[];
}

/** What was typed, with corrections of parts that don't overlap. */
export function withCorrections(typed: string, corrections: readonly Correction[]): string {
  return corrections
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: instead }) => text.slice(0, from) + instead + text.slice(to), typed);
}
