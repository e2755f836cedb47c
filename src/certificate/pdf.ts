// The layout of the printed certificate.

import { Sheet, type TextStyle } from '../paper/sheet.js';
import type { CertificatePage, PagePartKind } from '../views/certificate/page.js';

/** A style, and the points that must be left on the page for the part and what follows it. */
type Layout = TextStyle & { readonly need?: number };

const small = { size: 8, faint: true, above: 1.5 } as const;
const layouts: Readonly<Record<Exclude<PagePartKind, 'rule'>, Layout>> = {
  partner: { size: 12, bold: true, accent: true },
  title: { size: 24, bold: true, above: 10, tag: 'H1' },
  tenant: { size: 14, bold: true, above: 2 },
  small,
  answer: { size: 13, bold: true, above: 6, tag: 'H2' },
  lead: { size: 10.5, above: 4 },
  heading: { size: 13, bold: true, accent: true, above: 14, tag: 'H2', need: 130 },
  entry: { bold: true, above: 5, need: 78 },
  detail: { ...small, above: 0, indent: 12 },
  line: { size: 8.5, above: 2, need: 30 },
  hash: { size: 9, bold: true, above: 3 },
};

/** Prints a page. `number`: the certificate's. The same page makes the same bytes. */
export async function pdfOf(page: CertificatePage, number: string): Promise<Buffer> {
  const { title, author, language, footer, pageNumber, notes } = page;
  // What the file says of itself is for programs: `certificate:verify` finds the number by it, in every language.
  const subject = `Certificate ${number}`;
  const sheet = new Sheet({ title, subject, author, language, date: new Date(page.issuedAt), footer, pageNumber });
  for (const { is, text } of page.parts) {
    if (is === 'rule') sheet.line();
    else say(sheet, text, layouts[is]);
  }
  if (sheet.hasCut) say(sheet, notes.cut, { ...small, above: 3 });
  if (sheet.hasUnprintable) say(sheet, notes.unprintable, { ...small, above: 3 });
  return sheet.finish();
}

/** Whether bytes are all of a PDF of that certificate, in whatever language and by whatever version. */
export function isPdfOf(number: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return text.startsWith('%PDF-') && text.includes(`(Certificate ${number})`) && text.trimEnd().endsWith('%%EOF');
}

function say(sheet: Sheet, text: string, { need, ...style }: Layout): void {
  if (need !== undefined) sheet.need(need);
  sheet.say(text, style);
}
