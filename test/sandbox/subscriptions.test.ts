// A customer's purchases, and their end.
import assert from 'node:assert/strict';
import { Bench, ids, type PartnerCenterFault } from './bench.js';

interface Subscription {
  readonly id: string;
  readonly offerName: string;
  readonly quantity: number;
  readonly status: string;
  readonly isTrial: boolean;
  readonly effectiveStartDate: string;
  readonly commitmentEndDate: string;
  readonly cancellationAllowedUntilDate?: string | null;
}

describe('a customer’s subscriptions', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const subscriptions = async (tenantId: string) =>
    (await bench.partnerCenter<{ items: Subscription[] }>('GET', `customers/${tenantId}/subscriptions`)).body.items;
  const patch = (tenantId: string, id: string, body: object) =>
    bench.partnerCenter<Subscription & PartnerCenterFault>('PATCH', `customers/${tenantId}/subscriptions/${id}`, {
      body,
    });
  const bought = async (tenantId: string, name: string) =>
    (await subscriptions(tenantId)).find(({ offerName }) => offerName === name)?.id ?? '';

  it('are what the story says, with quantities, dates, windows and states', async () => {
    const [plan, licence, teams] = await subscriptions(ids.fabrikam);
    assert.equal(plan?.commitmentEndDate, '9999-12-31T00:00:00Z');
    assert(plan && !('cancellationAllowedUntilDate' in plan));
    assert.equal(licence?.cancellationAllowedUntilDate, null);
    assert.equal(teams?.quantity, 40);
    assert.equal(teams.effectiveStartDate, '2026-02-28T09:00:00Z');
    assert.equal(teams.commitmentEndDate, '2027-02-28T09:00:00Z');
    assert.equal(teams.cancellationAllowedUntilDate, '2026-03-07T09:00:00Z');
    const [, , suspended, trial] = await subscriptions(ids.woodgrove);
    assert.equal(suspended?.status, 'suspended');
    assert.equal(trial?.isTrial, true);
  });

  it('are cancelled within their window, twice with the same end, and after it only suspended', async () => {
    const id = await bought(ids.fabrikam, 'Microsoft Teams Enterprise');
    for (const _ of [1, 2]) assert.equal((await patch(ids.fabrikam, id, { status: 'deleted' })).body.status, 'deleted');
    const late = bench.sandbox.controls.addSubscription(ids.fabrikam, {
      offerName: 'Power BI Pro',
      startedDaysAgo: 7,
    });
    const refused = await patch(ids.fabrikam, late, { Status: 'deleted' });
    assert.equal(refused.status, 400);
    assert.equal(refused.body.code, '800063');
    assert.equal((await patch(ids.fabrikam, late, { Status: 'suspended' })).status, 200);
    const states = (await subscriptions(ids.fabrikam)).map(({ status }) => status);
    assert.deepEqual(states, ['active', 'active', 'deleted', 'suspended']);
  });

  it('of the Azure plan are not cancelled', async () => {
    const id = await bought(ids.fabrikam, 'Azure plan');
    assert.equal((await patch(ids.fabrikam, id, { status: 'deleted' })).body.code, '800063');
  });

  it('are suspended or cancelled all at once by whoever plays fate', async () => {
    bench.sandbox.controls.endSubscriptions(ids.fabrikam, 'suspended');
    const states = async () => (await subscriptions(ids.fabrikam)).map(({ status }) => status);
    assert.deepEqual(await states(), ['suspended', 'suspended', 'suspended']);
    bench.sandbox.controls.setAzurePlan(ids.fabrikam, 'active');
    bench.sandbox.controls.addSubscription(ids.fabrikam, { offerName: 'Power BI Pro' });
    bench.sandbox.controls.endSubscriptions(ids.fabrikam, 'deleted');
    assert.deepEqual(await states(), ['suspended', 'suspended', 'deleted']);
  });

  it('leave reserved instances, which are cancelled one by one', async () => {
    const left = async () =>
      (await bench.partnerCenter<{ totalCount: number }>('GET', `customers/${ids.margie}/entitlements`)).body
        .totalCount;
    for (const count of [2, 1, 0, 0]) {
      assert.equal(await left(), count);
      bench.sandbox.controls.cancelReservation(ids.margie);
    }
  });
});
