// What the list says where a search leads to nothing, in every language, and to whom.

import assert from 'node:assert/strict';
import type { IssuedCertificate } from '../../../src/domain/offboarding/certificate.js';
import type { QueryPage } from '../../../src/domain/query/query-page.js';
import type { ListQuery } from '../../../src/domain/tenant/list.js';
import { newTenant, type Tenant } from '../../../src/domain/tenant/tenant.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { tenantListView } from '../../../src/views/tenant/tenant-list.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, parts, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { MemoryStore } from '../../support/memory-store.js';
import { aCertificate } from '../../support/watched-request-builders.js';

const golden = goldenIn('empty-list');
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now, role: 'admin' };
const nasty = '**Contoso** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}';
const departed = (number: number, tenantName = 'Tailspin Toys') =>
  aCertificate({ id: `50000000-0000-4000-8000-00000000000${number}`, tenantName });
const called = (number: number, displayName: string, tenant: Tenant = tenantBy.notConfigured()): Tenant => ({
  ...tenant,
  tenantId: `20000000-0000-4000-8000-00000000000${number}`,
  customer: { displayName, domain: `c${number}.onmicrosoft.com` },
});
const customers = [
  called(1, 'Contoso', tenantBy.needsApproval()),
  called(2, 'Contoso Bakery'),
  called(3, 'Contoso Hotels'),
  called(4, nasty),
];

function page(
  query: Partial<ListQuery>,
  certificates: readonly IssuedCertificate[] = [],
  more: readonly Tenant[] = [],
) {
  const store = new MemoryStore({ tenants: [...customers, ...more], certificates });
  return aTenantList(store).page({ search: '', page: 1, ...query });
}
const former = {
  ...newTenant('20000000-0000-4000-8000-000000000009', { displayName: 'Tailspin', domain: 'tailspin.example' }, now),
  formerCustomer: true as const,
};
const pages: Readonly<Record<string, QueryPage>> = {
  'matches of other statuses': page({ search: 'contoso', status: 'approved' }),
  'one certificate': page({ search: 'tailspin' }, [departed(1)]),
  'two certificates': page({ search: 'tailspin' }, [departed(1), departed(2)]),
  'a former customer and a certificate': page({ search: 'tailspin' }, [departed(1)], [former]),
  'two names that are near': page({ search: 'contso' }),
  'one name that is near': page({ search: 'bakerie' }),
  'nothing at all': page({ search: 'woodgrove' }),
  'a key that is close': page({ search: 'bakery staus:aproved' }),
  'a key that is none': page({ search: 'colour:red' }),
  'a status that is none': page({ search: 'status:everything' }),
  'a tag that no one has': page({ search: '-tag:gold' }),
  'no date': page({ search: 'ends<31.2.2027' }),
  'a value that is missing': page({ search: 'dap: ' }),
};

describe('the list where a search finds nothing', () => {
  for (const language of languages) {
    it(`says where to look, in ${language}`, () => {
      for (const [what, each] of Object.entries(pages)) {
        const card = tenantListView(each, { ...context, words: wordsIn(language) });
        if (language === 'en') assertGoodCard(card);
        golden(`${language}: ${what}`, card);
      }
    });
  }

  it('has each status with a match one click away', () => {
    const card = tenantListView(page({ search: 'contoso', status: 'approved' }), context);
    for (const filter of ['needsApproval', 'notConfigured'] as const)
      assert.ok(buttonFor(card, { verb: 'tenants.list', data: { filter } }), filter);
    assert.ok(!buttonFor(card, { verb: 'tenants.list', data: { filter: 'issuesFound' } }));
  });

  it('speaks of a certificate only to an admin in their own chat', () => {
    const found = page({ search: 'tailspin' }, [departed(1)]);
    for (const role of ['viewer', 'operator', undefined] as const) {
      const card = tenantListView(found, { ...context, role });
      assert.ok(!textOf(card).includes('/certificate'), role);
      assert.ok(textOf(card).includes(en.tenantList.empty.noMatch));
      assert.equal(buttonFor(card, 'offboarding.show'), undefined);
    }
    const data = { tenantId: departed(1).tenantId, offboardingId: departed(1).id };
    assert.ok(buttonFor(tenantListView(found, context), { verb: 'offboarding.show', data }));
  });

  it('opens the tenant whose name is near', () => {
    const card = tenantListView(page({ search: 'contso' }), context);
    for (const { tenantId } of customers.slice(0, 2))
      assert.ok(buttonFor(card, { verb: 'tenant.open', data: { tenantId } }), tenantId);
  });

  it('is one click from the query that was meant, and from how to search', () => {
    const card = tenantListView(page({ search: 'bakery staus:aproved' }), context);
    const query = 'bakery status:approved';
    assert.ok(buttonFor(card, { verb: 'tenants.list', data: { query } }));
    assert.ok(buttonFor(card, 'search.help'));
    assert.ok(!textOf(card).includes(en.tenantList.empty.noMatch));
  });

  it('is one click from all tenants, whatever was searched for, and has no such button once there are rows', () => {
    const all = { verb: 'tenants.list', data: { query: '', filter: 'any' } } as const;
    for (const [what, each] of Object.entries(pages)) {
      const isSearch = each.query.search !== '';
      assert.equal(buttonFor(tenantListView(each, context), all) !== undefined, isSearch, what);
    }
    assert.equal(buttonFor(tenantListView(page({ search: 'contoso' }), context), all), undefined);
  });

  it('offers no name before anything was read', () => {
    const card = tenantListView(page({ search: 'contso' }), { ...context, asOf: undefined });
    assert.ok(textOf(card).includes(en.tenantList.empty.reading));
    assert.equal(buttonFor(card, 'tenant.open'), undefined);
  });

  it('shows foreign text as it is', () => {
    const typed = `${nasty.replace('Contoso', 'Contosso')}`;
    for (const each of [
      page({ search: typed }),
      page({ search: typed }, [departed(1, typed)]),
      page({ search: nasty, status: 'approved' }),
    ]) {
      const card = tenantListView(each, context);
      assertGoodCard(card);
      const blocks = [...parts(card)].filter(({ type }) => type === 'TextBlock');
      assert.ok(!blocks.some(({ text }) => String(text).includes('evil.example')));
      const [run] = [...parts(card)].filter(({ type, text }) => type === 'TextRun' && String(text).includes('evil'));
      assert.ok(run && !String(run.text).includes('{{'), JSON.stringify(run));
    }
  });
});
