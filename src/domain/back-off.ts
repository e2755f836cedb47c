// How waiting grows from one failure to the next.

/** Waits in any unit: the first one, how many times as long each next one is (absent: twice), and the longest. */
export interface BackOff {
  readonly first: number;
  readonly factor?: number;
  readonly longest: number;
}

/** The wait after so many failures, counted from 1. */
export function backOff({ first, factor = 2, longest }: BackOff, failures: number): number {
  return Math.min(longest, first * factor ** (failures - 1));
}
