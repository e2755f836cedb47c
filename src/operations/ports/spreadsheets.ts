// What makes files of tables.
import type { Table, TableFormat } from '../../domain/table.js';

/**
 * Makes files of tables. All text in them is foreign text, so none is ever taken for a formula by what opens the file.
 * `test/spreadsheet` holds this by reading files back with other libraries.
 */
export interface Spreadsheets {
  /**
   * The bytes of a file with a table: its headings, then its rows. Moments are dates in a workbook, and `2026-11-29 20:15:00` in
   * UTC in text. Holds up nothing for long, and holds no more than the file's bytes and a slice of rows.
   */
  write(table: Table, format: TableFormat): Promise<Uint8Array>;
}
