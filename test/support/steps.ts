// By how much somebody sets the wall clock.

/** Steps of the wall clock, with their names, in seconds. */
export const steps: readonly (readonly [string, number])[] = [
  ['−30 s', -30],
  ['−1 h', -3600],
  ['−40 days', -40 * 86_400],
  ['+40 days', 40 * 86_400],
];
