// The names that a misspelt search is close to, among ten thousand tenants too.

import assert from 'node:assert/strict';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { nearTenants } from '../../../src/operations/reads/near-tenants.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';
import { aCertificate } from '../../support/watched-request-builders.js';

const called = (displayName: string, domain = 'example.com', tenant: Tenant = tenantBy.notConfigured()): Tenant => ({
  ...tenant,
  tenantId: `id of ${displayName}`,
  customer: { displayName, domain },
});
const some = [
  called('Contoso Bakery'),
  called('Contoso'),
  called('Fabrikam Inc.', 'fabrikam-group.onmicrosoft.com'),
  called('Müller & Søn'),
  called('Woodgrove Bank AG'),
  called('日本商事'),
];
const near = (typed: string, tenants: readonly Tenant[] = some) =>
  nearTenants(typed, new TenantIndex(tenants).listed()).map(({ customer }) => customer.displayName);

describe('the tenants with a name like the search', () => {
  it('are one or two, the closest first, of those the shortest name', () => {
    assert.deepEqual(near('contso'), ['Contoso', 'Contoso Bakery']);
    assert.deepEqual(near('Fabrikan'), ['Fabrikam Inc.']);
    assert.deepEqual(near('mullr son'), ['Müller & Søn']);
    const alike = ['Contosa', 'Contose', 'Contosi'].map((name) => called(name));
    assert.equal(near('contoso', alike).length, 2);
  });

  it('are found by as many words of the name as were typed, and by the domain', () => {
    assert.deepEqual(near('wodgrove bank'), ['Woodgrove Bank AG']);
    assert.deepEqual(near('wodgrove'), ['Woodgrove Bank AG']);
    assert.deepEqual(near('fabrikan-group.onmicrosoft.com'), ['Fabrikam Inc.']);
    assert.deepEqual(near('megan@fabrikam-grup.onmicrosoft.com'), ['Fabrikam Inc.']);
  });

  it('are none for another word, for one too short to be wrong, and for an id', () => {
    for (const typed of ['', ' ', 'co', 'tailspin', '10000000-0000-4000-8000-000000000009', 'x'.repeat(200)])
      assert.deepEqual(near(typed), [], typed);
  });

  it('of ten thousand take a few milliseconds', () => {
    const index = new TenantIndex(
      Array.from({ length: 10_000 }, (_, number) =>
        called(`Contoso Manufacturing ${number}`, `contoso${number}.example`),
      ),
    );
    const times = Array.from({ length: 7 }, () => {
      const before = process.cpuUsage();
      assert.equal(nearTenants('contso manufacturng', index.listed()).length, 2);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    // The quickest, once the code is warm.
    assert.ok(Math.min(...times) < 100, `${times.map(Math.round)} ms`);
  });
});

describe('a search that matches no tenant in the list', () => {
  const list = (store: MemoryStore) => aTenantList(store);
  const certificate = aCertificate({ tenantName: 'Contoso' });

  it('is told apart from one that does, whatever the status', () => {
    const tenants = list(new MemoryStore({ tenants: [...some], certificates: [certificate] }));
    const elsewhere = (search: string) => tenants.page({ search, status: 'approved', page: 1 }).elsewhere;
    for (const search of ['', '  ', 'contoso', 'woodgrove']) assert.equal(elsewhere(search), undefined, search);
    assert.deepEqual(elsewhere('contso')?.near.length, 2);
    assert.deepEqual(elsewhere(certificate.id)?.certificates, [certificate]);
  });

  it('knows the certificate from the moment that it is issued', async () => {
    const store = new MemoryStore({ tenants: [{ ...some[1], tenantId: certificate.tenantId } as Tenant] });
    const tenants = list(store);
    const certificates = () => tenants.page({ search: 'contoso', page: 1 }).elsewhere?.certificates;
    assert.equal(certificates(), undefined);
    await store.commit({ certificates: [certificate], forgottenTenantIds: [certificate.tenantId] });
    assert.deepEqual(certificates(), [certificate]);
  });
});
