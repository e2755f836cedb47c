// The text that can be copied from one of our uncompressed PDFs: its glyphs, by each font's own table of characters.

/** The text of all pages, in the order in which it was written; white space as one space. */
export function printedText(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body] as const),
  );
  const body = (id: string | undefined) => objects.get(id ?? '') ?? '';
  // pdfkit numbers fonts over the whole document, so that one name is the same font on every page.
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const each of objects.values())
    for (const [, name = '', id] of each.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, charactersOf(body(/\/ToUnicode (\d+) 0 R/.exec(body(id))?.[1])));
  const said: string[] = [];
  for (const each of objects.values()) {
    const stream = /stream\n([\s\S]*)\nendstream/.exec(each)?.[1];
    if (stream === undefined || !stream.includes(' Tf')) continue;
    let font: ReadonlyMap<number, string> = new Map();
    for (const [, name, array] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map();
      const codes = [...(array ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      said.push(codes.map((code) => font.get(Number.parseInt(code, 16)) ?? '?').join(''));
    }
  }
  return said.join(' ').replaceAll(/\s+/g, ' ');
}

function charactersOf(toUnicode: string): ReadonlyMap<number, string> {
  const ranges = [...toUnicode.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, from = '0', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]*)>/g)].map(
        ([, hex = ''], index) =>
          [
            Number.parseInt(from, 16) + index,
            Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
          ] as const,
      ),
    ),
  );
}
