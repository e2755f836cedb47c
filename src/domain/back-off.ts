// How waiting grows from one failure to the next.

/** Waits that double, in any unit: the first one, and the longest. */
export interface BackOff {
  readonly first: number;
  readonly longest: number;
}

/** The wait after so many failures, counted from 1. */
export function backOff({ first, longest }: BackOff, failures: number): number {
  return Math.min(longest, first * 2 ** (failures - 1));
}
