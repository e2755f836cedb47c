// A table of cells, such as a spreadsheet file has one.

/** The kinds of files that a table is written to: a workbook of Excel's, and text with commas. */
export const tableFormats = ['xlsx', 'csv'] as const;

/** One of them. */
export type TableFormat = (typeof tableFormats)[number];

/** What stands in a cell: text, a number or a moment. `undefined`: it's empty. */
export type Cell = string | number | Date | undefined;

/** A column by its heading. */
export interface TableColumn {
  readonly title: string;
  /** What its cells hold, if they hold anything. */
  readonly holds: 'text' | 'number' | 'moment';
  /** How wide a spreadsheet shows it, in characters. */
  readonly width: number;
}

/** A table whose rows come in slices, between which everything else goes on. */
export interface Table {
  /** What a spreadsheet calls it: at most 31 characters, and none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Each row has a cell for each column. */
  readonly slices: AsyncIterable<readonly (readonly Cell[])[]>;
}
