// Typed text finds what it stands for, however it's spelled, and confirms nothing else.
import assert from 'node:assert/strict';
import { foldText } from '../../src/domain/folding.js';
import { listTenants } from '../../src/domain/tenant/list.js';
import { newTenant, type Tenant } from '../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../src/domain/tenant/tenant-index.js';
import { confirmationName, isNameTyped } from '../../src/views/offboarding/confirmation-name.js';
import { now } from '../support/builders.js';

const names = [
  "O'Brien & Söhne",
  'Contoso – Nord',
  'Contoso',
  'Straße GmbH',
  'Łódź Sp. z o.o.',
  "L'Atelier",
  'Ærø Øl',
  'Œuvre',
  'Þór Đorđe Ísafjörður',
  'İstanbul Işık',
  "Margie's Travel",
  'T-Systems',
  '株式会社コントソ',
  '🙂',
  '---',
];
const tenants: readonly Tenant[] = names.map((displayName, index) => {
  const id = `10000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`;
  return newTenant(id, { displayName, domain: `c${index}.onmicrosoft.com` }, now);
});
const index = new TenantIndex(tenants);
const found = (search: string) => {
  const { rows } = listTenants(index, { search, page: 1 });
  return rows.map(({ customer }) => customer.displayName).sort();
};

describe('a search finds', () => {
  for (const [typed, ...meant] of [
    ['o’brien', "O'Brien & Söhne"],
    ['obrien', "O'Brien & Söhne"],
    ['O`Brien', "O'Brien & Söhne"],
    ['brien & sohne', "O'Brien & Söhne"],
    ['contoso - nord', 'Contoso – Nord'],
    ['contoso-nord', 'Contoso – Nord'],
    ['contoso nord', 'Contoso – Nord'],
    ['contosonord', 'Contoso – Nord'],
    ['"contoso"', 'Contoso', 'Contoso – Nord'],
    ['„Contoso“', 'Contoso', 'Contoso – Nord'],
    ['contoso.', 'Contoso', 'Contoso – Nord'],
    ['ｃｏｎｔｏｓｏ', 'Contoso', 'Contoso – Nord'],
    [' conto\u00ADso\u200B ', 'Contoso', 'Contoso – Nord'],
    ['strasse', 'Straße GmbH'],
    ['STRASSE', 'Straße GmbH'],
    ['STRAẞE', 'Straße GmbH'],
    ['lodz', 'Łódź Sp. z o.o.'],
    ['Łódź Sp. z o.o.', 'Łódź Sp. z o.o.'],
    ['l’atelier', "L'Atelier"],
    ['atelier', "L'Atelier"],
    ['aero ol', 'Ærø Øl'],
    ['oeuvre', 'Œuvre'],
    ['thor dorde isafjordur', 'Þór Đorđe Ísafjörður'],
    ['istanbul isik', 'İstanbul Işık'],
    ['margie’s travel', "Margie's Travel"],
    ['Margies Travel', "Margie's Travel"],
    ['tsystems', 'T-Systems'],
    ['t systems', 'T-Systems'],
    ['コントソ', '株式会社コントソ'],
    ['ｺﾝﾄｿ', '株式会社コントソ'],
    ['🙂', '🙂'],
    ['admin@c1.onmicrosoft.com', 'Contoso – Nord'],
    ['Admin@C1.OnMicrosoft.com', 'Contoso – Nord'],
    ['<mailto:admin@c1.onmicrosoft.com>', 'Contoso – Nord'],
    ['c1.onmicrosoft.com', 'Contoso – Nord'],
    ['https://c1.onmicrosoft.com/', 'Contoso – Nord'],
    ['10000000-0000-4000-8000-000000000001', 'Contoso – Nord'],
    ['{10000000-0000-4000-8000-000000000001}', 'Contoso – Nord'],
    ['10000000000040008000000000000001', 'Contoso – Nord'],
  ]) {
    it(`${JSON.stringify(typed)}: ${meant.join(', ')}`, () => {
      assert.deepEqual(found(typed ?? ''), meant.sort());
    });
  }

  it('everything when nothing was typed, and nothing for signs that are in no name', () => {
    assert.equal(found(' \u200B ').length, 10);
    assert.deepEqual(found('???'), []);
    assert.deepEqual(found('com'), []);
    assert.deepEqual(found('admin@microsoft.com'), []);
    assert.deepEqual(found('Sp. z o.o. Nord'), []);
  });
});

describe('a name that is typed to confirm', () => {
  const named = (displayName: string) => ({ tenantId: 'a-tenant', customer: { displayName, domain: '' } });

  it('is the tenant’s, whatever quotes, dashes, accents and white space it is typed with', () => {
    for (const [typed, name] of [
      ['Margie’s Travel', "Margie's Travel"],
      ['margies travel', "Margie's Travel"],
      ['contoso - nord', 'Contoso – Nord'],
      ['Strasse GmbH', 'Straße GmbH'],
      ['lodz sp. z o.o.', 'Łódź Sp. z o.o.'],
      ['ＣＯＮＴＯＳＯ', 'Contoso'],
    ] as const) {
      assert.ok(isNameTyped(typed, named(name)), typed);
    }
  });

  it('is not another one, and not a part of it', () => {
    for (const typed of ['Margie', 'Margies Travels', "Margie'sTravel"]) {
      assert.equal(isNameTyped(typed, named("Margie's Travel")), false, typed);
    }
  });

  it('is never confirmed by nothing, or by other signs, where it has neither letter nor digit', () => {
    for (const name of ['🙂', '---', '’’', '"', '']) {
      for (const typed of ['', ' ', '\u200B', '!', '\u00AD', '.'])
        assert.equal(isNameTyped(typed, named(name)), false, `${name} by ${typed}`);
      assert.ok(isNameTyped(confirmationName(named(name)), named(name)), name);
    }
  });
});

describe('folding', () => {
  it('comes to nothing only for what is invisible, and folding twice changes nothing', () => {
    for (const text of [...names, 'ǅ ﬃ ½ ①', '´', '¨', '\u0301', 'कि', 'مُحَمَّد', "'"]) {
      assert.notEqual(foldText(text), '', text);
      assert.equal(foldText(foldText(text)), foldText(text), text);
    }
    assert.equal(foldText(' \u200B\n'), '');
  });
});

describe('two tenants whose names fold to the same', () => {
  const called = (tenantId: string, displayName: string) => ({ tenantId, customer: { displayName, domain: '' } });
  const sharp = called('sharp', 'C# Ltd');
  const plus = called('plus', 'C++ Ltd');

  it('are told apart by who types the name of one as it is written', () => {
    assert.ok(isNameTyped('c#  ltd', sharp, [sharp, plus]));
    assert.ok(!isNameTyped('C++ Ltd', sharp, [sharp, plus]), 'that is the name of the other');
    assert.ok(isNameTyped('c ltd', sharp, [sharp, plus]), 'that is nobody’s name as it is written');
  });

  it('are both meant where they are called the same', () => {
    const twin = called('twin', 'C# Ltd');
    assert.ok(isNameTyped('C# Ltd', sharp, [twin, sharp]));
  });
});
