// Moments as UTC ISO strings, which sort as text.

const daySeconds = 24 * 60 * 60;

/** A moment that never comes; sorts after every other one. */
export const endOfTime = '9999-12-31T23:59:59.999Z';

/** The moment so many seconds after another (negative: before). */
export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** The moment so many days after another (negative: before). */
export function daysAfter(instant: string, days: number): string {
  return secondsAfter(instant, days * daySeconds);
}
