// A table as text with commas (CSV, RFC 4180), in UTF-8 with the mark by which Excel knows that.
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from '../domain/table.js';

/**
 * The bytes of the text. What a spreadsheet would take for a formula has an apostrophe before it, which makes it text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection (checked 2026-11-29)
 */
export async function commaTextOf({ columns, slices }: Table): Promise<Uint8Array> {
  const pieces = [Buffer.from(linesOf([columns.map(({ title }) => title)], true))];
  for await (const slice of slices) pieces.push(Buffer.from(linesOf(slice)));
  return Buffer.concat(pieces);
}

function linesOf(rows: readonly (readonly Cell[])[], isFirst = false): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: isFirst, escape_formulas: true, record_delimiter: 'windows', cast: { date: momentText } },
  );
}

// As Excel understands it in every language, which doesn't take Microsoft's own notation for a date.
function momentText(moment: Date): string {
  return moment.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ');
}
