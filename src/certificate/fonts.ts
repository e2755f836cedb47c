// Which font prints which character, in any script.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './woff.js';

/** A piece of a text that one font can print. */
export interface Run {
  readonly font: 'noto' | 'unifont';
  readonly text: string;
}

/** Takes the place of what no font here prints, or prints wrongly. */
export const unprintable = '□';

// Scripts that need more than placing one character after the other, left to right; what is printed wouldn't be the name.
const needsShaping =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]/u;

const resolve = createRequire(import.meta.url).resolve;
const fileOf = (name: string) => readFileSync(resolve(name));

/** The fonts' bytes, each read at its first use. */
export const fontFiles = {
  regular: once(() => fileOf('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
  bold: once(() => fileOf('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
} as const;

// Nearly every character there is. Large, so that it is not kept.
const readUnifont = () => unpackWoff(fileOf('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'));

/** Splits text by the font that prints it. Made for one document, and the large font with it. */
export class Typesetter {
  /** The large font's bytes, once something needs it. */
  readonly unifont = once(readUnifont);
  readonly #noto: Font;
  #opened: Font | undefined;
  #hasUnprintable = false;

  constructor() {
    this.#noto = opened(fontFiles.regular());
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
    const runs: { font: Run['font']; text: string }[] = [];
    for (const character of line) {
      const run = this.#run(character);
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push({ ...run });
    }
    return runs;
  }

  #run(character: string): Run {
    const point = character.codePointAt(0) ?? 0;
    if (this.#noto.hasGlyphForCodePoint(point)) return { font: 'noto', text: character };
    if (!needsShaping.test(character) && this.#other().hasGlyphForCodePoint(point))
      return { font: 'unifont', text: character };
    this.#hasUnprintable ||= character !== unprintable;
    return { font: 'unifont', text: unprintable };
  }

  #other(): Font {
    this.#opened ??= opened(this.unifont());
    return this.#opened;
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
