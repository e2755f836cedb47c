// What a message of the catalogue is, and how one with plurals or choices is made.
import IntlMessageFormat from 'intl-messageformat';

/** A text that people read: as it stands, or made from arguments. */
export type CatalogueMessage<Args = never> = string | ((args: Args) => string);

/** The text of a message with its arguments. */
export function fill<Args>(message: CatalogueMessage<Args>, args: Args): string {
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
