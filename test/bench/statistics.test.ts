// How rounds of measuring become one figure.
import assert from 'node:assert/strict';
import { alternating, median, percentile, settled } from '../../bench/statistics.js';

describe('A figure', () => {
  it('is the middle of its rounds', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([1, 9, 5, 7]), 6);
  });

  it('has the ratio of the middle round, which a slow moment of both sides leaves alone', () => {
    const pairs = [
      { product: 10, limit: 10 },
      { product: 40, limit: 40 },
      { product: 22, limit: 20 },
    ];
    assert.deepEqual(settled(pairs), { product: 22, limit: 20, ratio: 1 });
  });

  it('knows what most turns don’t exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(percentile(hundred, 50), 50);
    assert.equal(percentile(hundred, 99), 99);
    assert.equal(percentile([7], 99), 7);
  });
});

describe('Two sides', () => {
  it('take turns at who goes first', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => {
      order.push(name);
    };
    await alternating(3, { product: side('product'), limit: side('limit') });
    assert.deepEqual(order, ['product', 'limit', 'limit', 'product', 'product', 'limit']);
  });
});
