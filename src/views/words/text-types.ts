// Kinds of text, so that the compiler keeps foreign text and Markdown out of places that don't show them as intended.

declare const plain: unique symbol;
declare const rich: unique symbol;

/**
 * Text that shows as it's written where no Markdown is read: text runs, titles, inputs, code blocks, a phone's lock screen.
 * Made from foreign text by `literal` alone.
 */
export type Literal = '' | (string & { readonly [plain]: true });

/** Text that shows as intended in a text block, which reads Markdown. Foreign text never is. */
export type Markdown = '' | (string & { readonly [rich]: true });

/** The catalogue's own text without any Markdown: shows the same everywhere. */
export type Text = '' | (string & { readonly [plain]: true; readonly [rich]: true });

/** What a message is filled with: its texts all of one kind. Choices and numbers stay what they are. */
export type Filled<Args, Kind> = Args extends string
  ? string extends Args
    ? Kind
    : Args
  : Args extends object
    ? { readonly [Name in keyof Args]: Filled<Args[Name], Kind> }
    : Args;

/** A message with arguments: of the kind of the texts that fill it. Foreign text and Markdown don't mix. */
export interface TypedMessage<Args> {
  (args: Filled<Args, Text>): Text;
  (args: Filled<Args, Literal>): Literal;
  (args: Filled<Args, Markdown>): Markdown;
}

/** The texts of a catalogue, each with its kind. */
export type Kinds<Texts> = Texts extends Markdown
  ? Markdown
  : Texts extends string
    ? Text
    : Texts extends (args: infer Args) => string
      ? TypedMessage<Args>
      : Texts extends object
        ? { readonly [Name in keyof Texts]: Kinds<Texts[Name]> }
        : Texts;

/** A text of the catalogue that has Markdown in it. */
export function markdown(text: string): Markdown {
  return text as Markdown;
}

/** What also stands in documents, whose places read no Markdown: its texts have no kind. */
interface Documents {
  readonly certificate: object;
}

/** A catalogue whose texts have their kinds. */
export type WithKinds<Texts extends Documents> = Kinds<Omit<Texts, keyof Documents>> & Pick<Texts, keyof Documents>;

/** The texts of a language, of which each has its kind from here on. */
export function withKinds<Texts extends Documents>(texts: Texts): WithKinds<Texts> {
  return texts as WithKinds<Texts>;
}
