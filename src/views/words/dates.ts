// Days written out by the rules of each language.
import type { Instant } from '../../domain/time.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day such as "8. Februar 2027", in UTC. `language`: BCP 47 tag. */
export function longDate(instant: Instant, language: string): string {
  // English as Europe writes it: "8 February 2027" can't be taken for another day.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format.format(Date.parse(instant));
}
