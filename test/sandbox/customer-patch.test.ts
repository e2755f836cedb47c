// How delegated admin and the reseller relationship are removed.
import assert from 'node:assert/strict';
import { Bench, ids, type PartnerCenterFault } from './bench.js';

describe('PATCH of a customer', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const patch = (tenantId: string, body: unknown, headers: Record<string, string> = {}) =>
    bench.partnerCenter<PartnerCenterFault>('PATCH', `customers/${tenantId}`, { body, headers });
  const hasDelegatedAdmin = async (tenantId: string) => {
    const { body } = await bench.partnerCenter<{ allowDelegatedAccess: boolean }>('GET', `customers/${tenantId}`);
    return body.allowDelegatedAccess;
  };
  const removal = { AllowDelegatedAccess: false, attributes: { objectType: 'Customer' } };

  describe('with AllowDelegatedAccess false', () => {
    it('answers a customer full of nulls, and shows the removal only later', async () => {
      const { status, headers, body } = await patch(ids.alpine, removal);
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /application\/json/);
      assert.equal(headers.get('content-length'), '242');
      assert.equal((body as unknown as Record<string, unknown>).Id, null);
      assert.equal(await hasDelegatedAdmin(ids.alpine), true);
      bench.advance(4);
      assert.equal(await hasDelegatedAdmin(ids.alpine), false);
    });

    it('takes names in any case, as in the bulk tool, and a path that ends in a slash', async () => {
      const body = { allowDelegatedAccess: false, attribute: { objectType: 'Customer' } };
      assert.equal((await patch(`${ids.alpine}/`, body)).status, 200);
      bench.advance(4);
      assert.equal(await hasDelegatedAdmin(ids.alpine), false);
    });

    it('succeeds when there is nothing to remove, and does not start over when repeated', async () => {
      assert.equal((await patch(ids.contoso, removal)).status, 200);
      await patch(ids.alpine, removal);
      bench.advance(3);
      assert.equal((await patch(ids.alpine, removal)).status, 200);
      bench.advance(1);
      assert.equal(await hasDelegatedAdmin(ids.alpine), false);
    });

    it('touches neither GDAP nor the reseller relationship, and asks for no cancelled reservations', async () => {
      assert.equal((await patch(ids.margie, removal)).status, 200);
      bench.advance(4);
      const { status, body } = await bench.partnerCenter<{ relationshipToPartner: string }>(
        'GET',
        `customers/${ids.margie}`,
      );
      assert.equal(status, 200);
      assert.equal(body.relationshipToPartner, 'reseller');
      assert.equal(bench.sandbox.controls.relationships(ids.margie)[0]?.status, 'active');
    });

    it('is done once for one MS-RequestId', async () => {
      const headers = { 'MS-RequestId': 'cccccccc-3333-4000-8000-000000000001' };
      await patch(ids.alpine, removal, headers);
      bench.advance(4);
      bench.sandbox.controls.setDelegatedAdmin(ids.alpine, true);
      assert.equal((await patch(ids.alpine, removal, headers)).status, 200);
      bench.advance(4);
      assert.equal(await hasDelegatedAdmin(ids.alpine), true);
      await patch(ids.alpine, removal);
      bench.advance(4);
      assert.equal(await hasDelegatedAdmin(ids.alpine), false);
    });
  });

  describe('with RelationshipToPartner none', () => {
    const leaving = { relationshipToPartner: 'none', attributes: { objectType: 'Customer' } };

    const suspendAll = async (tenantId: string) => {
      bench.sandbox.controls.setAzurePlan(tenantId, 'none');
      const path = `customers/${tenantId}/subscriptions`;
      const { body } = await bench.partnerCenter<{ items: { id: string }[] }>('GET', path);
      await bench.partnerCenter('PATCH', `${path}/${body.items[0]?.id}`, { body: { Status: 'suspended' } });
    };

    it('refuses while there are active subscriptions, or reservations', async () => {
      assert.equal((await patch(ids.contoso, leaving)).body.code, '3000');
      await suspendAll(ids.margie);
      assert.equal((await patch(ids.margie, leaving)).body.code, '3000');
      bench.sandbox.controls.setReservations(ids.margie, 0);
      assert.equal((await patch(ids.margie, leaving)).status, 200);
    });

    it('ends the reseller relationship for good, and delegated admin with it', async () => {
      await suspendAll(ids.alpine);
      assert.equal((await patch(ids.alpine, leaving)).status, 200);
      bench.advance(4);
      const gone = await bench.partnerCenter<PartnerCenterFault>('GET', `customers/${ids.alpine}`);
      assert.equal(gone.status, 403);
      assert.equal(gone.body.code, '20002');
      const list = await bench.partnerCenter<{ totalCount: number }>('GET', 'customers?size=500');
      assert.equal(list.body.totalCount, 16);
    });
  });

  const wrong: Record<string, unknown> = {
    'to give delegated admin': { AllowDelegatedAccess: true },
    'to change the reseller relationship': { relationshipToPartner: 'advisor' },
    'both removals at once': { AllowDelegatedAccess: false, relationshipToPartner: 'none' },
    'another property': { AllowDelegatedAccess: false, CompanyName: 'x' },
    nothing: {},
    'a list': [],
    'no JSON': '{',
  };
  for (const [what, body] of Object.entries(wrong)) {
    it(`refuses ${what} with code 3000`, async () => {
      const answer = await patch(ids.alpine, body);
      assert.equal(answer.status, 400);
      assert.equal(answer.body.code, '3000');
      assert.equal(await hasDelegatedAdmin(ids.alpine), true);
    });
  }
});
