// When something that failed is tried again.
import assert from 'node:assert/strict';
import { backOff } from '../../src/domain/back-off.js';
import { Throttled } from '../../src/domain/errors.js';
import { retryAfterMs, retryAfterSeconds, spread } from '../../src/runtime/back-off.js';

describe('waits that grow', () => {
  const after = [1, 2, 3, 4, 5, 6, 2000];

  it('double from the first to the longest, however often', () => {
    const waits = after.map((failures) => backOff({ first: 2, longest: 50 }, failures));
    assert.deepEqual(waits, [2, 4, 8, 16, 32, 50, 50]);
  });

  it('grow by another factor if that is wanted', () => {
    const waits = after.map((failures) => backOff({ first: 15, factor: 4, longest: 300 }, failures));
    assert.deepEqual(waits, [15, 60, 240, 300, 300, 300, 300]);
  });

  it('are spread over half of themselves more, and never shorter', () => {
    const spreads = Array.from({ length: 200 }, () => spread(1000));
    assert.ok(spreads.every((ms) => ms >= 1000 && ms < 1500));
    assert.ok(new Set(spreads).size > 100);
  });
});

describe('Retry-After', () => {
  const date = 'Sat, 28 Nov 2026 10:00:00 GMT';
  for (const [header, seconds] of [
    ['30', 30],
    [' 30 ', 30],
    ['0', 0],
    ['1.2', 2],
    ['Sat, 28 Nov 2026 10:02:00 GMT', 120],
    ['Sat, 28 Nov 2026 09:00:00 GMT', 0],
    ['9999999', 86_400],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
    [null, 0],
  ] as const) {
    it(`of ${header === null ? 'no header' : `'${header}'`} is ${seconds} seconds`, () => {
      assert.equal(retryAfterSeconds(header, date), seconds);
    });
  }

  it('as a date means nothing without the answer’s own', () => {
    assert.equal(retryAfterSeconds('Sat, 28 Nov 2026 10:02:00 GMT', null), 0);
  });

  it('is asked for by errors of Microsoft and of Teams, and by no other', () => {
    assert.equal(retryAfterMs(new Throttled('429', { reason: 'throttled' }, 30)), 30_000);
    assert.equal(retryAfterMs(Object.assign(new Error('429'), { retryAfterMs: 500 })), 500);
    assert.equal(retryAfterMs(new Error('500')), 0);
    assert.equal(retryAfterMs('500'), 0);
  });
});
