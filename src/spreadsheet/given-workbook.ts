// The rows of a workbook (XLSX) that a person hands in, read in a thread of its own, where it can use up neither time nor memory.
import { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import pLimit from 'p-limit';
import { type GivenRow, type GivenRows, mostGivenBytes, mostGivenRows, type NotGiven } from '../domain/table.js';
import { systemClock } from '../runtime/clock.js';
import { abortAfter } from '../runtime/timeout.js';

// A few megabytes can be unpacked to gigabytes. Text of a spreadsheet is a tenth of its size when packed.
const mostUnpacked = 16 * mostGivenBytes;
// Many cells can share one long text, and a row can say that its one cell is the 16,384th.
const mostSigns = 8 * mostGivenBytes;
const signsPerCell = 8;
const mostMs = 10_000;
const heapMb = 384;

// What its library takes of a file is as much as the file says, so the thread is ended where that's too much. One at a time.
const alone = pLimit(1);

// In words of JavaScript, since it's the same in a bundle, compiled, and in a test. Rows are sent in slices.
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, bytes, mostRows, mostSigns, signsPerCell } = workerData;
const textOf = (value) =>
  value instanceof Date ? value.toISOString() : value === null || value === undefined ? '' : String(value).trim();
async function read() {
  const { streamXlsxRows } = await import(library);
  let [rows, count, signs] = [[], 0, 0];
  for await (const { index, values } of streamXlsxRows(bytes)) {
    let end = values.length;
    while (end > 0 && textOf(values[end - 1]) === '') end -= 1;
    if (end === 0) continue;
    const cells = values.slice(0, end).map(textOf);
    for (const cell of cells) signs += cell.length + signsPerCell;
    if (signs > mostSigns) return 'tooMuch';
    if (count === mostRows) return 'tooManyRows';
    count += 1;
    rows.push({ line: index + 1, cells });
    if (rows.length === 500) parentPort.postMessage({ rows: rows.splice(0) });
  }
  parentPort.postMessage({ rows });
}
read().then((end) => parentPort.postMessage({ end }), () => parentPort.postMessage({ end: 'notReadable' }));
`;

/** Reads the rows of its first sheet, one after the other: what its formulas came to when it was saved is what they are. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<GivenRows> {
  if (bytes.length > mostGivenBytes) return { notGiven: 'tooLarge' };
  try {
    if (unpackedLength(bytes) > mostUnpacked) return { notGiven: 'tooMuch' };
  } catch {
    return { notGiven: 'notReadable' };
  }
  return alone(() => abortAfter(systemClock, mostMs, (signal) => readApart(bytes, signal)));
}

/** Never rejects: whatever is wrong with it, it's another kind of file, encrypted, broken, or too much. */
function readApart(bytes: Uint8Array, signal: AbortSignal): Promise<GivenRows> {
  const library = import.meta.resolve('hucre/xlsx');
  const worker = new Worker(program, {
    eval: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    workerData: { library, bytes, mostRows: mostGivenRows, mostSigns, signsPerCell },
  });
  const rows: GivenRow[] = [];
  return new Promise<GivenRows>((resolve) => {
    const stop = (notGiven: NotGiven) => resolve({ notGiven });
    signal.addEventListener('abort', () => stop('tooMuch'));
    worker.on('message', (message: { readonly rows: readonly GivenRow[] } | { readonly end?: NotGiven }) => {
      if ('rows' in message) rows.push(...message.rows);
      else if (message.end) stop(message.end);
      else resolve({ rows });
    });
    // Of its errors only that its memory is used up gets here.
    worker.on('error', () => stop('tooMuch'));
    worker.on('exit', () => stop('notReadable'));
  }).finally(() => worker.terminate());
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
