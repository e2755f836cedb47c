// Puts text on a card so that it shows as intended.
import type { Person } from '../../domain/person.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { longDate } from '../words/dates.js';

const ellipsis = '…';

/**
 * Foreign text for places that don't read markdown: text runs, button titles and inputs. One line, at most `length`
 * characters, without a `{{` that a client would take for a date.
 */
export function literal(text: string, length = 80): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replaceAll('{{', '{\u200B{');
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}${ellipsis}`;
}

/** A person's name, for places that don't read markdown. */
export function personName({ name }: Pick<Person, 'name'>, { card }: Pick<Words, 'card'>): string {
  return literal(name, 40) || card.nameless;
}

/** As `literal`, but cut between two words. */
export function shortened(text: string, length: number): string {
  const whole = literal(text, Number.POSITIVE_INFINITY);
  if ([...whole].length <= length) return whole;
  const cut = literal(whole, length);
  const lastWord = cut.lastIndexOf(' ');
  return lastWord <= 0 ? cut : `${cut.slice(0, lastWord).replace(/[\s,·:;]+$/u, '')}${ellipsis}`;
}

/** A day in the reader's own calendar; for text blocks only. */
export function day(instant: Instant): string {
  return `{{DATE(${withoutFraction(instant)}, SHORT)}}`;
}

/** A day as "22 November 2026" in the reader's language, in UTC; for places where clients don't insert dates. */
export function dateInWords(instant: Instant, { language: { tag } }: Pick<Words, 'language'>): string {
  return longDate(instant, tag);
}

/** A day and a time of day in the reader's own time zone; for text blocks only. */
export function dayAndTime(instant: Instant): string {
  return `{{DATE(${withoutFraction(instant)})}} {{TIME(${withoutFraction(instant)})}}`;
}

// The clients' date function doesn't accept fractions of a second.
function withoutFraction(instant: Instant): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

/** A time of day in the reader's own time zone; for text blocks only. */
export function timeOfDay(instant: Instant): string {
  return `{{TIME(${withoutFraction(instant)})}}`;
}

/** The sentence with a capital first letter. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
