// Reads hours of the week that a person typed, and writes them as they're typed.

import { foldText } from '../folding.js';
import { type MinuteOfDay, type Weekday, weekdays } from './local-time.js';
import type { WeekHours } from './week-hours.js';

/** What a language calls the days. English is understood everywhere. */
export interface DayWords {
  /** The first is what's written, and the beginning of any is understood: "Mon", "Monday". */
  readonly days: Readonly<Record<Weekday, readonly string[]>>;
  readonly weekends: string;
  readonly workdays: string;
  readonly always: string;
}

/** What was typed, understood: hours, or the part that isn't. */
export type ReadHours = { readonly hours: readonly WeekHours[] } | { readonly unknown: string };

const english: DayWords = {
  days: {
    mon: ['Mon', 'Monday'],
    tue: ['Tue', 'Tuesday'],
    wed: ['Wed', 'Wednesday'],
    thu: ['Thu', 'Thursday'],
    fri: ['Fri', 'Friday'],
    sat: ['Sat', 'Saturday'],
    sun: ['Sun', 'Sunday'],
  },
  weekends: 'weekends',
  workdays: 'workdays',
  always: 'daily',
};

const time = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|uhr)?`;
const span = new RegExp(String.raw`^${time}\s*[-–—]\s*${time}(?:\s+(.+))?$`, 'iu');

/** Reads "18:00-08:00 Mon-Fri, weekends". Hours without days are those of every day, days without hours the whole day. */
export function readWeekHours(typed: string, words: DayWords): ReadHours {
  const hours: WeekHours[] = [];
  for (const part of partsOf(typed)) {
    const read = hoursIn(part, words);
    if (!read) return { unknown: part };
    hours.push(read);
  }
  return { hours };
}

// "Mon, Wed 18:00-20:00" is no part of its own: days stand behind their hours.
function partsOf(typed: string): readonly string[] {
  return typed
    .normalize('NFKC')
    .split(/[,;\n]/u)
    .map((part) => part.trim().replaceAll(/\s+/gu, ' '))
    .filter((part) => part !== '');
}

function hoursIn(part: string, words: DayWords): WeekHours | undefined {
  const found = span.exec(part);
  if (!found) {
    const days = daysIn(part, words);
    return days && { days, from: 0, to: 0 };
  }
  const [, fromHour, fromMinute, toHour, toMinute, rest] = found;
  const [from, to] = [minuteOf(fromHour, fromMinute), minuteOf(toHour, toMinute)];
  const days = rest === undefined ? weekdays : daysIn(rest, words);
  if (from === undefined || to === undefined || !days) return undefined;
  return { days, from: from % 1440, to: to % 1440 };
}

/** A time of day that was typed, such as "08:00" or "8"; `undefined`: it isn't one. */
export function readTimeOfDay(typed: string): MinuteOfDay | undefined {
  const [, hour, minute] = new RegExp(`^${time}$`, 'iu').exec(typed.normalize('NFKC').trim()) ?? [];
  const read = minuteOf(hour, minute);
  return read === 1440 ? 0 : read;
}

function minuteOf(hour: string | undefined, minute = '00'): MinuteOfDay | undefined {
  const read = Number(hour) * 60 + Number(minute);
  return Number.isInteger(read) && Number(minute) < 60 && read <= 1440 ? read : undefined;
}

function daysIn(typed: string, words: DayWords): readonly Weekday[] | undefined {
  for (const each of [words, english]) {
    const said = foldText(typed);
    if (said === foldText(each.weekends)) return ['sat', 'sun'];
    if (said === foldText(each.workdays)) return weekdays.slice(0, 5);
    if (said === foldText(each.always)) return weekdays;
  }
  const days = typed.split(' ').map((word) => dayRange(word, words));
  return days.some((each) => each === undefined) ? undefined : weekdays.filter((day) => days.flat().includes(day));
}

/** "Mon" or "Mon-Fri". */
function dayRange(typed: string, words: DayWords): readonly Weekday[] | undefined {
  const [first = '', last = first, ...more] = typed.split(/[-–—]/u);
  const [from, to] = [dayCalled(first, words), dayCalled(last, words)];
  if (!from || !to || more.length > 0) return undefined;
  const [start, end] = [weekdays.indexOf(from), weekdays.indexOf(to)];
  return start <= end ? weekdays.slice(start, end + 1) : [...weekdays.slice(start), ...weekdays.slice(0, end + 1)];
}

const leastLetters = 2;

function dayCalled(typed: string, words: DayWords): Weekday | undefined {
  const said = foldText(typed);
  if (said.length < leastLetters) return undefined;
  const called = ({ days }: DayWords) =>
    weekdays.find((day) => days[day].some((each) => foldText(each).startsWith(said)));
  return called(words) ?? called(english);
}

/** Hours as they're typed. */
export function writeWeekHours(hours: readonly WeekHours[], words: DayWords): string {
  return hours.map((each) => writePart(each, words)).join(', ');
}

function writePart({ days, from, to }: WeekHours, words: DayWords): string {
  const written = writeDays(days, words);
  if (from === to) return written;
  return `${writeTimeOfDay(from)}-${writeTimeOfDay(to)}${days.length === weekdays.length ? '' : ` ${written}`}`;
}

/** A time of day, such as "08:00". */
export function writeTimeOfDay(minute: MinuteOfDay): string {
  return [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, '0')).join(':');
}

function writeDays(days: readonly Weekday[], words: DayWords): string {
  const places = days.map((day) => weekdays.indexOf(day));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  if (days.length === weekdays.length) return words.always;
  if (days.length === 2 && first === 5) return words.weekends;
  const isRow = last - first === days.length - 1 && days.length > 2;
  const shown = isRow ? [weekdays[first] ?? 'mon', weekdays[last] ?? 'sun'] : days;
  return shown.map((day) => words.days[day][0] ?? day).join(isRow ? '-' : ' ');
}
