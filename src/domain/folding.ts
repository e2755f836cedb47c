// One folding by which texts that people type are compared: in searches, and for names that confirm something.

// Letters of their own in Unicode, though people type them with the letters of another keyboard.
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
const letters = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

// Accents, and the points of Hebrew and Arabic, which hardly anybody types. Marks that are vowels elsewhere stay.
const accents =
  /[\u0300-\u036F]|[\u0591-\u05C7]|[\u064B-\u065F]|\u0670|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F]/g;
// What stands for an apostrophe: straight, curly, prime, grave, acute, modifier letters, and the full-width one.
const apostrophes = /['\u2018-\u201B\u2032\u2035`\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u055A\uFF07]/g;
const separators = /[^\p{L}\p{N}\p{M}]+/gu;
// Names are mostly written so, and ids always: they take no table of Unicode.
const ascii = /^[ -~]*$/;

/**
 * A text as it is compared: in lower case, without accents, apostrophes and invisible characters, `ß` as `ss` and the like,
 * anything else that is neither letter nor digit as one space. A text of such signs alone stays as it is, but for case and
 * white space, so that nothing but white space folds to nothing.
 */
export function foldText(text: string): string {
  const plain = text.toLowerCase();
  const folded = ascii.test(plain) ? foldedAscii(plain) : foldedUnicode(plain);
  return folded === ''
    ? plain
        .normalize('NFKC')
        .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
    : folded;
}

function foldedAscii(plain: string): string {
  return plain
    .replaceAll(/['`]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function foldedUnicode(plain: string): string {
  // Before the compatibility form, which makes a space and an accent of an acute that stands alone.
  const visible = plain.replaceAll(/\p{Cf}/gu, '').replaceAll(apostrophes, '');
  return visible
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(accents, '')
    .replaceAll(letters, (letter) => spelledOut[letter] ?? letter)
    .replaceAll(separators, ' ')
    .trim();
}

/**
 * Of those whose name folds to the text, the ones that are meant: where a name is written just like it, those alone, since
 * "C#" and "C++" fold to the same.
 */
export function namedBy<T>(text: string, all: Iterable<T>, nameOf: (each: T) => string): readonly T[] {
  const folded = foldText(text);
  const alike = [...all].filter((each) => foldText(nameOf(each)) === folded);
  const exact = alike.filter((each) => asWritten(nameOf(each)) === asWritten(text));
  return exact.length > 0 ? exact : alike;
}

function asWritten(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cf}\s]+/gu, ' ')
    .trim();
}
