// Hours of the week: typed, written, and when they begin and end, by the clocks of a time zone.
import assert from 'node:assert/strict';
import {
  type DayWords,
  readTimeOfDay,
  readWeekHours,
  writeWeekHours,
} from '../../../src/domain/subscription/read-week-hours.js';
import { endOf, isAlways, isWithin } from '../../../src/domain/subscription/week-hours.js';

const german: DayWords = {
  days: {
    mon: ['Mo', 'Montag'],
    tue: ['Di', 'Dienstag'],
    wed: ['Mi', 'Mittwoch'],
    thu: ['Do', 'Donnerstag'],
    fri: ['Fr', 'Freitag'],
    sat: ['Sa', 'Samstag'],
    sun: ['So', 'Sonntag'],
  },
  weekends: 'Wochenende',
  workdays: 'werktags',
  always: 'täglich',
};
const hoursIn = (typed: string) => {
  const read = readWeekHours(typed, german);
  assert.ok('hours' in read, `${typed}: ${'unknown' in read && read.unknown}`);
  return read.hours;
};
const berlin = 'Europe/Berlin';

describe('hours of the week', () => {
  const written: readonly (readonly [typed: string, written: string])[] = [
    ['18:00-08:00 Mon-Fri, weekends', '18:00-08:00 Mo-Fr, Wochenende'],
    ['18-8 Mo-Fr; Sa So', '18:00-08:00 Mo-Fr, Wochenende'],
    ['18h–8h Montag-Freitag', '18:00-08:00 Mo-Fr'],
    ['22.30 Uhr - 6 Uhr', '22:30-06:00'],
    ['12:00-13:00 workdays', '12:00-13:00 Mo-Fr'],
    ['0:00-24:00 Wed', 'Mi'],
    ['Fri-Mon', 'Mo Fr Sa So'],
    ['täglich', 'täglich'],
    ['', ''],
  ];
  for (const [typed, expected] of written)
    it(`are read as “${typed}” and written as “${expected}”, which is read the same`, () => {
      const hours = hoursIn(typed);
      assert.equal(writeWeekHours(hours, german), expected);
      assert.deepEqual(hoursIn(expected), hours);
    });

  for (const typed of ['25:00-08:00', '18:00', '18:00-08:61', 'Mon-Fri-Sun', 'sometimes', '18:00-08:00 whenever', 'M'])
    it(`aren’t read from “${typed}”`, () => assert.deepEqual(readWeekHours(typed, german), { unknown: typed }));

  it('name the part that isn’t understood', () =>
    assert.deepEqual(readWeekHours('18:00-08:00 Mon-Fri, holidays', german), { unknown: 'holidays' }));

  const nights = hoursIn('18:00-08:00 Mon-Fri, weekends');
  const moments: readonly (readonly [at: string, ends: string | undefined])[] = [
    ['2026-12-02T16:59:00.000Z', undefined],
    ['2026-12-02T17:00:00.000Z', '2026-12-03T07:00:00.000Z'],
    ['2026-12-03T06:59:59.000Z', '2026-12-03T07:00:00.000Z'],
    ['2026-12-03T07:00:00.000Z', undefined],
    // From Friday evening to Monday morning.
    ['2026-12-04T17:00:00.000Z', '2026-12-07T07:00:00.000Z'],
    ['2026-12-06T23:30:00.000Z', '2026-12-07T07:00:00.000Z'],
    // Clocks go forward on Sunday morning, and back in October: the end is at eight on the wall.
    ['2027-03-27T12:00:00.000Z', '2027-03-29T06:00:00.000Z'],
    ['2027-10-30T12:00:00.000Z', '2027-11-01T07:00:00.000Z'],
  ];
  for (const [at, ends] of moments)
    it(`${ends === undefined ? `leave out ${at}` : `that include ${at} end at ${ends}`}`, () => {
      assert.equal(isWithin(nights, at, berlin), ends !== undefined);
      assert.equal(endOf(nights, at, berlin), ends);
    });

  it('include the morning after their last day and before their first', () => {
    const hours = hoursIn('18:00-08:00 Mon-Fri');
    assert.equal(isWithin(hours, '2026-12-05T06:00:00.000Z', berlin), true);
    assert.equal(isWithin(hours, '2026-12-05T12:00:00.000Z', berlin), false);
    assert.equal(isWithin(hours, '2026-12-07T06:00:00.000Z', berlin), true);
  });

  it('end at the hour that daylight saving skips as soon as it’s over', () => {
    const hours = hoursIn('22:00-02:30');
    assert.equal(isWithin(hours, '2027-03-28T00:59:00.000Z', berlin), true);
    assert.equal(isWithin(hours, '2027-03-28T01:00:00.000Z', berlin), false);
  });

  it('end as clocks are set forward where their end is skipped, and at both times where it comes twice', () => {
    const hours = hoursIn('22:00-02:30');
    assert.equal(endOf(hours, '2027-03-28T00:10:00.000Z', berlin), '2027-03-28T01:00:00.000Z');
    assert.equal(endOf(hours, '2027-10-30T21:00:00.000Z', berlin), '2027-10-31T00:30:00.000Z');
    assert.equal(endOf(hours, '2027-10-31T01:10:00.000Z', berlin), '2027-10-31T01:30:00.000Z');
    // There by half an hour.
    const early = hoursIn('22:00-01:45');
    assert.equal(endOf(early, '2027-04-03T15:05:00.000Z', 'Australia/Lord_Howe'), '2027-04-03T15:15:00.000Z');
  });

  it('are read by UTC where the zone isn’t known', () =>
    assert.equal(
      endOf(hoursIn('18:00-08:00'), '2026-12-02T18:00:00.000Z', 'Mars/Olympus'),
      '2026-12-03T08:00:00.000Z',
    ));

  it('that leave nothing out are found', () => {
    assert.equal(isAlways(hoursIn('täglich')), true);
    assert.equal(isAlways(hoursIn('08:00-18:00, 18:00-08:00')), true);
    assert.equal(isAlways(nights), false);
    assert.equal(endOf(hoursIn('täglich'), '2026-12-02T18:00:00.000Z', berlin), undefined);
  });
});

describe('a time of day', () => {
  for (const [typed, minute] of [
    ['08:00', 480],
    ['8', 480],
    ['8.30', 510],
    ['8 Uhr', 480],
    ['24:00', 0],
    ['25', undefined],
    ['soon', undefined],
  ] as const)
    it(`“${typed}” is ${minute ?? 'none'}`, () => assert.equal(readTimeOfDay(typed), minute));
});
