// Whom an end of access is told, and when: in time, once, and nothing of what goes on by itself.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Coverage, outlooks } from '../../../src/domain/access/coverage.js';
import {
  endToTell,
  secondsToEndCheck,
  type ToldEnd,
  toldWith,
  type Watched,
} from '../../../src/domain/access/expiry-warnings.js';
import { addDays, addSeconds, secondsBetween } from '../../../src/domain/time.js';
import { now } from '../../support/builders.js';

const thresholds = [60, 30, 14, 7, 1];
const coverageOn = (days: number, is: Coverage['is'] = 'ends'): Coverage => ({
  is,
  on: addDays(now, days),
  relationshipId: 'relationship-1',
});
const toTell = (coverage: Coverage | undefined, told?: readonly ToldEnd[]) =>
  endToTell({ coverage, told, thresholds }, now)?.withinDays;

describe('a warning of an end of access', () => {
  for (const [days, expected] of [
    [61, undefined],
    [60, 60],
    [45, 60],
    [30, 30],
    [8, 14],
    [0.5, 1],
    [0, undefined],
    [-3, undefined],
  ] as const)
    it(`is for the tightest threshold that has passed: ${days} days before it`, () => {
      assert.equal(toTell(coverageOn(days)), expected);
    });

  it('is remembered once for each end that’s still ahead', () => {
    const on = addDays(now, 10);
    const told = [
      { on, withinDays: 30 },
      { on: addDays(now, -1), withinDays: 1 },
    ];
    assert.deepEqual(toldWith(told, { on, withinDays: 14 }, now), [{ on, withinDays: 14 }]);
  });

  it('is given once for each threshold, and anew for another end', () => {
    const told = [{ on: addDays(now, 10), withinDays: 14 }];
    assert.equal(toTell(coverageOn(10), told), undefined);
    assert.equal(toTell(coverageOn(6), told), 7);
    assert.equal(toTell(coverageOn(10), [{ on: addDays(now, 10), withinDays: 30 }]), 14);
  });

  it('is not given of what rolls over, has ended or is not known', () => {
    for (const is of ['rollsOver', 'ended'] as const) assert.equal(toTell(coverageOn(5, is)), undefined);
    assert.equal(toTell(undefined), undefined);
    for (const is of ['ends', 'blocked', 'successorWaits'] as const) assert.equal(toTell(coverageOn(5, is)), 7);
  });

  it('is planned for the moment at which it is due, and a look for after the end', () => {
    const plan = (coverage: Coverage, told?: readonly ToldEnd[]) =>
      secondsToEndCheck({ coverage, told, thresholds }, now);
    assert.equal(plan(coverageOn(61)), 86_400);
    assert.equal(plan(coverageOn(20)), 0);
    assert.equal(plan(coverageOn(20), [{ on: addDays(now, 20), withinDays: 30 }]), 6 * 86_400);
    assert.equal(plan(coverageOn(1), [{ on: addDays(now, 1), withinDays: 1 }]), 86_520);
    assert.equal(plan(coverageOn(20, 'rollsOver')), 20 * 86_400 + 120);
    assert.equal(plan(coverageOn(-1)), undefined);
    assert.equal(plan(coverageOn(20, 'ended')), undefined);
  });
});

// What a check may find, and how long the process may be down after it, in seconds.
const stories = fc.array(
  fc.record({
    coverage: fc.option(
      fc.record({
        is: fc.constantFrom(...outlooks),
        on: fc.constantFrom(20, 59, 100, 200).map((days) => addDays(now, days)),
        relationshipId: fc.constant('relationship-1'),
      }),
      { nil: undefined },
    ),
    downSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 * 86_400 })),
  }),
  { maxLength: 60 },
);

describe('whatever becomes of a tenant’s access, and however long the process is down,', () => {
  it('no threshold of an end is told twice or after a tighter one, and none late', () => {
    fc.assert(
      fc.property(stories, (story) => {
        let at = now;
        let told: readonly ToldEnd[] | undefined;
        const said: (ToldEnd & { readonly at: string })[] = [];
        for (const { coverage, downSeconds } of story) {
          const before = { coverage, told, thresholds };
          const end = endToTell(before, at);
          if (end) {
            const earlier = said.filter(({ on }) => on === end.on).map(({ withinDays }) => withinDays);
            assert.ok(earlier.every((days) => days > end.withinDays));
            assert.ok(coverage && ['ends', 'blocked', 'successorWaits'].includes(coverage.is));
            said.push({ ...end, at });
            told = toldWith(told, end, at);
          }
          const after: Watched = { coverage, told, thresholds };
          assert.equal(endToTell(after, at), undefined);
          const wait = secondsToEndCheck(after, at);
          // No threshold lies between now and the planned check, so none is told late while the process runs.
          if (coverage && wait !== undefined && coverage.is !== 'rollsOver') {
            const next = addSeconds(at, wait);
            const between = thresholds.map((days) => addDays(coverage.on, -days));
            assert.ok(between.every((each) => each <= at || each >= next));
          }
          at = addSeconds(at, Math.max(downSeconds, Math.min(wait ?? 86_400, 86_400)));
          assert.ok(secondsBetween(now, at) >= 0);
        }
      }),
    );
  });
});
