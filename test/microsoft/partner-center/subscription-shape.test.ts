// What's read from Partner Center's subscriptions.
import assert from 'node:assert/strict';
import { subscriptionShape } from '../../../src/microsoft/partner-center/subscription-shape.js';

const read = (changes: object = {}) =>
  subscriptionShape.parse({
    id: 'a',
    offerId: 'CFQ7TTC0LCHC:0002:CFQ7TTC0K971',
    offerName: 'Business Premium',
    quantity: 25,
    status: 'active',
    effectiveStartDate: '2026-11-20T10:00:00.1234567Z',
    ...changes,
  });

describe('a subscription as Partner Center writes it', () => {
  describe('can be cancelled', () => {
    it('until Partner Center says', () => {
      const cancellationAllowedUntilDate = '2026-12-01T23:59:00Z';
      assert.equal(read({ cancellationAllowedUntilDate }).cancellableUntil, '2026-12-01T23:59:00.000Z');
    });

    it('never where Partner Center says that there is no such day', () => {
      assert.equal(read({ cancellationAllowedUntilDate: null }).cancellableUntil, undefined);
    });

    it('until the last of its refunds ends', () => {
      const refundOptions = [
        { type: 'Full', expiresAt: '2026-11-21T10:00:00+00:00' },
        { type: 'Partial', expiresAt: '2026-11-25T10:00:00+00:00' },
        { type: 'None', expiresAt: null },
      ];
      assert.equal(read({ refundOptions }).cancellableUntil, '2026-11-25T10:00:00.000Z');
    });

    it('for seven days where nothing is said, be they over or not', () => {
      assert.equal(read().cancellableUntil, '2026-11-27T10:00:00.123Z');
      assert.equal(read({ refundOptions: [] }).cancellableUntil, '2026-11-27T10:00:00.123Z');
    });

    it('not as far as is known where it is of before new commerce, has no start, or is an Azure plan', () => {
      assert.equal(read({ offerId: 'b4d4b7f4-4089-43b6-9c44-de97b760fb11' }).cancellableUntil, undefined);
      assert.equal(read({ effectiveStartDate: null }).cancellableUntil, undefined);
      const plan = { offerId: 'dzh318z0bps6:0001:DZH318Z0BML6', cancellationAllowedUntilDate: '2026-12-01T00:00:00Z' };
      assert.equal(read(plan).isAzurePlan, true);
      assert.equal(read(plan).cancellableUntil, undefined);
    });
  });

  it('ends with its term, unless it has none', () => {
    assert.equal(read({ commitmentEndDate: '2027-11-20T00:00:00Z' }).termEndsAt, '2027-11-20T00:00:00.000Z');
    for (const commitmentEndDate of ['9999-12-31T00:00:00Z', null, '', 'never', undefined])
      assert.equal(read({ commitmentEndDate }).termEndsAt, undefined);
  });

  it('has a status of Microsoft’s, however it is written, or an unknown one', () => {
    assert.equal(read({ status: 'Suspended' }).status, 'suspended');
    assert.equal(read({ status: 'paused' }).status, 'unknown');
    assert.equal(read({ status: null }).status, 'unknown');
  });

  it('is called by its offer, by the name that the customer gave it, or by the offer’s id', () => {
    assert.equal(read({ friendlyName: 'Ours' }).offerName, 'Business Premium');
    assert.equal(read({ friendlyName: 'Ours', offerName: '' }).offerName, 'Ours');
    assert.equal(read({ offerName: null }).offerName, 'CFQ7TTC0LCHC:0002:CFQ7TTC0K971');
  });

  it('is still read where something beside the point is not as documented', () => {
    const odd = { quantity: '25', isTrial: 'no', autoRenewEnabled: 1, commitmentEndDate: 7, refundOptions: 'none' };
    const { quantity, isTrial, autoRenews, termEndsAt } = read(odd);
    assert.deepEqual([quantity, isTrial, autoRenews, termEndsAt], [1, false, false, undefined]);
  });

  it('is not understood where its offer or its status is no text', () => {
    for (const odd of [{ offerId: 7 }, { status: 7 }])
      assert.ok(!subscriptionShape.safeParse({ id: 'a', offerId: 'x', status: 'active', ...odd }).success);
  });
});
