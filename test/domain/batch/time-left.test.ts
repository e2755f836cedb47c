// How long the rest of a batch takes: as the dry run said at first, then by its own pace, and nothing where that isn't known.
import assert from 'node:assert/strict';
import { newBatch } from '../../../src/domain/batch/batch.js';
import { isOverAtOnce } from '../../../src/domain/batch/progress.js';
import { secondsLeft } from '../../../src/domain/batch/time-left.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, megan, now } from '../../support/builders.js';

const asked = { id: 'b', action: { do: 'enable' }, by: alex, conversationId: 'chat', at: now } as const;
const { batch } = newBatch(asked, ['a', 'b']);
const later = (seconds: number) => addSeconds(now, seconds);
/** So many were asked, one every so many seconds. */
const every = (seconds: number, count: number) =>
  Array.from({ length: count }, (_, index) => later(seconds * (index + 1)));
const left = (
  askedAt: readonly string[],
  { is = batch, rest = 100, requests = 0, at = askedAt.at(-1) ?? now, perMinute = 60 } = {},
) => secondsLeft({ batch: is, askedAt, left: rest, requests, now: at }, perMinute);

describe('how long the rest of a batch takes', () => {
  it('is what the dry run said, until enough tenants have been asked for long enough', () => {
    assert.deepEqual([left([]), left(every(6, 4)), left(every(0.5, 10))], [50, 50, 50]);
    assert.deepEqual([left(every(6, 5)), left(every(3, 5)), left(every(0.1, 200))], [600, 300, 10]);
  });

  it('goes by the last ten minutes, whatever was before', () => {
    const slowThenFast = [...every(60, 60), ...every(2, 300).map((at) => addSeconds(at, 3600))];
    assert.equal(left(slowThenFast), 200);
    assert.equal(left([...slowThenFast].reverse(), { at: later(4200) }), 200, 'in any order');
  });

  it('goes from the second admin’s yes, where one was asked', () => {
    const approved = { ...batch, second: { basis: '', approved: { by: megan, at: later(3600) } } };
    const askedAt = every(2, 10).map((at) => addSeconds(at, 3600));
    assert.equal(left(askedAt, { is: approved }), 200);
  });

  it('is never less than the requests take, nor more than a day', () => {
    assert.equal(left(every(0.5, 40), { requests: 100, perMinute: 30 }), 200);
    assert.deepEqual([left(every(100, 6), { rest: 864 }), left(every(100, 6), { rest: 865 })], [86_400, 0]);
  });

  it('isn’t said while nothing comes of it, where it’s no time, and once nothing is left', () => {
    const paused = (seconds: number) => left(every(2, 10), { at: later(20 + seconds) });
    assert.deepEqual([paused(600), paused(601)], [200, 0]);
    const tagging = { ...batch, action: { do: 'take' } } as const;
    assert.deepEqual([left(every(2, 10), { is: tagging }), left(every(2, 10), { rest: 0 })], [0, 0]);
  });
});

describe('a batch that was over at once', () => {
  it('is one that ended before who began it had turned away', () => {
    const ended = [undefined, 30, 31].map((seconds) =>
      isOverAtOnce({ ...batch, ...(seconds !== undefined && { endedAt: later(seconds) }) }),
    );
    assert.deepEqual(ended, [false, true, false]);
  });
});
