// Does an alarm say what happened, what it means and what to do, in words that fit a phone?
import assert from 'node:assert/strict';
import type { AlarmNews } from '../../src/domain/alarm.js';
import { alarmView, alarmWords } from '../../src/views/alarms.js';
import { aTemplate, now } from '../support/builders.js';
import { assertGoodCard } from '../support/card-lint.js';
import { textOf } from '../support/card-reading.js';

const context = { isSandbox: false, template: aTemplate(), now };
const endsAt = '2026-12-24T10:00:00.000Z';
const alarms: readonly AlarmNews[] = [
  { code: 'signInLost', reason: 'signInExpired' },
  { code: 'signInLost', reason: 'mfaRequired' },
  { code: 'signInLost', reason: 'noRights' },
  { code: 'signInLost', reason: 'credentialRefused' },
  { code: 'signInWithoutMfa' },
  { code: 'signInEnds', endsAt, withinDays: 3 },
  ...[30, 1, 0].map((withinDays) => ({ code: 'credentialEnds', kind: 'secret', endsAt, withinDays }) as const),
  { code: 'credentialEnds', kind: 'certificate', endsAt, withinDays: 7 },
  { code: 'botSecretEnds', endsAt, withinDays: 7 },
];

describe('an alarm', () => {
  for (const alarm of alarms) {
    const { title, lines } = alarmWords(alarm);
    it(`says what to do: ${title}`, () => {
      assert.ok(title.length <= 70, 'the title is a phone’s one line');
      assert.match(lines.join(' '), /npm run sign-in|make a new one/i);
      assertGoodCard(alarmView(alarm, context));
      for (const line of [title, ...lines]) assert.ok(textOf(alarmView(alarm, context)).includes(line), line);
    });
  }

  it('names the day on which something ends', () => {
    assert.match(alarmWords({ code: 'signInEnds', endsAt, withinDays: 3 }).lines.join(' '), /on 24 December 2026/);
  });

  it('tells a day from several, and what has ended from what will', () => {
    const titles = [30, 1, 0].map(
      (withinDays) => alarmWords({ code: 'credentialEnds', kind: 'secret', endsAt, withinDays }).title,
    );
    assert.deepEqual(titles, [
      '⚠️ Gatehouse’s client secret expires within 30 days',
      '⚠️ Gatehouse’s client secret expires within a day',
      '❌ Gatehouse’s client secret has expired',
    ]);
  });

  it('says when it is over', () => {
    assert.match(alarmWords({ code: 'signInBack' }).title, /signed in to Microsoft again/);
  });
});
