// What rows come to: which tenants change and how, and why a line can't be taken.
import assert from 'node:assert/strict';
import type { CandidateOwner } from '../../../src/domain/batch/import-columns.js';
import { hasHeadings, type ImportDeps, ImportReader } from '../../../src/domain/batch/tenant-import.js';
import { foldText } from '../../../src/domain/folding.js';
import { mostTags } from '../../../src/domain/tag.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTenant, having, megan } from '../../support/builders.js';

const named = (tenantId: string, displayName: string, tags: readonly string[] = []): Tenant => {
  const tenant = { ...aTenant(), tenantId, customer: { displayName, domain: `${tenantId}.example` } };
  return tags.length === 0 ? tenant : having(tenant, { type: 'tagged', by: alex, added: tags, removed: [] });
};
const full = Array.from({ length: mostTags }, (_, number) => `tag-${number}`);
const owned = having(named('d', 'Owned'), { type: 'ownershipTaken', by: alex });
const tenants = [
  named('a', 'Contoso', ['vip']),
  named('b', 'Twins'),
  named('c', 'Twins'),
  owned,
  named('e', 'Full', full),
];
const twins = [alex, megan].map((each) => ({ ...each, mayOwn: 'yes' as const }));
const deps: ImportDeps = {
  headings: new Map([
    ['tenant', 'tenant'],
    ['tenant id', 'tenantId'],
    ['tags', 'tags'],
    ['owner', 'owner'],
    ['access template', 'template'],
    ['status', 'other'],
  ]),
  names: {
    byId: (id) => tenants.find(({ tenantId }) => tenantId === id),
    named: new Map([
      ['contoso', tenants.slice(0, 1)],
      ['twins', tenants.slice(1, 3)],
      ['owned', tenants.slice(3, 4)],
      ['full', tenants.slice(4)],
    ]),
  },
  templates: new Set(['standard', 'Gold & more']),
  templateOf: ({ onboarding, template }) => onboarding?.template ?? template ?? 'standard',
  people: new Map<string, readonly CandidateOwner[]>([
    ['alex wilber', [{ ...alex, mayOwn: 'yes' }]],
    [foldText(megan.id), [{ ...megan, mayOwn: 'yes' }]],
    ['megan bowen', [{ ...megan, mayOwn: 'yes' }]],
    ['twin', twins],
    ['nestor wilke', [{ id: 'nestor', name: 'Nestor Wilke', mayOwn: 'unknown' }]],
    ['debra berger', [{ id: 'debra', name: 'Debra Berger', mayOwn: 'no' }]],
  ]),
  by: alex,
  mayTakeOver: 'no',
};
const headings = { line: 1, cells: ['Tenant ID', 'Tenant', 'Tags', 'Access template', 'Owner', 'Status'] };
const read = (...rows: readonly (readonly string[])[]) => readWith(deps, ...rows);
const readWith = (given: ImportDeps, ...rows: readonly (readonly string[])[]) => {
  const reader = new ImportReader(headings, given);
  for (const [at, cells] of rows.entries()) reader.take({ line: at + 2, cells });
  return reader.result;
};
const faultOf = (...cells: readonly string[]) => read(cells).bad[0]?.fault;

describe('rows of an import', () => {
  it('change the tenant that they name, by id before name', () => {
    const { changes, bad } = read(['B', 'Contoso', 'Gold'], ['', 'CONTOSO', 'gold, -vip']);
    assert.deepEqual(bad, []);
    assert.deepEqual(changes, [
      { tenantId: 'b', change: { tags: { added: ['gold'], removed: [] } } },
      { tenantId: 'a', change: { tags: { added: ['gold'], removed: ['vip'] } } },
    ]);
  });

  it('choose an access template and say who looks after it, by name or Entra object id, in one line', () => {
    const { changes, bad } = read(
      ['a', '', '', 'Gold & more', megan.id],
      ['b', '', '', '', 'MEGAN Bowen'],
      ['c', '', '', 'standard', ''],
    );
    assert.deepEqual(bad, []);
    assert.deepEqual(changes, [
      { tenantId: 'a', change: { template: 'Gold & more', owner: megan } },
      { tenantId: 'b', change: { owner: megan } },
    ]);
  });

  it('give a tenant that someone else looks after to a person only for an admin', () => {
    const line = ['d', '', '', '', 'Megan Bowen'];
    const theirs = { ...deps, by: { id: 'debra', name: 'Debra Berger' } };
    assert.deepEqual(readWith(theirs, line).bad, [{ line: 2, fault: { is: 'ownedByOther', given: 'Alex Wilber' } }]);
    const { changes, bad } = readWith({ ...theirs, mayTakeOver: 'yes' }, line);
    assert.deepEqual([changes, bad], [[{ tenantId: 'd', change: { owner: megan } }], []]);
    const unread = readWith({ ...theirs, mayTakeOver: 'unknown' }, line).bad;
    assert.deepEqual(unread, [{ line: 2, fault: { is: 'askerNotChecked', given: 'Alex Wilber' } }]);
  });

  it('say of a person whose groups can’t be read that they weren’t checked, and not that they may not', () => {
    assert.deepEqual(faultOf('b', '', '', '', 'Nestor Wilke'), { is: 'ownerNotChecked', given: 'Nestor Wilke' });
    assert.deepEqual(faultOf('b', '', '', '', 'Debra Berger'), { is: 'mayNotOwn', given: 'Debra Berger' });
  });

  it('change nothing where they say what is so, or say nothing', () => {
    const { changes, unchanged, bad } = read(['', 'Contoso', 'vip', 'standard'], ['', 'Owned', '', '', 'Alex Wilber']);
    assert.deepEqual([changes, unchanged, bad], [[], 2, []]);
  });

  it('change nothing where they name who looks after it, though others are called so too', () => {
    const others = { ...deps, people: new Map([['alex wilber', twins]]) };
    const { changes, unchanged, bad } = readWith(others, ['', 'Owned', '', '', 'ALEX Wilber']);
    assert.deepEqual([changes, unchanged, bad], [[], 1, []]);
  });

  it('are read by the first of two columns of a name', () => {
    const reader = new ImportReader({ line: 1, cells: ['Tenant ID', 'Tags', 'TAGS'] }, deps);
    reader.take({ line: 2, cells: ['b', 'gold', 'silver'] });
    assert.deepEqual(reader.result.changes, [{ tenantId: 'b', change: { tags: { added: ['gold'], removed: [] } } }]);
  });

  it('count once for a tenant: what comes again is told with the line of the first', () => {
    const { changes, bad } = read(['a', '', 'gold'], ['', 'contoso', 'silver']);
    assert.equal(changes.length, 1);
    assert.deepEqual(bad, [{ line: 3, fault: { is: 'twice', first: 2 } }]);
  });

  for (const [cells, fault] of [
    [['', '', 'vip'], { is: 'noTenant' }],
    [['x', 'Contoso', 'vip'], { is: 'unknownTenant', given: 'x' }],
    [['', 'Twins', 'vip'], { is: 'ambiguous', given: 'Twins' }],
    [['a', '', 'v!p gold'], { is: 'notTags', given: 'v!p' }],
    [['e', '', 'one-more'], { is: 'tooManyTags' }],
    [['a', '', 'gold', 'nowhere'], { is: 'unknownTemplate', given: 'nowhere' }],
    [['a', '', 'gold', 'gold & more'], { is: 'unknownTemplate', given: 'gold & more' }],
    [['a', '', 'gold', '', 'Nobody Known'], { is: 'unknownOwner', given: 'Nobody Known' }],
    [['a', '', 'gold', '', 'Twin'], { is: 'ambiguousOwner', given: 'Twin' }],
    [['a', '', 'gold', '', 'Debra Berger'], { is: 'mayNotOwn', given: 'Debra Berger' }],
  ] as const)
    it(`change nothing, and say why: ${fault.is}`, () => {
      assert.deepEqual(faultOf(...cells), fault);
      assert.deepEqual(read(cells).changes, []);
    });

  it('are told of a column that means nothing, and need one for the tenant and one about it', () => {
    const reader = new ImportReader({ line: 1, cells: ['Tenant', 'Colour'] }, deps);
    assert.deepEqual(reader.result.bad, [{ line: 1, fault: { is: 'unknownColumn', given: 'Colour' } }]);
    for (const [cells, is] of [
      [['Tenant', 'TAGS'], true],
      [['Tenant', 'Owner'], true],
      [['Tenant', 'access template'], true],
      [['Tenant', 'Status'], false],
      [['Tags'], false],
    ] as const)
      assert.equal(hasHeadings([{ line: 1, cells }], deps), is);
  });
});
