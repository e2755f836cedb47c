// The rows of a text that a person hands in: pasted lines, or a CSV file as spreadsheets save it in any country.
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type GivenRow, type GivenRows, mostGivenBytes, mostGivenRows } from '../domain/table.js';

/** Reads the rows of a text in pieces, between which everything else goes on. */
export async function givenRowsOf(given: string | Uint8Array): Promise<GivenRows> {
  if (given.length > mostGivenBytes) return { notGiven: 'tooLarge' };
  const text = typeof given === 'string' ? given : decoded(given);
  // No text has these, and most other files do.
  if (text === undefined || /[\0\uFFFE\uFFFF]/.test(text)) return { notGiven: 'notReadable' };
  const { delimiter, rest, linesBefore } = separated(text);
  const rows: GivenRow[] = [];
  try {
    const options = {
      delimiter,
      record_delimiter: '\n',
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
    };
    const parser = Readable.from(pieces(rest)).pipe(parse({ ...options, skip_records_with_empty_values: true }));
    for await (const each of parser as AsyncIterable<ParsedRecord>) {
      if (rows.length === mostGivenRows) return { notGiven: 'tooManyRows' };
      rows.push(rowOf(each, linesBefore));
    }
  } catch (error) {
    if (error instanceof CsvError) return { notGiven: 'openQuote' };
    throw error;
  }
  return { rows };
}

interface ParsedRecord {
  readonly record: readonly string[];
  /** The line on which it ends. */
  readonly info: { readonly lines: number };
}

function rowOf({ record, info }: ParsedRecord, linesBefore: number): GivenRow {
  const within = record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
  return { line: linesBefore + info.lines - within, cells: record.map(asTyped) };
}

// As `comma-text.ts` writes what a spreadsheet would take for a formula.
function asTyped(cell: string): string {
  return cell.replace(/^'(?=[=+\-@＝＋－＠])/, '').trim();
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel calls CSV without UTF-8: the code page of the machine, which mostly is this one.
    return bytes.includes(0) ? undefined : westernText(bytes);
  }
}

// What Windows-1252 has from 0x80 on, where Latin 1 has no signs. A TextDecoder of some versions of Node.js takes it for Latin 1.
const fromEighty = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function westernText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) => fromEighty[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Which sign stands between cells. Excel takes its word for it from a first line `sep=;`, and elsewhere the sign of the country. */
function separated(given: string) {
  const text = given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [said, sign] = /^sep=([^\n])(?:\n|$)/.exec(text) ?? [];
  if (said !== undefined && sign !== undefined)
    return { delimiter: sign, rest: text.slice(said.length), linesBefore: 1 };
  const firstLine = (text.split('\n').find((line) => /\S/.test(line)) ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (each: string) => firstLine.split(each).length - 1;
  const delimiter = firstLine.includes('\t') ? '\t' : count(';') > count(',') ? ';' : ',';
  return { delimiter, rest: text, linesBefore: 0 };
}

const pieceLength = 65_536;

// Of bytes, as a piece of text might end within a character.
function* pieces(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += pieceLength) yield bytes.subarray(start, start + pieceLength);
}
