// What Partner Center says about customers and their purchases.
import assert from 'node:assert/strict';
import { Bench, ids, type PartnerCenterFault } from './bench.js';

interface Customer {
  readonly id: string;
  readonly companyProfile: { readonly companyName: string; readonly domain: string; readonly email?: string };
  readonly relationshipToPartner: string;
  readonly allowDelegatedAccess?: boolean;
  readonly customDomains?: string[];
}
interface Collection<T> {
  readonly totalCount: number;
  readonly items: T[];
  readonly continuationToken?: string;
  readonly links: { readonly next?: { uri: string; headers: { key: string; value: string }[] } };
}
interface Subscription {
  readonly id: string;
  readonly offerId: string;
  readonly status: string;
  readonly attributes: { readonly etag: string };
}

describe('Partner Center', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const get = <T>(path: string, headers: Record<string, string> = {}) =>
    bench.partnerCenter<T>('GET', path, { headers });
  const list = (query: string, headers?: Record<string, string>) =>
    get<Collection<Customer>>(`customers${query}`, headers);
  const fault = (path: string, headers?: Record<string, string>) => get<PartnerCenterFault>(path, headers);

  describe('the list of customers', () => {
    it('holds every customer, without a word about delegated admin', async () => {
      const { body } = await list('?size=500');
      assert.equal(body.totalCount, 17);
      assert.equal(body.items.length, 17);
      assert.equal(body.continuationToken, undefined);
      assert.equal(body.links.next, undefined);
      assert(body.items.every((one) => one.relationshipToPartner === 'reseller' && !('allowDelegatedAccess' in one)));
    });

    it('goes on with a token, which the body and the next link both carry', async () => {
      const first = await list('?size=10');
      const { continuationToken = '', links } = first.body;
      assert.deepEqual(links.next?.headers, [{ key: 'MS-ContinuationToken', value: continuationToken }]);
      for (const operation of ['Next', 'next']) {
        const second = await list(`?size=10&seekOperation=${operation}`, { 'MS-ContinuationToken': continuationToken });
        assert.equal(second.body.items.length, 7);
        assert.equal(second.body.continuationToken, undefined);
        assert.equal(second.body.items[0]?.id, ids.alpine);
      }
    });

    it('answers 400 with code 2000 past the end', async () => {
      bench.sandbox.controls.setBehaviour({ tokenOnLastPage: true });
      const { body } = await list('?size=500');
      assert(body.continuationToken);
      const past = await fault('customers?size=500&seekOperation=next', {
        'MS-ContinuationToken': body.continuationToken,
      });
      assert.equal(past.status, 400);
      assert.equal(past.body.code, '2000');
      assert.equal((await fault('customers?seekOperation=next')).body.code, '2000');
    });

    it('keeps those whose name or domain starts with a word', async () => {
      const filter = (Field: string, Value: string) =>
        list(`?size=500&filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator: 'starts_with' }))}`);
      assert.equal((await filter('CompanyName', 'fabri')).body.items[0]?.id, ids.fabrikam);
      assert.equal((await filter('Domain', 'alpine')).body.items[0]?.id, ids.alpine);
      assert.equal((await filter('CompanyName', 'nobody')).body.totalCount, 0);
    });

    for (const query of ['?size=0', '?size=501', '?size=ten', '?filter=x', '?filter={}', '?seekOperation=previous']) {
      it(`refuses ${query} with code 3000`, async () => {
        const { status, body } = await fault(`customers${query}`);
        assert.equal(status, 400);
        assert.equal(body.code, '3000');
      });
    }
  });

  describe('a customer', () => {
    it('tells whether there is delegated admin', async () => {
      assert.equal((await get<Customer>(`customers/${ids.alpine}`)).body.allowDelegatedAccess, true);
      assert.equal((await get<Customer>(`customers/${ids.contoso}`)).body.allowDelegatedAccess, false);
    });

    it('hides e-mail and domains from a partner without the access for it', async () => {
      const hidden = (await get<Customer>(`customers/${ids.fabrikam}`)).body;
      assert.equal(hidden.customDomains, undefined);
      assert.equal(hidden.companyProfile.email, undefined);
      const byDelegatedAdmin = (await get<Customer>(`customers/${ids.alpine}`)).body;
      assert.deepEqual(byDelegatedAdmin.customDomains, ['alpineskihouse.onmicrosoft.com']);
      const byGlobalReader = (await get<Customer>(`customers/${ids.adventureWorks}`)).body;
      assert.equal(byGlobalReader.companyProfile.email, 'admin@adventureworks.onmicrosoft.com');
    });

    it('that nobody knows is 404 with code 60003', async () => {
      const { status, body } = await fault('customers/99999999-0000-4000-8000-000000000001');
      assert.equal(status, 404);
      assert.equal(body.code, '60003');
    });
  });

  describe('subscriptions', () => {
    const plans = async (tenantId: string) => {
      const { body } = await get<Collection<Subscription>>(`customers/${tenantId}/subscriptions`);
      return body.items.filter(({ offerId }) => offerId.startsWith('DZH318Z0BPS6'));
    };

    it('show an Azure plan that is active, suspended or absent', async () => {
      assert.deepEqual(
        (await plans(ids.fabrikam)).map(({ status }) => status),
        ['active'],
      );
      assert.deepEqual(
        (await plans(ids.litware)).map(({ status }) => status),
        ['suspended'],
      );
      assert.deepEqual(await plans(ids.woodgrove), []);
    });

    it('follow what the customer buys', async () => {
      bench.sandbox.controls.setAzurePlan(ids.woodgrove, 'active');
      assert.equal((await plans(ids.woodgrove)).length, 1);
      bench.sandbox.controls.setAzurePlan(ids.woodgrove, 'suspended');
      assert.equal((await plans(ids.woodgrove))[0]?.status, 'suspended');
    });

    it('lead to the Azure subscriptions below a plan', async () => {
      const [plan] = await plans(ids.fabrikam);
      const path = `customers/${ids.fabrikam}/subscriptions/${plan?.id}/azureEntitlements`;
      const { body } = await get<Collection<{ status: string; subscriptionId: string }>>(path);
      assert.deepEqual(
        body.items.map(({ status }) => status),
        ['active'],
      );
      assert.equal(body.items[0]?.subscriptionId, plan?.id);
      const unknown = await fault(`customers/${ids.fabrikam}/subscriptions/nothing/azureEntitlements`);
      assert.equal(unknown.body.code, '20003');
    });

    it('are refused with 403 for a tenant that forbids it', async () => {
      const { status, body } = await fault(`customers/${ids.lucerne}/subscriptions`);
      assert.equal(status, 403);
      assert.equal(body.code, '2032');
    });

    it('can be suspended, but not an Azure plan in use', async () => {
      const { body } = await get<Collection<Subscription>>(`customers/${ids.fabrikam}/subscriptions`);
      const [plan, licence] = body.items;
      const suspend = (id = '') =>
        bench.partnerCenter<PartnerCenterFault>('PATCH', `customers/${ids.fabrikam}/subscriptions/${id}`, {
          body: { Status: 'suspended' },
        });
      assert.equal((await suspend(plan?.id)).body.code, '900115');
      assert.equal((await suspend(licence?.id)).status, 200);
      const after = await get<Subscription>(`customers/${ids.fabrikam}/subscriptions/${licence?.id}`);
      assert.equal(after.body.status, 'suspended');
    });
  });

  it('tells the reserved instances of a customer', async () => {
    const path = (tenantId: string) => `customers/${tenantId}/entitlements?entitlementType=reservedInstance`;
    assert.equal((await get<Collection<unknown>>(path(ids.margie))).body.totalCount, 2);
    assert.equal((await get<Collection<unknown>>(path(ids.alpine))).body.totalCount, 0);
    bench.sandbox.controls.setReservations(ids.alpine, 3);
    assert.equal((await get<Collection<unknown>>(path(ids.alpine))).body.totalCount, 3);
    const software = await get<Collection<unknown>>(`customers/${ids.margie}/entitlements?entitlementType=software`);
    assert.equal(software.body.totalCount, 0);
  });

  it('has no orders and no indirect partners to tell of, and knows its invitation', async () => {
    assert.equal((await get<Collection<unknown>>(`customers/${ids.fabrikam}/orders`)).body.totalCount, 0);
    assert.equal((await get<Collection<unknown>>(`customers/${ids.fabrikam}/relationships`)).body.totalCount, 0);
    const { body } = await get<{ url: string }>('customers/relationshiprequests');
    assert.match(body.url, /invType=ResellerRelationship/);
  });

  it('sends the request ids back, also when it refuses', async () => {
    const requestId = 'cccccccc-2222-4000-8000-000000000001';
    const headers = { 'MS-RequestId': requestId, 'MS-CorrelationId': ids.contoso };
    for (const path of ['customers', 'nothing']) {
      const answer = await fault(path, headers);
      assert.equal(answer.headers.get('ms-requestid'), requestId);
      assert.equal(answer.headers.get('ms-correlationid'), ids.contoso);
      assert(answer.headers.get('ms-cv'));
    }
  });

  it('refuses without a token, and unknown paths, in its own shape', async () => {
    const anonymous = await bench.ask<PartnerCenterFault>('GET', '/v1/customers');
    assert.equal(anonymous.status, 401);
    assert.equal(anonymous.body.description, 'Access denied.');
    const unknown = await fault('nothing');
    assert.equal(unknown.status, 404);
    assert.equal(unknown.body.code, '1000');
  });
});
