// How is text put on a card so that it shows as it was meant?
import { type Instant, secondsBetween } from '../domain/time.js';

const ellipsis = '…';

/**
 * Foreign text for places that do not read markdown: text runs, button titles and inputs. One line, at most `length`
 * characters, and no `{{` that a client would take for a date.
 */
export function literal(text: string, length = 80): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replaceAll('{{', '{\u200B{');
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}${ellipsis}`;
}

/** A day in the reader's own calendar; for text blocks only. */
export function day(instant: Instant): string {
  return `{{DATE(${withoutFraction(instant)}, SHORT)}}`;
}

/** A day and a time of day in the reader's own time zone; for text blocks only. */
export function dayAndTime(instant: Instant): string {
  return `{{DATE(${withoutFraction(instant)})}} {{TIME(${withoutFraction(instant)})}}`;
}

// The clients' date function does not understand fractions of a second.
function withoutFraction(instant: Instant): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

const units = [
  { seconds: 86_400, name: 'day' },
  { seconds: 3600, name: 'hour' },
  { seconds: 60, name: 'minute' },
] as const;

/** How long ago something was: "12 days", "1 hour", "less than a minute". */
export function age(since: Instant, now: Instant): string {
  const seconds = secondsBetween(since, now);
  const unit = units.find((each) => seconds >= each.seconds);
  return unit ? counted(Math.floor(seconds / unit.seconds), unit.name) : 'less than a minute';
}

/** "1 day", "2 days". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
