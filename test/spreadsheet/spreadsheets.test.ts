// Files of tables are read back by other libraries, and no text in them is ever calculated.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { readSheet } from 'read-excel-file/node';
import type { Cell, Table, TableFormat } from '../../src/domain/table.js';
import { spreadsheets } from '../../src/spreadsheet/spreadsheets.js';

const columns: Table['columns'] = [
  { title: 'Tenant ID', holds: 'text', width: 38 },
  { title: 'Größe, „Name“', holds: 'text', width: 20 },
  { title: 'Since (UTC)', holds: 'moment', width: 19 },
  { title: 'Count', holds: 'number', width: 8 },
];

async function write(rows: readonly (readonly Cell[])[], format: TableFormat, sliceSize = 2): Promise<Buffer> {
  async function* slices() {
    for (let first = 0; first < rows.length; first += sliceSize) yield rows.slice(first, first + sliceSize);
  }
  return Buffer.from(await spreadsheets.write({ name: 'Tenants', columns, slices: slices() }, format));
}

const csvOf = async (rows: readonly (readonly Cell[])[]) =>
  parse(await write(rows, 'csv'), { bom: true }) as readonly (readonly string[])[];
const sheetOf = async (rows: readonly (readonly Cell[])[]) => {
  const cells = await readSheet(await write(rows, 'xlsx'));
  return cells.map((row) => columns.map((_, index) => toTheSecond(row[index] ?? undefined)));
};

const headings = columns.map(({ title }) => title);
const id = '00012345-0000-4000-8000-000000000001';
const since = new Date('2026-11-29T20:15:07.000Z');
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
// One line of text, as cells of a file are.
const text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((each) => each.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, ' ').trim());
const cells = fc.tuple(
  fc.oneof(
    text,
    fc.tuple(fc.constantFrom(...signs), text).map(([sign, rest]) => sign + rest),
  ),
  fc.option(text, { nil: undefined }),
  fc.option(
    fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
    { nil: undefined },
  ),
  fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
);
const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 60) };

describe('text with commas', () => {
  it('has a mark of UTF-8, headings, moments in UTC, and lines that end as in Windows', async () => {
    const bytes = await write([[id, 'Zoë, „GmbH“', since, 3]], 'csv');
    assert.equal(
      bytes.toString('utf8'),
      `\uFEFFTenant ID,"Größe, „Name“",Since (UTC),Count\r\n${id},"Zoë, „GmbH“",2026-11-29 20:15:07,3\r\n`,
    );
  });

  it('puts an apostrophe before what would be a formula, and before nothing else', async () => {
    for (const sign of signs) {
      const [, row] = await csvOf([[`${sign}1+1`, `a ${sign}`, undefined, 3]]);
      assert.deepEqual(row, [`'${sign}1+1`, `a ${sign}`, '', '3']);
    }
  });

  it('is read by other libraries as it was written', () =>
    fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 7 }), async (rows) => {
        const expected = rows.map(([first, second = '', moment, count]) => [
          harmless(first),
          harmless(second),
          moment?.toISOString().slice(0, 19).replace('T', ' ') ?? '',
          count === undefined ? '' : String(count),
        ]);
        const bytes = await write(rows, 'csv');
        assert.deepEqual(parse(bytes, { bom: true }), [headings, ...expected]);
        const read = parseCsv(bytes.toString('utf8').replace('\uFEFF', ''), { typeInference: false });
        assert.deepEqual(read, [headings, ...expected]);
      }),
      runs,
    ));
});

describe('a workbook', () => {
  it('has ids and what looks like numbers as text, moments as dates in UTC, and numbers', async () => {
    assert.deepEqual(await sheetOf([[id, '0049', since, 3]]), [headings, [id, '0049', since, 3]]);
  });

  it('has every formula as text', async () => {
    const bytes = await write(
      signs.map((sign) => [`${sign}1+1`, '', undefined, 0]),
      'xlsx',
    );
    const rows = (await readSheet(bytes)).slice(1);
    assert.deepEqual(
      rows.map(([first]) => first),
      signs.map((sign) => `${sign}1+1`),
    );
  });

  it('is read by another library as it was written', () =>
    fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 7 }), async (rows) => {
        const expected = rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)));
        const read = await sheetOf(rows);
        // A reader leaves out empty rows at the end.
        const padded = [...read, ...Array.from({ length: expected.length + 1 - read.length }, () => [])];
        assert.deepEqual(
          padded.map((row) => headings.map((_, index) => row[index] ?? undefined)),
          [headings, ...expected.map((row) => [...row])],
        );
      }),
      runs,
    ));

  it('cuts a text that is longer than a cell can be', async () => {
    const [, row] = await sheetOf([['x'.repeat(40_000), '', undefined, 1]]);
    assert.equal(String(row?.[0]).length, 32_767);
  });

  it('holds a slice at a time, and lets everything else go on in between', async () => {
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const rows = Array.from({ length: 500 }, (_, index) => [id, `Tenant ${index}`, since, index] as const);
    const [, ...read] = await sheetOf(rows);
    isDone = true;
    assert.deepEqual(read.at(-1), rows.at(-1));
    assert.ok(turns > 1);
  });
});

// A workbook counts days, of which a second is no whole part.
function toTheSecond(cell: unknown): unknown {
  return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;
}

function harmless(cell: string): string {
  return signs.some((sign) => cell.startsWith(sign)) ? `'${cell}` : cell;
}
