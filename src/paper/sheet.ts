// Puts text and drawings on pages, with a structure that a screen reader follows.
import PDFDocument from 'pdfkit';
import { type FontName, fontFiles, type Run, Typesetter } from './fonts.js';
import { forMetadata } from './metadata.js';

const ink = '#1b1b1f';
const faint = '#5c5c66';
const accent = '#3b3a8f';
const rule = '#c9c9d4';
const margin = 56;
// Room between lines, in points.
const gap = 1.5;
// How far below the top of its line Noto Sans stands, as a part of its size.
const baseOf = 1.069;

const figureText = 8;
// The time for a paragraph grows with the square of its longest word, and no one else is served meanwhile.
const mostCharacters = 1000;

/** What a document says of itself. */
export interface SheetOptions {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly date: Date;
  /** BCP 47 tag. */
  readonly language: string;
  /** At the foot of every page. */
  readonly footer: string;
  readonly pageNumber: (at: { readonly page: number; readonly pages: number }) => string;
}

/** How a paragraph looks. `mark`: what a screen reader takes it for. */
export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly faint?: boolean;
  readonly accent?: boolean;
  readonly indent?: number;
  /** Room above, in points. */
  readonly above?: number;
  readonly tag?: 'H1' | 'H2' | 'P';
}

/** Draws in a figure; places are in points from its left and its top. */
export interface Pen {
  /** Of the whole figure. */
  readonly width: number;
  rectangle(
    place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    colour: string,
  ): void;
  /** Through all of these points. */
  path(points: readonly (readonly [x: number, y: number])[], colour: string): void;
  /** On one line; `y`: where its letters stand. `at`: which part of it is at `x`. */
  text(
    text: string,
    place: { readonly x: number; readonly y: number; readonly at?: 'left' | 'middle' | 'right' },
  ): void;
}

/** A4 pages, written from top to bottom. The same calls make the same bytes. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #setter: Typesetter;
  readonly #options: SheetOptions;
  readonly #chunks: Buffer[] = [];
  readonly #registered = new Set<string>();
  #hasCut = false;

  constructor(options: SheetOptions) {
    this.#options = options;
    const { title, subject, author, date, language } = options;
    this.#setter = new Typesetter(language);
    this.#doc = new PDFDocument({
      size: 'A4',
      margin,
      // What a compressor makes of it may differ from one version of Node.js to the next; a certificate's bytes must not.
      compress: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      info: {
        Title: forMetadata(title),
        Subject: forMetadata(subject),
        Author: forMetadata(author),
        Creator: 'Gatehouse',
        Producer: 'Gatehouse',
        CreationDate: date,
        ModDate: date,
      },
    });
    this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** Whether something could not be printed so far. */
  get hasUnprintable(): boolean {
    return this.#setter.hasUnprintable;
  }

  /** Whether something was too long to be printed in full so far. */
  get hasCut(): boolean {
    return this.#hasCut;
  }

  say(text: string, style: TextStyle = {}): void {
    const { size = 9.5, indent = 0, above = 0, tag = 'P' } = style;
    const doc = this.#doc;
    doc.y += above;
    this.#root.add(
      doc.struct(tag, {}, () => {
        doc.fillColor(style.accent ? accent : style.faint ? faint : ink).fontSize(size);
        const runs = this.#setter.runs(this.#cut(text));
        const width = doc.page.width - 2 * margin - indent;
        // Fonts differ in how high their lines are; all of a line stands on one base, and lines lie equally far apart.
        this.#useFont('noto', false);
        const height = doc.currentLineHeight(true);
        const top = doc.y;
        for (const [index, run] of runs.entries()) {
          this.#useFont(run.font, style.bold === true);
          const lineGap = height + gap - doc.currentLineHeight(true);
          const options = { width, lineGap, baseline: 'alphabetic', continued: index < runs.length - 1 } as const;
          if (index === 0) doc.text(run.text, margin + indent, top + baseOf * size, options);
          else doc.text(run.text, options);
        }
        doc.y -= baseOf * size;
      }),
    );
  }

  /** Begins a page if fewer points are left on this one, so that what belongs together stays together. */
  need(points: number): void {
    const { page, y } = this.#doc;
    if (y + points > page.height - margin) this.#doc.addPage();
  }

  /** Draws a rule across the page. */
  line(): void {
    const doc = this.#doc;
    doc.y += 8;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(margin, doc.y)
      .lineTo(doc.page.width - margin, doc.y)
      .lineWidth(0.6)
      .strokeColor(rule)
      .stroke();
    doc.endMarkedContent();
    doc.y += 4;
  }

  /** A drawing of that height, on one page. `says`: what it shows, for who can't see it. */
  figure(says: string, height: number, draw: (pen: Pen) => void): void {
    this.need(height + 8);
    const doc = this.#doc;
    doc.y += 6;
    const top = doc.y;
    this.#root.add(doc.struct('Figure', { alt: says }, () => draw(this.#penAt(top))));
    doc.x = margin;
    doc.y = top + height;
  }

  #penAt(top: number): Pen {
    const doc = this.#doc;
    return {
      width: doc.page.width - 2 * margin,
      rectangle: ({ x, y, width, height }, colour) => {
        doc.rect(margin + x, top + y, width, height).fill(colour);
      },
      path: ([first, ...others], colour) => {
        if (!first) return;
        doc.moveTo(margin + first[0], top + first[1]);
        for (const [x, y] of others) doc.lineTo(margin + x, top + y);
        doc.lineWidth(1.5).strokeColor(colour).stroke();
      },
      text: (text, { x, y, at = 'left' }) => {
        doc.fontSize(figureText).fillColor(ink);
        const runs = this.#setter.runs(text);
        const before = { left: 0, middle: 0.5, right: 1 }[at];
        this.#put(runs, margin + x - before * this.#widthOf(runs), top + y);
      },
    };
  }

  /** Puts numbers on the pages, and gives the file. */
  async finish(): Promise<Buffer> {
    const doc = this.#doc;
    this.#root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // It stands in the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      doc.fontSize(7.5).fillColor(faint);
      const y = doc.page.height - margin + 24;
      this.#put(this.#setter.runs(this.#options.footer), margin, y);
      const number = this.#setter.runs(this.#options.pageNumber({ page: page - start + 1, pages: count }));
      this.#put(number, doc.page.width - margin - this.#widthOf(number), y);
      doc.endMarkedContent();
    }
    const ended = new Promise<void>((resolve) => doc.once('end', resolve));
    doc.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }

  // On one line, whatever its fonts: all of it stands on one base.
  #put(runs: readonly Run[], left: number, base: number): void {
    let x = left;
    for (const run of runs) {
      const width = this.#widthOf([run]);
      this.#doc.text(run.text, x, base, { lineBreak: false, baseline: 'alphabetic' });
      x += width;
    }
  }

  #widthOf(runs: readonly Run[]): number {
    let width = 0;
    for (const { font, text } of runs) {
      this.#useFont(font, false);
      width += this.#doc.widthOfString(text);
    }
    return width;
  }

  #cut(text: string): string {
    if (text.length <= mostCharacters) return text;
    this.#hasCut = true;
    return `${text.slice(0, mostCharacters)}…`;
  }

  #useFont(font: FontName, isBold: boolean): void {
    const { japanese, japaneseBold, unifont } = this.#setter;
    const [name, bytes] = {
      noto: isBold ? (['bold', fontFiles.bold] as const) : (['regular', fontFiles.regular] as const),
      japanese: isBold ? (['japaneseBold', japaneseBold] as const) : (['japanese', japanese] as const),
      unifont: ['unifont', unifont] as const,
    }[font];
    if (!this.#registered.has(name)) this.#doc.registerFont(name, bytes());
    this.#registered.add(name);
    this.#doc.font(name);
  }
}
