// Our clock's error is told from the time that an answer takes.
import assert from 'node:assert/strict';
import { ClockSkew } from '../../../src/microsoft/http/clock-skew.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('our clock beside Microsoft’s', () => {
  /** What is made of an answer that was given, by Microsoft's clock, at this time of the day. */
  const told = async (answeredAt: string | null, tookSeconds = 0, start = '2026-11-22T10:00:00.000Z') => {
    const clock = new ManualClock(start);
    const skew = new ClockSkew(clock);
    await clock.passes(tookSeconds);
    skew.record(answeredAt === null ? null : `Sun, 22 Nov 2026 ${answeredAt} GMT`, tookSeconds * 1000);
    return skew.seconds;
  };

  it('is right when the answer was given while we waited for it, however long that was', async () => {
    assert.equal(await told('10:00:00'), 0);
    assert.equal(await told('10:00:00', 60), 0);
    assert.equal(await told('10:00:30', 60), 0);
    assert.equal(await told('10:01:00', 60), 0);
  });

  it('is right within the second that a Date header leaves out', async () => {
    assert.equal(await told('09:59:59'), 0);
    assert.equal(await told('10:00:00', 0, '2026-11-22T10:00:00.900Z'), 0);
  });

  it('is ahead by what Microsoft was behind when we asked, and behind by what it was ahead when we heard', async () => {
    assert.equal(await told('09:58:00', 5), 119);
    assert.equal(await told('10:02:05', 5), -120);
  });

  it('is not judged by an answer that does not say when it was given', async () => {
    assert.equal(await told(null), undefined);
    assert.equal(await told('at noon'), undefined);
  });

  it('is judged by the latest answer that says so', () => {
    const skew = new ClockSkew(new ManualClock('2026-11-22T10:00:00.000Z'));
    skew.record('Sun, 22 Nov 2026 10:02:00 GMT', 0);
    skew.record(null, 0);
    assert.equal(skew.seconds, -120);
    skew.record('Sun, 22 Nov 2026 10:00:00 GMT', 0);
    assert.equal(skew.seconds, 0);
  });
});
