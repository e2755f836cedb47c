// Hours of the week, as a conversation keeps them and as people type them: "18:00-08:00 Mon-Fri, weekends".

import { addSeconds, type Instant } from '../time.js';
import { type LocalTime, localTime, type MinuteOfDay, momentsAt, type Weekday, weekdays } from './local-time.js';

/** Hours on some days of the week. Those that end before they begin go on until the next morning. */
export interface WeekHours {
  readonly days: readonly Weekday[];
  readonly from: MinuteOfDay;
  /** As `from`: all of these days. */
  readonly to: MinuteOfDay;
}

/**
 * Whether a moment lies within such hours. A night belongs to the day on which it begins and to the one on which it ends: "18:00-08:00
 * Mon-Fri" includes Monday's morning and Saturday's.
 */
export function isWithin(hours: readonly WeekHours[], at: Instant, zone: string | undefined): boolean {
  const local = localTime(at, zone);
  return hours.some((each) => includes(each, local));
}

function includes({ days, from, to }: WeekHours, { weekday, minute }: LocalTime): boolean {
  const isOnDay = days.includes(weekday);
  if (from === to) return isOnDay;
  if (from < to) return isOnDay && minute >= from && minute < to;
  return (isOnDay && minute >= from) || (minute < to && (isOnDay || days.includes(dayBefore(weekday))));
}

function dayBefore(weekday: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(weekday) + 6) % 7] ?? weekday;
}

// A time that comes twice ends hours twice, and one that's skipped ends them as clocks are set forward: by an hour, or by half of one.
const shifts = [-3600, -1800, 0, 1800, 3600];

// Hours that leave out any time at all come to an end within a week and a day.
const daysAhead = 9;

/** When the hours that a moment lies in are over; `undefined`: it lies in none, or they never end. */
export function endOf(hours: readonly WeekHours[], at: Instant, zone: string | undefined): Instant | undefined {
  if (!isWithin(hours, at, zone)) return undefined;
  const minutes = [...new Set([0, ...hours.flatMap(({ from, to }) => [from, to])])];
  const ahead = momentsAt(at, zone, { minutes, days: daysAhead })
    .flatMap((each) => shifts.map((seconds) => addSeconds(each.at, seconds)))
    .filter((each) => each > at)
    .sort();
  return ahead.find((each) => !isWithin(hours, each, zone));
}

/** Whether the hours leave no time of the week out. */
export function isAlways(hours: readonly WeekHours[]): boolean {
  const minutes = [0, ...hours.flatMap(({ from, to }) => [from, to])];
  return weekdays.every((weekday) =>
    minutes.every((minute) => hours.some((each) => includes(each, { weekday, minute: minute % 1440 }))),
  );
}
