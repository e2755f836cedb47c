// Durations of a relationship: P1D to P2Y, which is 730 days.

const longestDays = 730;
const pattern = /^P(?:(\d{1,2})Y)?(?:(\d{1,4})D)?$/;

/** Days in an ISO 8601 duration of years and days; undefined when Microsoft would refuse it. */
export function durationDays(duration: string): number | undefined {
  const match = pattern.exec(duration);
  if (!match) return undefined;
  const days = Number(match[1] ?? 0) * 365 + Number(match[2] ?? 0);
  return days >= 1 && days <= longestDays ? days : undefined;
}
