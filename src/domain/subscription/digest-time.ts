// When a conversation's digest is due.

import { addDays, type Instant } from '../time.js';
import { type MinuteOfDay, momentsAt, type Weekday } from './local-time.js';

/** When a digest comes, by the clock of the conversation's time zone. */
export interface DigestTime {
  readonly at: MinuteOfDay;
  /** The day of the week. Absent: every day. */
  readonly on?: Weekday | undefined;
}

/** The last moment up to now at which a digest was due; within a week. */
export function lastDigest({ at, on }: DigestTime, now: Instant, zone: string | undefined): Instant {
  const moments = momentsFrom(addDays(now, -8), { at, on }, zone).filter((each) => each <= now);
  return moments.at(-1) ?? addDays(now, -8);
}

/** The next moment at which a digest is due. */
export function nextDigest(time: DigestTime, now: Instant, zone: string | undefined): Instant {
  return momentsFrom(now, time, zone).find((each) => each > now) ?? addDays(now, 7);
}

function momentsFrom(from: Instant, { at, on }: DigestTime, zone: string | undefined): readonly Instant[] {
  return momentsAt(from, zone, { minutes: [at], days: 10 })
    .filter(({ weekday }) => on === undefined || weekday === on)
    .map((each) => each.at);
}
