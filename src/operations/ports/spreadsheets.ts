// What makes files of tables, and reads those that people hand in.
import type { GivenRows, Table, TableFormat } from '../../domain/table.js';

/**
 * Makes files of tables, and reads them. All text in them is foreign text, so none is ever taken for a formula by what opens the file.
 * `test/spreadsheet` holds this by reading files back with other libraries.
 */
export interface Spreadsheets {
  /**
   * The bytes of a file with a table: its headings, then its rows. Moments are dates in a workbook, and `2026-11-29 20:15:00` in
   * UTC in text. Holds up nothing for long, and holds no more than the file's bytes and a slice of rows.
   */
  write(table: Table, format: TableFormat): Promise<Uint8Array>;
  /**
   * The rows of the first sheet of a workbook (XLSX), or of a text with commas, semicolons or tabs between its cells, whichever its first row has; as
   * bytes it's a file, in UTF-8, UTF-16 or what Excel saves on a western Windows. Headings are rows like others, and empty rows are left out. Never throws because of what is in it.
   */
  read(given: string | Uint8Array): Promise<GivenRows>;
}
