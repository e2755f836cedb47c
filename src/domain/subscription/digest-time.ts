// When a conversation's digest is due.

import { addDays, type Instant } from '../time.js';
import { type MinuteOfDay, momentsAt, type Weekday } from './local-time.js';

/** When a digest comes, by the clock of the conversation's time zone. */
export interface DigestTime {
  readonly at: MinuteOfDay;
  /** The day of the week. Absent: every day. */
  readonly on?: Weekday | undefined;
}

/** The next moment at which a digest is due. */
export function nextDigest(time: DigestTime, now: Instant, zone: string | undefined): Instant {
  return momentsFrom(now, time, zone).find((each) => each > now) ?? addDays(now, 7);
}

function momentsFrom(from: Instant, { at, on }: DigestTime, zone: string | undefined): readonly Instant[] {
  return momentsAt(from, zone, { minutes: [at], days: on === undefined ? 4 : 10, on }).map((each) => each.at);
}
