// A table as a workbook of Excel's (XLSX) with one sheet.
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, Table } from '../domain/table.js';

// More characters a cell can't have.
// @see https://support.microsoft.com/office/excel-specifications-and-limits (checked 2026-11-29)
const mostCharacters = 32_767;

// Of text too, so that what a person types over an id stays as it was typed.
const formats = { text: '@', number: 'General', moment: 'yyyy-mm-dd hh:mm:ss' } as const;

/**
 * The bytes of the workbook. Texts are cells of text, which are never calculated; moments are dates, in UTC. It's compressed by
 * the streams of Node.js, in another thread.
 */
export async function workbookOf({ name, columns, slices }: Table): Promise<Uint8Array> {
  const stream = writeXlsxStream(rowsOf(slices), {
    name,
    columns: columns.map(({ title, width, holds }) => ({ header: title, width, numFmt: formats[holds] })),
    freezePane: { rows: 1 },
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* rowsOf(slices: Table['slices']) {
  for await (const slice of slices) for (const row of slice) yield row.map(writable);
}

function writable(cell: Cell): string | number | Date | null {
  if (typeof cell === 'string') return cell === '' ? null : cell.slice(0, mostCharacters);
  return cell ?? null;
}
