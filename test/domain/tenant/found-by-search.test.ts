// A search that looks at a few tenants finds those that looking at each of them finds, whatever has changed before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchFor, searchWords } from '../../../src/domain/search.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { tenantBy } from '../../support/builders.js';

const idOf = (number: number) => `20000000-0000-4000-8000-${String(number * 7919).padStart(12, '0')}`;

const aWord = fc.constantFrom(
  'Contoso',
  'Fabrikam',
  'Ärzte',
  'Straße',
  "O'Brien",
  'Nord',
  'T-Systems',
  '株式会社',
  '---',
  '42',
);
const aTenant = fc.record({
  number: fc.integer({ min: 0, max: 60 }),
  displayName: fc.array(aWord, { maxLength: 3 }).map((words) => words.join(' ')),
  domain: fc.constantFrom(
    '',
    'contoso.com',
    'mail.contoso.com',
    'fabrikam-nord.onmicrosoft.com',
    'xn--rzte-koa.example',
  ),
  formerCustomer: fc.constantFrom(undefined, true),
  isGone: fc.boolean(),
});

/** A part of what a tenant is called, as people type it. */
const typed = fc
  .record({ of: aTenant, from: fc.nat(40), length: fc.integer({ min: 1, max: 40 }), how: fc.nat(4) })
  .map(({ of: { number, displayName, domain }, from, length, how }) => {
    const whole = [displayName, domain, idOf(number), `megan@${domain}`, displayName.replaceAll(' ', '')][how] ?? '';
    const start = whole.length === 0 ? 0 : from % whole.length;
    return whole.slice(start, start + length);
  });

const idsIn = (rows: readonly { readonly tenant: Tenant }[]) => rows.map(({ tenant: { tenantId } }) => tenantId);

describe('a search in the index of tenants', () => {
  it('finds what a search through all of them finds, in the same order', () => {
    let found = 0;
    const batches = fc.array(fc.array(aTenant, { maxLength: 12 }), { minLength: 1, maxLength: 6 });
    const property = fc.property(batches, fc.array(typed, { minLength: 5, maxLength: 15 }), (drawn, searches) => {
      const index = new TenantIndex([]);
      for (const batch of drawn) {
        const changed = new Map(
          batch.map(({ number, displayName, domain, formerCustomer, isGone }) => {
            const tenantId = idOf(number);
            const customer = { displayName, domain };
            const tenant: Tenant = { ...tenantBy.approved(), tenantId, customer, formerCustomer };
            return [tenantId, isGone ? undefined : tenant] as const;
          }),
        );
        index.update([...changed]);
        for (const text of searches) {
          const search = searchFor(text);
          if (!search) continue;
          const { listed, former } = index.matches(search);
          const isMatch = ({ tenant }: { readonly tenant: Tenant }) => search.isMatch(searchWords(tenant));
          assert.deepEqual(idsIn(listed), idsIn(index.listed().filter(isMatch)), text);
          assert.deepEqual(idsIn(former), idsIn(index.former.filter(isMatch)), text);
          found += listed.length + former.length;
        }
      }
    });
    fc.assert(property, { numRuns: 100 });
    assert.ok(found > 1000, `${found} found`);
  });

  it('finds each of two tenants of one customer object by its own id', () => {
    const customer = { displayName: 'Contoso', domain: 'contoso.com' };
    const ids = [idOf(1), idOf(2)];
    const index = new TenantIndex(ids.map((tenantId) => ({ ...tenantBy.approved(), tenantId, customer })));
    for (const id of ids) {
      const search = searchFor(id);
      assert.ok(search);
      assert.deepEqual(idsIn(index.matches(search).listed), [id]);
    }
  });

  it('looks at a few of thirty thousand: a fifth of the time of looking at each, at most', () => {
    const approved = tenantBy.approved();
    const index = new TenantIndex(
      Array.from({ length: 30_000 }, (_, number) => ({
        ...approved,
        tenantId: idOf(number),
        customer: { displayName: `Contoso ${number * 31}`, domain: `c${number}.example` },
      })),
    );
    const searches = Array.from({ length: 20 }, (_, number) => searchFor(`contoso ${(number + 1000) * 31}`)).flatMap(
      (search) => search ?? [],
    );
    const timed = (found: (search: (typeof searches)[number]) => readonly unknown[]) => {
      const start = performance.now();
      for (const search of searches) assert.ok(found(search).length > 0);
      return performance.now() - start;
    };
    // In turns, and of each the fastest: the machine may be busy with something else at any time.
    const rounds = Array.from({ length: 5 }, () => ({
      few: timed((search) => index.matches(search).listed),
      each: timed(({ isMatch }) => index.listed().filter(isMatch)),
    }));
    const [few, each] = [Math.min(...rounds.map(({ few }) => few)), Math.min(...rounds.map(({ each }) => each))];
    assert.ok(few < each / 5, `${few} ms, ${each} ms`);
  });
});
