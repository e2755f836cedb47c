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

/** A row that a person has handed in. */
export interface GivenRow {
  /** Where it begins, counted from 1 as an editor or a spreadsheet counts. */
  readonly line: number;
  /** What stands in it, without the white space around; never all of them empty. */
  readonly cells: readonly string[];
}

/** The largest file of rows that is read, in bytes. */
export const mostGivenBytes = 4 * 1024 * 1024;

/** The most rows that are read of one. */
export const mostGivenRows = 50_000;

/**
 * Why no rows came of what a person has handed in: it's larger than `mostGivenBytes`; a workbook unpacks to too much, or takes
 * too long or too much memory to read (`tooMuch`), however small its file; it has more than `mostGivenRows`; it is neither text
 * nor a workbook that can be read; a quotation mark in it is never closed; or it can't be got from where it is.
 */
export type NotGiven = 'tooLarge' | 'tooMuch' | 'tooManyRows' | 'notReadable' | 'openQuote' | 'notFetched';

/** The rows that a person has handed in, headings included. */
export type GivenRows = { readonly rows: readonly GivenRow[] } | { readonly notGiven: NotGiven };

/** A table whose rows come in slices, between which everything else goes on. */
export interface Table {
  /** What a spreadsheet calls it: at most 31 characters, and none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Each row has a cell for each column. */
  readonly slices: AsyncIterable<readonly (readonly Cell[])[]>;
}
