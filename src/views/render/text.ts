// Puts text on a card so that it shows as intended.
import type { Person } from '../../domain/person.js';
import { type Instant, isSameDay } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { longDate, longDateAndTime, longMonth, shortDay, shortMonth } from '../words/dates.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';

const ellipsis = '…';

/**
 * Foreign text for places that don't read markdown: text runs, button titles and inputs. One line, at most `length`
 * characters, without a `{{` that a client would take for a date.
 */
export function literal<T extends string>(text: Foreign<T>, length = 80): Literal {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replaceAll('{{', '{\u200B{');
  return cut(line, length) as Literal;
}

/** Text that isn't ours, and not made literal yet. */
type Foreign<T extends string> = T extends Literal | Markdown ? never : T;

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}${ellipsis}`;
}

/** Texts and the signs between them, of the kind of the texts, as in phrase`${name} · ${status}`. */
export function phrase(signs: TemplateStringsArray, ...texts: readonly (Text | number)[]): Text;
export function phrase(signs: TemplateStringsArray, ...texts: readonly (Literal | number)[]): Literal;
export function phrase(signs: TemplateStringsArray, ...texts: readonly (Markdown | number)[]): Markdown;
export function phrase(signs: TemplateStringsArray, ...texts: readonly (string | number)[]): string {
  return String.raw({ raw: signs }, ...texts);
}

/** The texts one after the other, those that are empty left out. */
export function joined(texts: readonly Text[], sign?: string): Text;
export function joined(texts: readonly Literal[], sign?: string): Literal;
export function joined(texts: readonly Markdown[], sign?: string): Markdown;
export function joined(texts: readonly string[], sign = ' '): string {
  return texts.filter((text) => text !== '').join(sign);
}

/**
 * Foreign text of which only letters, numbers and a few signs are left, so that it shows the same everywhere: Microsoft's codes
 * and ids.
 */
export function bare(text: string): Text {
  return literal(text.replaceAll(/[^\p{L}\p{N} .:()’-]/gu, '')) as Text;
}

/** The text as it's typed in a sentence. */
export function lowerCase(text: Text): Text {
  return text.toLowerCase() as Text;
}

/** A button's title without the sign that it asks first. */
export function unasking(title: Text): Text {
  return title.replace('…', '') as Text;
}

/** The sentence without its full stop. */
export function unended(sentence: Text): Text {
  return sentence.replace(/\.$/, '') as Text;
}

/** A link in a text block. */
export function link(title: Markdown, url: string): Markdown {
  return `[${title}](${url})` as Markdown;
}

/** A person's name, for places that don't read markdown. */
export function personName({ name }: Pick<Person, 'name'>, { card }: Pick<Words, 'card'>): Literal {
  return literal(name, 40) || card.nameless;
}

/** At most `length` characters of it, cut between two words. */
export function shortened(text: Literal, length: number): Literal {
  const short = cut(text, length);
  const lastWord = short.lastIndexOf(' ');
  if (short === text || lastWord <= 0) return short as Literal;
  return `${short.slice(0, lastWord).replace(/[\s,·:;]+$/u, '')}${ellipsis}` as Literal;
}

/** Bold in a text block. */
export function strong(text: Markdown): Markdown {
  return `**${text}**` as Markdown;
}

/** A name as Teams tells its person, where the card names them as `namingOf` does. */
export function mentionOf(name: Text): Markdown {
  return `<at>${name}</at>` as Markdown;
}

/** A day as "22 November 2026" in the reader's language, in UTC: the same for all who read a card. */
export function dateInWords(instant: Instant, { language: { tag } }: Pick<Words, 'language'>): Text {
  return longDate(instant, tag) as Text;
}

/**
 * "On 22 November 2026" as a sentence has it, and "today" where that is the day of `now` in UTC. Absent: it's read later too, so
 * it's never "today".
 */
export function onDayInWords(instant: Instant, words: Pick<Words, 'language' | 'card'>, now?: Instant): Text {
  const { onDay, today } = words.card;
  return now !== undefined && isSameDay(instant, now) ? today : onDay({ day: dateInWords(instant, words) });
}

/** A moment in the reader's language, in UTC; for text runs and terminals, where nothing is filled in. */
export function dateAndTimeInWords(instant: Instant, { language: { tag } }: Pick<Words, 'language'>): Text {
  return longDateAndTime(instant, tag) as Text;
}

/** A month, given as YYYY-MM, as "February 2027" in the reader's language. */
export function monthInWords(month: string, { language: { tag } }: Pick<Words, 'language'>): Text {
  return longMonth(month, tag) as Text;
}

/** The same as "Feb 2027". */
export function monthInShort(month: string, { language: { tag } }: Pick<Words, 'language'>): Text {
  return shortMonth(month, tag) as Text;
}

/** A day without its year as "22 Nov" in the reader's language, in UTC. */
export function dayInShort(instant: Instant, { language: { tag } }: Pick<Words, 'language'>): Text {
  return shortDay(instant, tag) as Text;
}

/** A moment in the reader's own time zone and their client's short form; for text blocks only, in which clients fill it in. */
export function dayAndTime(instant: Instant): Markdown {
  return `{{DATE(${withoutFraction(instant)})}} {{TIME(${withoutFraction(instant)})}}` as Markdown;
}

// The clients' date function doesn't accept fractions of a second.
function withoutFraction(instant: Instant): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

/** A time of day in the reader's own time zone; for text blocks only. */
export function timeOfDay(instant: Instant): Markdown {
  return `{{TIME(${withoutFraction(instant)})}}` as Markdown;
}

/** The sentence with a capital first letter. */
export function capital(sentence: Text): Text;
export function capital(sentence: Literal): Literal;
export function capital(sentence: Markdown): Markdown;
export function capital(sentence: string): string;
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
