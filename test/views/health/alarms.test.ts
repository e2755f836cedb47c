// An alarm says what happened, what it means and what to do, in words that fit a phone.
import assert from 'node:assert/strict';
import type { AlarmNews } from '../../../src/domain/health/alarm.js';
import { signInReasons } from '../../../src/domain/problem.js';
import { bareFault, fault } from '../../../src/domain/setting-fault.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { alarmView, alarmWords } from '../../../src/views/health/alarms.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const context = { words: en, isSandbox: false, templates: aTemplates(), now };
const golden = goldenIn('alarms');
const endsAt = '2026-12-24T10:00:00.000Z';
const alarms: readonly AlarmNews[] = [
  ...([...signInReasons, 'noRights'] as const).map(
    (reason) => ({ code: 'signInLost', reason, answer: 'AADSTS90210' }) as const,
  ),
  { code: 'signInWithoutMfa' },
  { code: 'changesLost' },
  { code: 'outgoingGivenUp', hosts: ['hooks.example.com', 'psa.example.com'], count: 3 },
  { code: 'clockOff', host: 'gatehouse-2', seconds: -7 },
  { code: 'templatesMissing', names: ['bronze', 'slim'], count: 3 },
  { code: 'signInEnds', endsAt, withinDays: 3 },
  ...[30, 1, 0].map((withinDays) => ({ code: 'credentialEnds', kind: 'secret', endsAt, withinDays }) as const),
  { code: 'credentialEnds', kind: 'certificate', endsAt, withinDays: 7 },
  { code: 'botSecretEnds', endsAt, withinDays: 7 },
  {
    code: 'templatesWrong',
    file: '/settings/templates/vip.json',
    fault: {
      code: 'templateHasErrors',
      lines: [
        { line: 2, at: 'durationDays', fault: fault('notDays', { least: 1, most: 730 }) },
        { line: 9, at: '', fault: bareFault('jsonHasComment') },
      ],
    },
  },
  { code: 'templatesWrong', file: '/settings/templates', fault: bareFault('fileAbsent') },
];

describe('an alarm', () => {
  for (const alarm of alarms) {
    const { title, lines } = alarmWords(alarm, en);
    it(`says what to do: ${JSON.stringify(alarm)}`, () => {
      golden(JSON.stringify(alarm), alarmView(alarm, context));
      assert.match(
        lines.join(' '),
        /npm run (sign-in|doctor|template)|create a new one|by itself|Entra administrator|PARTNER_\w+_ID/i,
      );
      assert.doesNotMatch(lines.join(' '), /usually passes/);
      assertGoodCard(alarmView(alarm, context));
      for (const line of [title, ...lines]) assert.ok(textOf(alarmView(alarm, context)).includes(line), line);
    });
  }

  it('has a title that a phone shows whole, in every language', () => {
    for (const language of languages)
      for (const alarm of alarms) {
        const { title } = alarmWords(alarm, wordsIn(language));
        assert.ok(title.length <= 70, `${title.length}: ${title}`);
      }
  });

  it('names the day on which something ends', () => {
    assert.match(alarmWords({ code: 'signInEnds', endsAt, withinDays: 3 }, en).lines.join(' '), /24 December 2026/);
  });

  it('tells a day from several, and what has ended from what will', () => {
    const titles = [30, 1, 0].map(
      (withinDays) => alarmWords({ code: 'credentialEnds', kind: 'secret', endsAt, withinDays }, en).title,
    );
    golden('titles of a secret that ends in 30 days, in a day, and has ended', titles.join('\n'));
  });

  it('speaks of multifactor authentication only where that is what is missing', () => {
    for (const reason of signInReasons) {
      const { title, lines } = alarmWords({ code: 'signInLost', reason }, en);
      assert.equal(/multifactor/i.test([title, ...lines].join(' ')), reason === 'mfaRequired', reason);
    }
  });

  it('says run sign-in only where a new sign-in helps', () => {
    const helps: readonly string[] = ['signInExpired', 'mfaRequired', 'accountUnknown', 'serviceMissing'];
    for (const reason of signInReasons) {
      const { lines } = alarmWords({ code: 'signInLost', reason }, en);
      assert.equal(/npm run sign-in/.test(lines.join(' ')), helps.includes(reason), reason);
    }
  });

  it('tells an expired secret from a wrong one', () => {
    const [expired, wrong] = (['credentialExpired', 'credentialRefused'] as const).map((reason) =>
      alarmWords({ code: 'signInLost', reason }, en),
    );
    assert.notEqual(expired?.title, wrong?.title);
    golden('an expired secret', [expired?.title, ...(expired?.lines ?? [])].join('\n'));
    golden('a wrong secret', [wrong?.title, ...(wrong?.lines ?? [])].join('\n'));
  });

  it('tells what it does not know by Microsoft’s number', () => {
    const { lines } = alarmWords({ code: 'signInLost', reason: 'signInRefused', answer: 'AADSTS90210' }, en);
    assert.match(lines[0] ?? '', /\(AADSTS90210\)/);
  });

  it('says when it is over', () => {
    golden('over', alarmView({ code: 'signInBack' }, context));
  });
});
