// Files of tables, in either format.
import type { GivenRows, Table, TableFormat } from '../domain/table.js';
import type { Spreadsheets } from '../operations/ports/spreadsheets.js';

/** Files by libraries that are loaded at the first file, as few starts come to need one. */
export const spreadsheets: Spreadsheets = {
  async write(table: Table, format: TableFormat): Promise<Uint8Array> {
    if (format === 'csv') return (await import('./comma-text.js')).commaTextOf(table);
    return (await import('./workbook.js')).workbookOf(table);
  },
  async read(given: string | Uint8Array): Promise<GivenRows> {
    if (typeof given !== 'string' && isWorkbook(given))
      return (await import('./given-workbook.js')).rowsOfWorkbook(given);
    return (await import('./given-rows.js')).givenRowsOf(given);
  },
};

// A workbook is a zip, which no text begins as.
function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
}
