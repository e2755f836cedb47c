// The parts that a query is typed in: terms with a key, phrases in quotes, and words.

/**
 * A text with what is typed in full width, such as `：`, as on other keyboards. It has as many characters as before, so that a
 * place in one is the same place in the other.
 */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** How a term begins: its key and operator. */
export interface TermStart {
  readonly isNot: boolean;
  readonly key: string;
  readonly operator: ':' | '<' | '<=' | '>' | '>=';
  /** Where the key stands. */
  readonly keyFrom: number;
  readonly keyTo: number;
  /** Where the value begins. */
  readonly to: number;
}

const termStart = /([-!]?)([\p{L}\p{M}]+)(\s*[<>]=?|[:=])\s*/uy;

/** The term that begins there, in half width; `undefined`: none does. */
export function termStartAt(text: string, at: number): TermStart | undefined {
  termStart.lastIndex = at;
  const match = termStart.exec(text);
  if (!match) return undefined;
  const [whole, sign = '', key = '', operator = ''] = match;
  const keyFrom = at + sign.length;
  return {
    isNot: sign !== '',
    key,
    operator: operator.trim().replace('=', (each) => (operator.trim() === '=' ? ':' : each)) as TermStart['operator'],
    keyFrom,
    keyTo: keyFrom + key.length,
    to: at + whole.length,
  };
}

/** Text to be found, and where the next part can begin. */
export interface TextToken {
  readonly isNot: boolean;
  readonly content: string;
  readonly to: number;
}

const openers = '"\u201C\u201E\u00AB\u2039\uFF02';
const closers = '"\u201D\u201C\u00BB\u203A\uFF02';
const phrase = new RegExp(`([-!\uFF0D\uFF01]?)[${openers}]((?:\\\\.|[^${closers}\\\\])+)[${closers}]`, 'suy');

const escaped = new RegExp(`\\\\([\\\\${closers}])`, 'g');
const toEscape = new RegExp(`[\\\\${closers}]`, 'g');

/** The phrase in quotes that begins there; `undefined`: none does. In it, `\"` is a quote. */
export function phraseAt(typed: string, at: number): TextToken | undefined {
  phrase.lastIndex = at;
  const match = phrase.exec(typed);
  if (!match) return undefined;
  const [whole, sign = '', inner = ''] = match;
  const content = inner.replaceAll(escaped, '$1').replaceAll(/\s+/g, ' ').trim();
  return { isNot: sign !== '', content, to: at + whole.length };
}

const word = /([-!\uFF0D\uFF01](?=[\p{L}\p{N}]))?(\S+)/uy;

/** The word that begins there. */
export function wordAt(typed: string, at: number): TextToken {
  word.lastIndex = at;
  const [whole = '', sign = '', content = ''] = word.exec(typed) ?? [];
  return { isNot: sign !== '', content, to: at + whole.length };
}

/** Where what isn't white space begins, from there on. */
export function spaceTo(text: string, at: number): number {
  const found = text.slice(at).search(/\S/);
  return found === -1 ? text.length : at + found;
}

const isSpecial = new RegExp(`[:=<>\uFF1A\uFF1D\uFF1C\uFF1E\\\\${openers}${closers}]|(?:^|\\s)[-!\uFF0D\uFF01]`, 'u');

/** Text as it has to be typed to be read as this very text. */
export function quoted(text: string): string {
  return isSpecial.test(text) ? inQuotes(text) : text;
}

/** In quotes, whatever it is. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll(toEscape, '\\$&')}"`;
}
