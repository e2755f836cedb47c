// When a digest is due, by the clocks of a time zone.
import assert from 'node:assert/strict';
import { nextDigest } from '../../../src/domain/subscription/digest-time.js';

const berlin = 'Europe/Berlin';

describe('a daily digest at eight', () => {
  const daily = { at: 480 };

  it('is due at the next eight o’clock', () => {
    assert.equal(nextDigest(daily, '2026-12-02T07:00:00.000Z', berlin), '2026-12-03T07:00:00.000Z');
  });

  it('comes at eight on the wall when clocks change', () => {
    assert.equal(nextDigest(daily, '2027-03-27T12:00:00.000Z', berlin), '2027-03-28T06:00:00.000Z');
    assert.equal(nextDigest(daily, '2027-10-30T12:00:00.000Z', berlin), '2027-10-31T07:00:00.000Z');
  });

  it('comes once at a time that comes twice, and on the day on which its time is skipped', () => {
    const early = { at: 150 };
    const twice = nextDigest(early, '2027-10-30T12:00:00.000Z', berlin);
    assert.match(twice, /^2027-10-31T0[01]:30/);
    assert.equal(nextDigest(early, twice, berlin), '2027-11-01T01:30:00.000Z');
    assert.match(nextDigest(early, '2027-03-27T12:00:00.000Z', berlin), /^2027-03-28T01:[03]0/);
  });
});

describe('a weekly digest on Mondays', () => {
  const weekly = { at: 480, on: 'mon' } as const;

  it('is due on the next Monday', () => {
    assert.equal(nextDigest(weekly, '2026-12-07T06:00:00.000Z', berlin), '2026-12-07T07:00:00.000Z');
    assert.equal(nextDigest(weekly, '2026-12-07T07:00:00.000Z', berlin), '2026-12-14T07:00:00.000Z');
  });
});
