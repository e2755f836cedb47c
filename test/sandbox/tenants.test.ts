// Tenants that may be no customers: who Entra and Graph say they are, and how they become some.
import assert from 'node:assert/strict';
import {
  type Answer,
  Bench,
  type GraphFault,
  ids,
  type Page,
  type PartnerCenterFault,
  relationships,
} from './bench.js';

const tailwind = '10000000-0000-4000-a000-000000000001';

describe('a tenant', () => {
  let bench: Bench;
  before(async () => {
    bench = await Bench.open({ hasFormerCustomers: true });
  });
  after(() => bench.close());

  type Metadata = Record<string, string>;
  const discover = (tenant: string): Promise<Answer<Metadata>> =>
    bench.ask('GET', `/${tenant}/v2.0/.well-known/openid-configuration`);
  const information = (call: string) => bench.graph<Metadata & GraphFault>('GET', call);

  it('is found by its domains and its id, without signing in', async () => {
    for (const name of ['tailwindtraders.onmicrosoft.com', 'TailwindTraders.example.com', tailwind]) {
      const { status, body } = await discover(name);
      assert.equal(status, 200);
      assert.equal(body.issuer, `${bench.sandbox.url}/${tailwind}/v2.0`);
      assert.equal(body.token_endpoint, `${bench.sandbox.url}/${tailwind}/oauth2/v2.0/token`);
    }
    assert.match((await discover('northbridge.onmicrosoft.com')).body.issuer ?? '', /aaaaaaaa/);
  });

  it('is not found by another name', async () => {
    const unknown = await discover('nobody.example.com');
    assert.equal(unknown.status, 400);
    assert.equal(unknown.body.error, 'invalid_tenant');
    assert.match(unknown.body.error_description ?? '', /AADSTS90002/);
    assert.match((await discover('no%20body')).body.error_description ?? '', /AADSTS900023/);
  });

  it('has its name told where there’s a consent for that', async () => {
    const call = `findTenantInformationByTenantId(tenantId='${tailwind}')`;
    const { status, body } = await information(call);
    assert.equal(status, 200);
    assert.equal(body.displayName, 'Tailwind Traders');
    assert.equal(body.defaultDomainName, 'tailwindtraders.onmicrosoft.com');
    assert.equal(body.tenantId, tailwind);
    const byDomain = "findTenantInformationByDomainName(domainName='fabrikam.example.com')";
    assert.equal((await information(byDomain)).body.tenantId, ids.fabrikam);
    const none = ids.fabrikam.replace('1', '7');
    assert.equal((await information(`findTenantInformationByTenantId(tenantId='${none}')`)).status, 404);
    assert.equal((await information("findTenantInformationByTenantId(tenantId='fabrikam')")).status, 400);
    bench.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All'] });
    bench.forgetTokens();
    assert.equal((await information(call)).status, 403);
    assert.equal((await bench.graph('GET', relationships)).status, 200);
  });

  it('is on no list, and on Graph’s once it has approved', async () => {
    const customers = async () =>
      (await bench.graph<Page>('GET', 'delegatedAdminCustomers')).body.value.map(({ id }) => id);
    const sold = await bench.partnerCenter<{ items: { id: string }[] }>('GET', 'customers');
    assert(!sold.body.items.some(({ id }) => id === tailwind));
    assert(!(await customers()).includes(tailwind));
    const id = bench.sandbox.controls.addRelationship({
      tenantId: tailwind,
      displayName: 'Tailwind',
      status: 'approvalPending',
    });
    assert(!(await customers()).includes(tailwind));
    bench.sandbox.controls.approve(id);
    assert((await customers()).includes(tailwind));
    const alone = await bench.partnerCenter<PartnerCenterFault>('GET', `customers/${tailwind}`);
    assert.equal(alone.body.code, '20002');
  });
});

describe('customers with access', () => {
  after(() => Bench.closeAll());

  it('are listed by Graph in pages', async () => {
    const bench = await Bench.open({ customers: 2017, growth: 'withAccess' });
    const pages: number[] = [];
    const seen = new Set<string>();
    for (let next: string | undefined = '/v1.0/tenantRelationships/delegatedAdminCustomers'; next; ) {
      const { body }: { body: Page } = await bench.ask<Page>('GET', next, { token: await bench.token('graph') });
      pages.push(body.value.length);
      for (const { id } of body.value) seen.add(id);
      next = body['@odata.nextLink'];
    }
    assert.equal(pages[0], 300);
    assert.equal(pages.length, 2);
    assert.equal(seen.size, pages[0] + (pages[1] ?? 0));
  });
});

describe('an indirect reseller', () => {
  after(() => Bench.closeAll());

  it('is one by a switch on the page, and is refused by Partner Center alone', async () => {
    const bench = await Bench.open();
    const press = async (isOn: boolean) => {
      const { headers } = await bench.ask('POST', '/sandbox/behaviour', {
        body: new URLSearchParams({ indirectReseller: String(isOn), back: '/' }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      return (await fetch(bench.sandbox.url + headers.get('location'))).text();
    };
    assert.match(await press(true), /refuses everything, as to an indirect reseller.*Become a direct partner/s);
    assert.equal((await bench.partnerCenter('GET', 'customers')).status, 403);
    assert.equal((await bench.graph('GET', relationships)).status, 200);
    assert.match(await press(false), /<strong>answers<\/strong>.*Become an indirect reseller/s);
    assert.equal((await bench.partnerCenter('GET', 'customers')).status, 200);
  });
});
