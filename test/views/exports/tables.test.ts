// What stands in files that are taken out: every column, in the reader's language, and never an approval link.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { exportKinds } from '../../../src/domain/export-kind.js';
import type { Cell, Table } from '../../../src/domain/table.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { exportColumns, historyTable, tenantTable } from '../../../src/views/exports/tables.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, contoso, having, now, tenantBy } from '../../support/builders.js';

const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now };
const made = { context, roleNames: new Map<string, string>() };

async function* slicesOf<T>(...things: readonly T[]): AsyncGenerator<readonly T[]> {
  yield things;
}

async function rowsOf({ columns, slices }: Table): Promise<readonly Readonly<Record<string, Cell>>[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const slice of slices) rows.push(...slice);
  return rows.map((row) =>
    Object.fromEntries(columns.flatMap(({ title }, index) => (row[index] === undefined ? [] : [[title, row[index]]]))),
  );
}

const tenantRow = async (kind: Exclude<(typeof exportKinds)[number], 'history'>, ...tenants: readonly Tenant[]) =>
  rowsOf(tenantTable(kind, slicesOf(...tenants), made));

describe('a file with tenants', () => {
  it('has a row for each, with what a person sees of it', async () => {
    const tenant = { ...tenantBy.approved(), tags: ['vip', 'gold'] };
    const [row] = await tenantRow('tenants', tenant);
    assert.equal(row?.['Tenant ID'], contoso);
    assert.equal(row?.Status, en.statuses.approved);
    assert.equal(row?.Tags, 'vip, gold');
    assert.equal(row?.['Access template'], aTemplates().default);
    assert.deepEqual(row?.['Since (UTC)'], new Date(tenant.since));
    assert.equal(row?.['Enabled by'], alex.name);
  });

  it('has foreign text in one line', async () => {
    const tenant = { ...tenantBy.approved(), customer: { displayName: '\t=1+1\r\nContoso', domain: ' ' } };
    const [row] = await tenantRow('tenants', tenant);
    assert.equal(row?.Tenant, '=1+1 Contoso');
    assert.equal(row?.Domain, undefined);
  });
});

describe('a file with relationships', () => {
  it('has the id of one that is active, and not that of a request, which is its approval link', async () => {
    const [active] = await tenantRow('relationships', tenantBy.approved());
    assert.ok(active?.['Relationship ID']);
    const waiting = tenantBy.needsApproval();
    const id = waiting.onboarding?.relationship?.id ?? assert.fail('there’s no request');
    for (const kind of exportKinds.filter((each) => each !== 'history')) {
      const rows = await tenantRow(kind, waiting);
      assert.ok(!JSON.stringify(rows).includes(id), kind);
    }
    assert.equal((await tenantRow('relationships', waiting)).length, 1);
  });
});

describe('a file with access assignments', () => {
  it('has a row for each group', async () => {
    const tenant = tenantBy.approved();
    const rows = await tenantRow('assignments', tenant);
    assert.equal(rows.length, tenant.onboarding?.assignments?.length);
    assert.ok(rows.every((row) => row['Security group'] !== undefined && row['Assignment status'] === 'active'));
  });
});

describe('a file with leftover access', () => {
  it('has the tenants that aren’t managed and to which access is left, and no others', async () => {
    const left = having(tenantBy.approved(), { type: 'disabled', by: alex });
    const rows = await tenantRow('leftovers', tenantBy.approved(), left, tenantBy.notConfigured());
    assert.deepEqual(
      rows.map((row) => row['Leftover access']),
      ['Live access (GDAP)'],
    );
  });
});

describe('a file with history', () => {
  it('says what /history says, with its code, and names a forgotten tenant as its certificate does', async () => {
    const entry = { at: now, what: 'tagged', by: alex.id, tenantId: contoso, subject: 'tags +vip' };
    const known = { ...tenantBy.approved(), history: [{ at: now, what: 'tagged', by: alex }] };
    const rows = await rowsOf(
      historyTable(slicesOf({ entry, tenant: known }, { entry, formerName: 'Contoso of old' }), made),
    );
    assert.deepEqual(
      rows.map((row) => [row.Tenant, row.Event, row.Code, row.By]),
      [
        [known.customer.displayName, 'Tags changed: +vip', 'tagged', alex.name],
        ['Contoso of old', 'Tags changed: +vip', 'tagged', alex.id],
      ],
    );
  });
});

describe('the columns', () => {
  it('have a heading of their own in every language', () => {
    for (const language of languages) {
      const { columns } = wordsIn(language).exporting;
      for (const kind of exportKinds) {
        const headings = exportColumns[kind].map(({ key }) => columns[key]);
        assert.equal(new Set(headings).size, headings.length, `${language} ${kind}`);
      }
    }
  });

  it('are all in docs, by their keys, in their order', () => {
    const page = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
    for (const kind of exportKinds) {
      const keys = exportColumns[kind].map(({ key }) => `\`${key}\``).join(', ');
      assert.ok(page.includes(`| \`${kind}\` | ${keys} |`), `${kind}: ${keys}`);
    }
  });

  it('belong to a sheet with a name that a workbook may have', () => {
    for (const language of languages)
      for (const name of Object.values(wordsIn(language).exporting.kinds)) assert.match(name, /^[^[\]:*?/\\]{1,31}$/);
  });
});
