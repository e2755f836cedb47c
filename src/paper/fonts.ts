// Which font prints which character, in any script.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './woff.js';

/** A font: Noto Sans, BIZ UDPGothic for Japanese, and Unifont, which has nearly every character. */
export type FontName = 'noto' | 'japanese' | 'unifont';

/** A piece of a text that one font can print. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
}

/** Takes the place of what no font here prints, or prints wrongly. */
export const unprintable = '□';

// Scripts that need more than placing one character after the other, left to right; what is printed wouldn't be the name.
const needsShaping =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]/u;

const resolve = createRequire(import.meta.url).resolve;
const fileOf = (name: string) => readFileSync(resolve(name));

/** The bytes of Noto Sans, each font's read at its first use. */
export const fontFiles = {
  regular: once(() => fileOf('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
  bold: once(() => fileOf('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
} as const;

const readJapanese = () => fileOf('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf');
const readJapaneseBold = () => fileOf('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf');
// Nearly every character there is.
const readUnifont = () => unpackWoff(fileOf('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'));

// Words of letters that are about as wide as high, other words, and the spaces between them.
const wide =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3000-\\u303F\\u30FB\\u30FC\\uFF00-\\uFFEF';
const words = new RegExp(`[${wide}]+|[^${wide} ]+| +`, 'gu');

/** Splits text by the font that prints it. Made for one document, and the large fonts with it. */
export class Typesetter {
  /** The bytes of the large fonts, once something needs them. */
  readonly japanese = once(readJapanese);
  readonly japaneseBold = once(readJapaneseBold);
  readonly unifont = once(readUnifont);
  readonly #opened = new Map<FontName, Font>();
  readonly #order: readonly FontName[];
  #hasUnprintable = false;

  /** `language`: BCP 47 tag of the document. In Japanese the Latin letters are those of the Japanese font. */
  constructor(language: string) {
    this.#order = language === 'ja' ? ['japanese', 'noto', 'unifont'] : ['noto', 'japanese', 'unifont'];
  }

  /** Whether something could not be printed. */
  get hasUnprintable(): boolean {
    return this.#hasUnprintable;
  }

  /** The text in one line, in pieces. Foreign text may hold anything: what is invisible is left out. */
  runs(text: string): readonly Run[] {
    const line = text
      .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .normalize('NFC')
      .trim();
    const runs: { font: FontName; text: string }[] = [];
    for (const run of (line.match(words) ?? []).flatMap((word) => this.#runsOf(word))) {
      const last = runs.at(-1);
      // Every font has a space.
      if (last && (last.font === run.font || run.text.trim() === '')) last.text += run.text;
      else runs.push({ ...run });
    }
    return runs;
  }

  /** A word in one font, so that its letters match; in several only if none has them all. */
  #runsOf(word: string): readonly Run[] {
    const characters = [...word];
    const font = this.#order.find((each) => characters.every((character) => this.#prints(each, character)));
    if (font) return [{ font, text: word }];
    return characters.map((character) => {
      const its = this.#order.find((each) => this.#prints(each, character));
      if (its) return { font: its, text: character };
      this.#hasUnprintable = true;
      return { font: 'unifont', text: unprintable };
    });
  }

  #prints(name: FontName, character: string): boolean {
    if (name === 'unifont' && needsShaping.test(character)) return false;
    return this.#font(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  #font(name: FontName): Font {
    const known = this.#opened.get(name);
    if (known) return known;
    const font = opened({ noto: fontFiles.regular, japanese: this.japanese, unifont: this.unifont }[name]());
    this.#opened.set(name, font);
    return font;
  }
}

function opened(bytes: Buffer): Font {
  const font = create(bytes);
  if ('fonts' in font) throw new Error('this is a collection of fonts, not one');
  return font;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
