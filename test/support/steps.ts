// Steps of the wall clock.

/** Steps of the wall clock in seconds, with their names. */
export const steps: readonly (readonly [string, number])[] = [
  ['−30 s', -30],
  ['−1 h', -3600],
  ['−40 days', -40 * 86_400],
  ['+40 days', 40 * 86_400],
];
