// Rows that a person hands in: a file, or lines below a command.
import { icu } from './icu.js';

/** Why none came of it. */
export const givenRows = {
  tooLarge: icu<{ megabytes: number }>('The file is larger than {megabytes} MB. Split it into smaller ones.'),
  tooMuch:
    'There’s more in this workbook than Gatehouse can read, though the file itself isn’t too large. Leave out rows and columns that you don’t need, or save it as CSV, and attach that file.',
  tooManyRows: icu<{ most: number }>('There are more than {most, number} rows. Split them into several parts.'),
  notReadable:
    'The file is neither a workbook (XLSX) nor a CSV file that Gatehouse can read. Save it as one of these in Excel, without a password, and attach that file.',
  openQuote:
    'A quotation mark in the rows is never closed, so it isn’t clear where a cell ends. Close it, and send the rows again.',
  notFetched:
    'Gatehouse couldn’t get the file from your OneDrive. Attach it again, or paste its rows below the command.',
};
