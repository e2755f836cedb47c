// The rows of a workbook (XLSX) that a person hands in.
import { unzipSync } from 'fflate';
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { type GivenRow, type GivenRows, mostGivenBytes, mostGivenRows } from '../domain/table.js';

// A few megabytes can be unpacked to gigabytes. Text of a spreadsheet is a tenth of its size when packed.
const mostUnpacked = 16 * mostGivenBytes;

/** Reads the rows of its first sheet, one after the other: what its formulas came to when it was saved is what they are. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<GivenRows> {
  if (bytes.length > mostGivenBytes) return { notGiven: 'tooLarge' };
  const rows: GivenRow[] = [];
  try {
    if (unpackedLength(bytes) > mostUnpacked) return { notGiven: 'tooLarge' };
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const cells = values.map(textOf);
      if (cells.every((cell) => cell === '')) continue;
      if (rows.length === mostGivenRows) return { notGiven: 'tooManyRows' };
      rows.push({ line: index + 1, cells });
    }
  } catch {
    // Whatever is wrong with it: it's another kind of file, encrypted or broken.
    return { notGiven: 'notReadable' };
  }
  return { rows };
}

/** As the file says; the reader unpacks no more of a part than that, and a part that doesn't say so isn't unpacked. */
function unpackedLength(bytes: Uint8Array): number {
  let sum = 0;
  unzipSync(bytes, {
    filter: ({ originalSize, compression }) => {
      sum += originalSize === 0 && compression !== 0 ? Number.POSITIVE_INFINITY : originalSize;
      return false;
    },
  });
  return sum;
}

function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString();
  return value === null ? '' : String(value).trim();
}
