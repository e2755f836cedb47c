// Days written out by the rules of each language.
import type { Instant } from '../../domain/time.js';

// Intl makes a format slowly.
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day such as "8. Februar 2027", in UTC. `language`: BCP 47 tag. */
export function longDate(instant: Instant, language: string): string {
  return written(instant, language, { dateStyle: 'long' });
}

/** A day and a time of day such as "8. Februar 2027 um 14:05 UTC". */
export function longDateAndTime(instant: Instant, language: string): string {
  return `${written(instant, language, { dateStyle: 'long', timeStyle: 'short' })} UTC`;
}

function written(instant: Instant, language: string, styles: Intl.DateTimeFormatOptions): string {
  // English as Europe writes it: "8 February 2027" can't be taken for another day.
  const locale = language === 'en' ? 'en-GB' : language;
  const key = `${locale} ${JSON.stringify(styles)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles, timeZone: 'UTC' });
  formats.set(key, format);
  const text = format.format(Date.parse(instant));
  // Intl leaves the ordinal out, which French writes for the first of a month alone.
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** A month, given as YYYY-MM, such as "Feb. 2027". */
export function shortMonth(month: string, language: string): string {
  return written(`${month}-01`, language, { month: 'short', year: 'numeric' });
}

/** The same written out, such as "Februar 2027". */
export function longMonth(month: string, language: string): string {
  return written(`${month}-01`, language, { month: 'long', year: 'numeric' });
}

/** A day without its year, such as "8. Feb.", in UTC. */
export function shortDay(instant: Instant, language: string): string {
  return written(instant, language, { day: 'numeric', month: 'short' });
}
