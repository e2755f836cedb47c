// The rows of a workbook that a person hands in, as Excel and others save it, and of what only looks like one.
import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { mostGivenBytes, mostGivenRows } from '../../src/domain/table.js';
import { spreadsheets } from '../../src/spreadsheet/spreadsheets.js';

async function read(given: Uint8Array) {
  const read = await spreadsheets.read(given);
  return 'rows' in read ? read.rows.map(({ line, cells }) => [line, ...cells]) : read.notGiven;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook by hand, as the format is described. @see https://ecma-international.org/publications-and-standards/standards/ecma-376 (checked 2026-11-30) */
function workbook(sheetRows: string, strings: string, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const sheet = (rows: string) => strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(relations(relation('r', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('r2', 'worksheet', 'worksheets/sheet2.xml'),
        relation('r3', 'sharedStrings', 'sharedStrings.xml'),
      ),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${strings}</sst>`),
    'xl/worksheets/sheet1.xml': sheet(sheetRows),
    'xl/worksheets/sheet2.xml': sheet('<row r="1"><c r="A1"><v>2</v></c></row>'),
    ...others,
  });
}

const rows = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
  '<row r="2"/>',
  '<row r="4"><c r="A4" t="inlineStr"><is><t> Contoso </t></is></c><c r="B4"><v>49</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>vip</v></c></row>',
  '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#N/A</v></c></row>',
];
const strings = '<si><t>Tenant</t></si><si><r><t>Ta</t></r><r><t>gs</t></r></si>';

describe('a workbook that a person hands in', () => {
  it('has the rows of its first sheet, by the numbers that Excel shows, with what formulas came to', async () => {
    assert.deepEqual(await read(workbook(rows.join(''), strings)), [
      [1, 'Tenant', '', 'Tags'],
      [4, 'Contoso', '49', 'vip'],
      [5, 'true', '#N/A'],
    ]);
  });

  it('is what was written as one', async () => {
    async function* slices() {
      yield [['=1+1', new Date('2026-11-29T20:15:07.000Z'), 'Zoë']];
    }
    const columns = (['text', 'moment', 'text'] as const).map((holds) => ({ title: holds, holds, width: 9 }));
    const bytes = await spreadsheets.write({ name: 'A', columns, slices: slices() }, 'xlsx');
    const [, [, text, moment, name] = []] = (await read(bytes)) as readonly (readonly unknown[])[];
    assert.deepEqual([text, String(moment).slice(0, 16), name], ['=1+1', '2026-11-29T20:15', 'Zoë']);
  });

  it('isn’t read where it’s another kind of file, broken, or too large, packed or not', async () => {
    const whole = workbook(rows.join(''), strings);
    for (const bytes of [
      zipSync({ 'content.xml': strToU8('<a/>') }),
      whole.subarray(0, whole.length - 60),
      Buffer.from([0x50, 0x4b, 3, 4, 0]),
    ])
      assert.equal(await read(bytes), 'notReadable');
    assert.equal(await read(workbook('', '', { 'xl/media.bin': new Uint8Array(mostGivenBytes * 16) })), 'tooMuch');
    const large = Buffer.alloc(mostGivenBytes + 1);
    large.set(whole);
    assert.equal(await read(large), 'tooLarge');
  });

  it('isn’t read where a small file becomes very many cells or texts, and nothing else waits for that', async () => {
    const wide = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(400);
    const shared = '<row><c t="s"><v>0</v></c></row>'.repeat(100);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    try {
      for (const bytes of [
        workbook(wide, ''),
        workbook(shared, `<si><t>${'a'.repeat(500_000)}</t></si>`),
        workbook('', '<si><t>a</t></si>'.repeat(1_000_000)),
      ]) {
        last = performance.now();
        assert.equal(await read(bytes), 'tooMuch');
      }
    } finally {
      clearInterval(watch);
    }
    assert.ok(longest < 2000, `${longest} ms`);
  });

  it('has as many rows as are read of a text', async () => {
    const many = Array.from(
      { length: mostGivenRows + 1 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    assert.equal((await read(workbook(many.slice(1).join(''), ''))).length, mostGivenRows);
    assert.equal(await read(workbook(many.join(''), '')), 'tooManyRows');
  });
});
