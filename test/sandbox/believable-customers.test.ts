// A sandbox as large as a real partner: who its customers are, and how they stand.
import assert from 'node:assert/strict';
import { believableCustomer } from '../../src/sandbox/world/believable-customers.js';
import { company } from '../../src/sandbox/world/company-names.js';
import { Bench, ids } from './bench.js';

const numbers = Array.from({ length: 5000 }, (_, index) => index + 18);

describe('companies', () => {
  it('have a name and a domain that no other has', () => {
    const companies = Array.from({ length: 20_000 }, (_, n) => company(n));
    assert.equal(new Set(companies.map(({ name }) => name)).size, companies.length);
    assert.equal(new Set(companies.map(({ domain }) => domain)).size, companies.length);
    for (const { domain } of companies) assert.match(domain, /^[a-z0-9]{3,60}$/);
  });

  it('are of several languages, with the letters of each', () => {
    const first = Array.from({ length: 100 }, (_, n) => company(n));
    for (const letter of ['ß', 'é', 'ñ', 'ł', 'å'])
      assert(
        first.some(({ name }) => name.toLowerCase().includes(letter)),
        letter,
      );
    assert.equal(new Set(first.map(({ culture }) => culture)).size, 6);
  });
});

describe('believable customers', () => {
  const all = numbers.map(believableCustomer);
  const active = all.flatMap(({ relationship, onboarded }) =>
    relationship?.status === undefined && relationship && onboarded ? [relationship] : [],
  );
  const share = (some: readonly unknown[], of: readonly unknown[] = all) => Math.round((100 * some.length) / of.length);

  it('are onboarded for the most part, wait for a decision here and there, and are untouched in one case of seven', () => {
    assert.equal(share(active), 77);
    assert.equal(share(all.filter(({ relationship }) => relationship?.status === 'approvalPending')), 7);
    assert.equal(share(all.filter(({ onboarded }) => !onboarded)), 15);
  });

  it('end their access on days of two years', () => {
    const days = new Set(active.map(({ activatedDaysAgo = 0 }) => 730 - activatedDaysAgo));
    assert(days.size > 690);
    assert(Math.min(...days) >= 2 && Math.max(...days) <= 730);
  });

  it('have Global Administrator in a few places, where nothing is extended', () => {
    const global = active.filter(({ roles }) => roles?.includes(ids.globalAdministrator));
    assert.equal(share(global, active), 6);
    assert(global.every(({ autoExtendDuration }) => autoExtendDuration !== 'P180D'));
  });

  it('are the same every time, and made at the start in a moment', async () => {
    assert.deepEqual(believableCustomer(4711), believableCustomer(4711));
    const bench = await Bench.open({ customers: 60, growth: 'believable' });
    const tenants = bench.sandbox.openingScene;
    assert.equal(tenants.length, 13 + [...numbers.slice(0, 43)].filter((n) => believableCustomer(n).onboarded).length);
    await bench.close();
  });
});
