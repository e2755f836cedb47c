// Reads when access is to end: `<30d`, `<2027-01-31`, `:never`; and for how long a request waits: `>30d`.
import { addDays } from '../time.js';
import type { WantedAge, WantedEnd } from './query.js';
import { compared, type QueryWords } from './query-names.js';
import type { TermStart } from './query-tokens.js';

/** An end, and where the next part of the query can begin. */
export interface ReadEnd {
  readonly end: WantedEnd;
  readonly to: number;
}

const calendarDay = /(\d{4})-(\d{1,2})-(\d{1,2})(?![\p{L}\p{N}])/uy;
// As it's written in German and much of Europe; with slashes, no one knows which is the month.
const dottedDay = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{L}\p{N}])/uy;
const period = /(\d{1,4})(\s*)([\p{L}\p{M}]*)(?!\S)/uy;
const word = /[\p{L}\p{M}]+/uy;

/** The end that is asked for; `undefined`: it isn't understood. `text`: in half width. */
export function endAt(
  text: string,
  { operator, to: at }: TermStart,
  { units, never }: QueryWords,
): ReadEnd | undefined {
  const day = dayAt(text, at);
  if (day) return { end: endOn(operator, day.day), to: day.to };
  const counted = daysAt(text, at, units);
  if (counted)
    return { end: { is: operator.startsWith('>') ? 'after' : 'before', days: counted.days }, to: counted.to };
  const [said = ''] = matchAt(word, text, at) ?? [];
  if (operator !== ':' || !never.has(compared(said))) return undefined;
  return { end: { is: 'never' }, to: at + said.length };
}

/** The age that is asked for; `undefined`: it isn't understood. `text`: in half width. */
export function ageAt(
  text: string,
  { operator, to: at }: TermStart,
  { units }: QueryWords,
): { readonly age: WantedAge; readonly to: number } | undefined {
  const counted = operator === ':' ? undefined : daysAt(text, at, units);
  if (!counted) return undefined;
  // It's counted in whole days, so that "up to" includes the last of them, as it does for a day that is named.
  const days = operator === '<=' ? counted.days + 1 : counted.days;
  return { age: { is: operator.startsWith('>') ? 'over' : 'under', days }, to: counted.to };
}

function daysAt(text: string, at: number, units: QueryWords['units']) {
  const [whole, count = '', space = '', unit = ''] = matchAt(period, text, at) ?? [];
  if (whole === undefined) return undefined;
  const days = unit === '' ? 1 : units.get(compared(unit))?.of;
  if (days !== undefined) return { days: Number(count) * days, to: at + whole.length };
  // The next word is no unit, so it belongs to something else.
  return space === '' ? undefined : { days: Number(count), to: at + count.length };
}

function endOn(operator: TermStart['operator'], day: string): WantedEnd {
  if (operator === ':') return { is: 'on', day };
  if (operator === '<=') return { is: 'before', day: dayBeside(day, 1) };
  if (operator === '>=') return { is: 'after', day: dayBeside(day, -1) };
  return { is: operator === '<' ? 'before' : 'after', day };
}

function dayAt(text: string, at: number): { readonly day: string; readonly to: number } | undefined {
  const iso = matchAt(calendarDay, text, at);
  const dotted = iso ? undefined : matchAt(dottedDay, text, at);
  const [whole = '', ...parts] = iso ?? dotted ?? [];
  const [year = '', month = '', date = ''] = iso ? parts : parts.toReversed();
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? { day, to: at + whole.length } : undefined;
}

// 31 February is none.
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The day so many days after another. */
export function dayBeside(day: string, days: number): string {
  return addDays(`${day}T00:00:00.000Z`, days).slice(0, day.length);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
