// The rows of what people hand in, as spreadsheets of many countries save it and as people type it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mostGivenBytes, mostGivenRows, type Table } from '../../src/domain/table.js';
import { spreadsheets } from '../../src/spreadsheet/spreadsheets.js';

async function read(given: string | Uint8Array) {
  const read = await spreadsheets.read(given);
  return 'rows' in read ? read.rows.map(({ line, cells }) => [line, ...cells]) : read.notGiven;
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('rows that a person hands in', () => {
  it('have the number of the line on which each begins, and empty ones are left out', async () => {
    const text = '\n  Contoso \r\n\n,,\n"Müller, ""Söhne""\nund Töchter", vip \nfabrikam.com';
    assert.deepEqual(await read(text), [
      [2, 'Contoso'],
      [5, 'Müller, "Söhne"\nund Töchter', 'vip'],
      [7, 'fabrikam.com'],
    ]);
  });

  for (const [name, text, cells] of [
    ['commas', 'Tenant,Tags\nContoso;Ltd,vip', ['Contoso;Ltd', 'vip']],
    ['semicolons', 'Mandant;Tags\nContoso, Ltd;vip', ['Contoso, Ltd', 'vip']],
    ['tabs', 'Tenant\tTags\nContoso, Ltd\tvip', ['Contoso, Ltd', 'vip']],
    ['a sign that it names itself', 'sep=|\r\nTenant|Tags\r\nContoso, Ltd|vip', ['Contoso, Ltd', 'vip']],
    ['semicolons, and commas in quotation marks', '"Name, as you know it";"Tags, many"\nA;vip', ['A', 'vip']],
  ] as const) {
    it(`may have ${name} between cells`, async () => {
      const rows = await read(text);
      assert.deepEqual(Array.isArray(rows) && rows.at(-1)?.slice(1), cells);
    });
  }

  it('may be a file in any of the codings in which Excel saves', async () => {
    const text = 'Größe €\nZoë';
    const rows = [
      [1, 'Größe €'],
      [2, 'Zoë'],
    ];
    const ansi = Buffer.from('Gr\xf6\xdfe \x80\nZo\xeb', 'latin1');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text), ansi])
      assert.deepEqual(await read(bytes), rows);
  });

  it('are none of what is no text', async () => {
    for (const bytes of [Buffer.from([0x89, 0x50, 0, 0xff]), 'a\0b']) assert.equal(await read(bytes), 'notReadable');
  });

  it('are none where it isn’t clear where a cell ends', async () => {
    assert.equal(await read('Contoso\n"Fabrikam\nNorthwind'), 'openQuote');
    assert.deepEqual(await read('The "Best" Ltd'), [[1, 'The "Best" Ltd']]);
  });

  it('are none of what is too much', async () => {
    assert.equal(await read('a'.repeat(mostGivenBytes + 1)), 'tooLarge');
    const most = 'a\n'.repeat(mostGivenRows);
    assert.equal((await read(most)).length, mostGivenRows);
    assert.equal(await read(`${most}b`), 'tooManyRows');
  });

  it('are none of nothing', async () => {
    for (const nothing of ['', ' \n\t\n', '\uFEFF']) assert.deepEqual(await read(nothing), []);
  });

  it('are what was written, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 9 }), async (rows) => {
        async function* slices() {
          yield rows;
        }
        const bytes = await spreadsheets.write({ name: 'A', columns, slices: slices() }, 'csv');
        const read = await spreadsheets.read(bytes);
        assert.ok('rows' in read);
        assert.deepEqual(
          read.rows.map(({ cells }) => cells),
          [['A', 'B'], ...rows.filter((row) => row.some((cell) => cell !== ''))],
        );
      }),
      { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 60) },
    ));
});

const text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((each) => each.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, ' ').trim())
  // Typed with an apostrophe before a sign, it can't be told from what was written with one.
  .map((each) => each.replace(/^'+/, ''));
const columns: Table['columns'] = [
  { title: 'A', holds: 'text', width: 9 },
  { title: 'B', holds: 'text', width: 9 },
];
