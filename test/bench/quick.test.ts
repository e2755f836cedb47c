// Which ratios the quick benchmark takes for broken.
import assert from 'node:assert/strict';
import type { Figure } from '../../bench/figures.js';
import { brokenLimits, lower, type QuickLimit } from '../../bench/quick.js';

const limit: QuickLimit = {
  part: 'start',
  figure: 'start to ready: processor',
  tenants: 10_000,
  expected: 2,
  why: 'less is loaded',
};

function measured(ratio: number, tenants = 10_000): readonly Figure[] {
  return [{ what: 'start to ready: processor', tenants, unit: 'ms', product: ratio, limit: 1, ratio }];
}

describe('The quick benchmark', () => {
  it('lets a ratio be half again as high as expected', () => {
    assert.deepEqual(brokenLimits(measured(3), [limit]), []);
  });

  it('names a ratio that has slipped further, and what should hold it', () => {
    assert.deepEqual(brokenLimits(measured(3.01), [limit]), [
      'start to ready: processor, 10,000 tenants is 3.01, more than 3.00: less is loaded',
    ]);
  });

  it('lets a count be no higher than expected', () => {
    assert.equal(brokenLimits(measured(2.001), [{ ...limit, slip: 1 }]).length, 1);
  });

  it('takes of two measurements what is lower, whichever came first', () => {
    const both = (ratio: number, others: number) => [...measured(ratio), ...measured(others, 100)];
    const ratios = lower(both(3.2, 1), both(2.9, 1.4)).map(({ ratio }) => ratio);
    assert.deepEqual(ratios, [2.9, 1]);
    assert.deepEqual(brokenLimits(lower(measured(3.2), measured(3.1)), [limit]).length, 1);
    assert.deepEqual(lower(measured(3.2), []), measured(3.2));
  });

  it('takes what cannot be told for broken', () => {
    assert.equal(brokenLimits(measured(Number.NaN), [limit]).length, 1);
  });

  it('misses a figure once everything is measured', () => {
    assert.deepEqual(brokenLimits(measured(1, 100), [limit]), []);
    assert.deepEqual(brokenLimits(measured(1, 100), [limit], { isComplete: true }), [
      'start to ready: processor, 10,000 tenants was not measured',
    ]);
  });
});
