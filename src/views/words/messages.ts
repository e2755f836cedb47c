// What a message of the catalogue is, and how one with plurals or choices is made.
import IntlMessageFormat from 'intl-messageformat';
import type { Literal, Markdown, Text } from './text-types.js';

/** The text of a message with its arguments; of one that takes none, as it stands. */
export function fill<Args>(message: Text | ((args: NoInfer<Args>) => Text), args: Args): Text;
export function fill<Args>(message: Literal | ((args: NoInfer<Args>) => Literal), args: Args): Literal;
export function fill<Args>(message: Markdown | ((args: NoInfer<Args>) => Markdown), args: Args): Markdown;
export function fill<Args>(message: string | ((args: Args) => string), args: Args): string {
  return typeof message === 'string' ? message : message(args);
}

type Values = Readonly<Record<string, string | number>>;

/**
 * Makes messages of one language from ICU patterns, parsed once. Foreign text is an argument and never part of a pattern.
 * @param language BCP 47 tag, by whose rules plurals are chosen.
 * @throws SyntaxError for a pattern that isn't ICU MessageFormat, at the start of the program.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/ (checked 2026-11-29)
 */
export function messagesIn(language: string): <Args extends Values>(pattern: string) => (args: Args) => string {
  return (pattern) => {
    let format: IntlMessageFormat | undefined;
    return (args) => {
      // Markup isn't ICU's: `<` is a character like any other.
      format ??= new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
      return String(format.format(args));
    };
  };
}
