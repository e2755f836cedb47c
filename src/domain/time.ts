// How time is written and counted. Nothing in the domain asks a clock: "now" always arrives as an argument.

/** A moment in UTC, in ISO 8601 as `Date.toISOString` writes it, so that instants sort as text. */
export type Instant = string;

const secondsPerDay = 86_400;

/** Seconds from one instant to another; negative when `to` is the earlier one. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/**
 * For how long something has lasted, in seconds; never negative. A beginning in the future shows that the wall clock was set
 * back since, and the true answer is lost: the size of the step stands in for it, so that nothing waits for the clock to
 * catch up.
 */
export function secondsSince(since: Instant, now: Instant): number {
  return Math.abs(secondsBetween(since, now));
}

/** Whole days from one instant to another, rounded down. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor(secondsBetween(from, to) / secondsPerDay);
}

/** Whether both are on the same day in UTC. */
export function isSameDay(one: Instant, other: Instant): boolean {
  return one.slice(0, 10) === other.slice(0, 10);
}

/** The instant that lies this many days after another. */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * secondsPerDay * 1000).toISOString();
}

/** The instant that lies this many seconds after another. */
export function addSeconds(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** The instant without its seconds. */
export function startOfMinute(instant: Instant): Instant {
  return `${instant.slice(0, 'YYYY-MM-DDTHH:MM'.length)}:00.000Z`;
}

/** The instant without its minutes and seconds. */
export function startOfHour(instant: Instant): Instant {
  return `${instant.slice(0, 'YYYY-MM-DDTHH'.length)}:00:00.000Z`;
}
