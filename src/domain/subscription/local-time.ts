// The time of day in a time zone, daylight saving included.

import { DateTime } from 'luxon';
import type { Instant } from '../time.js';

/** Days of the week, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One of them. */
export type Weekday = (typeof weekdays)[number];

/** Minutes since midnight, 0 to 1440, as a clock on the wall shows them. */
export type MinuteOfDay = number;

/** A moment as people in a time zone read it. */
export interface LocalTime {
  readonly weekday: Weekday;
  readonly minute: MinuteOfDay;
}

/** Whether there is a time zone of that IANA name. */
export function isZone(zone: string): boolean {
  return DateTime.utc().setZone(zone).isValid;
}

/** A moment in a zone; in UTC where there is no such zone. */
export function localTime(at: Instant, zone: string | undefined): LocalTime {
  const local = inZone(at, zone);
  return { weekday: weekdayOf(local), minute: local.hour * 60 + local.minute };
}

/**
 * The moments at which clocks in a zone show one of these times, on this day and the next days, in order. A time that daylight
 * saving skips comes at the hour after; one that comes twice counts once. `on`: on one day of the week only.
 */
export function momentsAt(
  from: Instant,
  zone: string | undefined,
  {
    minutes,
    days,
    on,
  }: { readonly minutes: readonly MinuteOfDay[]; readonly days: number; readonly on?: Weekday | undefined },
): readonly (LocalTime & { readonly at: Instant })[] {
  const today = inZone(from, zone).startOf('day');
  const first = weekdays.indexOf(weekdayOf(today));
  // Reckoning in a time zone is slow.
  const wanted = Array.from({ length: days }, (_, index) => index).filter(
    (index) => on === undefined || weekdays[(first + index) % weekdays.length] === on,
  );
  return wanted
    .map((index) => today.plus({ days: index }))
    .flatMap((day) =>
      minutes.map((minute) => {
        const moment = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
        return { at: moment.toUTC().toJSDate().toISOString(), weekday: weekdayOf(day), minute };
      }),
    )
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The day on which a moment is in a zone, as `YYYY-MM-DD`. */
export function localDay(at: Instant, zone: string | undefined): string {
  return inZone(at, zone).toFormat('yyyy-MM-dd');
}

function inZone(at: Instant, zone: string | undefined): DateTime {
  const local = DateTime.fromISO(at, { zone: zone ?? 'utc' });
  return local.isValid ? local : DateTime.fromISO(at, { zone: 'utc' });
}

function weekdayOf({ weekday }: DateTime): Weekday {
  return weekdays[weekday - 1] ?? 'mon';
}
