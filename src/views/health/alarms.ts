// The words and the card of an alarm.

import type { AlarmNews } from '../../domain/health/alarm.js';
import { isSignInReason, type ProblemReason, takesNewSignIn } from '../../domain/problem.js';
import type { Words } from '../catalogue.js';
import { settingCure, settingWords } from '../explain/setting-words.js';
import { signInWords } from '../explain/sign-in-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { dateInWords, literal, phrase } from '../render/text.js';
import type { Literal, Text } from '../words/text-types.js';

/** An alarm in words: one line for a phone's lock screen, then what it means and what to do. */
export interface AlarmWords {
  readonly title: Text;
  readonly lines: readonly Literal[];
}

/** An alarm, or its end, in words. */
export function alarmWords(alarm: AlarmNews, words: Words): AlarmWords {
  const { alarms } = words;
  switch (alarm.code) {
    case 'signInLost':
      return lostWords(alarm, words);
    case 'signInWithoutMfa':
      return { title: alarms.signInWithoutMfa.title, lines: [alarms.signInWithoutMfa.why, alarms.signInAgain] };
    case 'signInEnds': {
      const { title, why } = alarms.signInEnds;
      return { title, lines: [why({ date: dateInWords(alarm.endsAt, words) }), alarms.signInAgain] };
    }
    case 'credentialEnds':
      return expiryWords(alarm, alarms.expiring[alarm.kind], alarms.expiring.ofTheApp, words);
    case 'botSecretEnds':
      return expiryWords(alarm, alarms.expiring.botSecret, alarms.expiring.ofTheBot, words);
    case 'templatesWrong': {
      const { title, stays } = alarms.templatesWrong;
      const what = settingWords({ name: alarm.file, fault: alarm.fault }, words);
      const cure = settingCure(alarm.fault, words);
      return { title, lines: [phrase`${what}.`, ...(cure === undefined ? [] : [cure]), stays] };
    }
    case 'templatesMissing': {
      const { title, why, cure } = alarms.templatesMissing;
      return { title, lines: [why({ names: literal(alarm.names.join(', '), 200), count: alarm.count }), cure] };
    }
    case 'changesLost':
      return { title: alarms.changesLost.title, lines: [alarms.changesLost.why, alarms.changesLost.cure] };
    case 'outgoingGivenUp': {
      const { title, why, cure } = alarms.outgoingGivenUp;
      return { title, lines: [why({ hosts: literal(alarm.hosts.join(', '), 200), count: alarm.count }), cure] };
    }
    case 'clockOff': {
      const { title, why, cure } = alarms.clockOff;
      const { host, seconds } = alarm;
      return { title, lines: [why({ host: literal(host, 100), seconds: Math.abs(seconds) }), cure] };
    }
    case 'signInBack':
      return { title: alarms.signInBack.title, lines: [alarms.signInBack.what] };
    default:
      return alarm satisfies never;
  }
}

/** The card of an alarm. */
export function alarmView(alarm: AlarmNews, context: ViewContext): Card {
  return messageView(alarmWords(alarm, context.words), context);
}

type Expiring = Words['alarms']['expiring'];

function expiryWords(
  { withinDays: days, endsAt }: Extract<AlarmNews, { code: 'credentialEnds' | 'botSecretEnds' }>,
  { title, cure }: Expiring['secret'],
  consequence: Expiring['ofTheApp'],
  words: Words,
): AlarmWords {
  return {
    title: title({ days }),
    lines: [consequence({ isOver: days === 0 ? 'yes' : 'no', date: dateInWords(endsAt, words) }), cure],
  };
}

// Without the app nothing can be read either, since the app reads while no one is signed in.
const ofTheApp: readonly ProblemReason[] = [
  'credentialExpired',
  'credentialRefused',
  'appUnknown',
  'appDisabled',
  'tenantUnknown',
];

function lostWords({ reason, answer }: Extract<AlarmNews, { code: 'signInLost' }>, words: Words): AlarmWords {
  const { alarms } = words;
  const { why, cause, cure } = isSignInReason(reason) ? signInWords(reason, words, answer) : alarms.consentMissing;
  return {
    title: why === '' ? alarms.notSignedIn : alarms.cantSignIn({ why }),
    lines: [
      cause,
      takesNewSignIn({ reason }) ? alarms.signInAgain : cure,
      ofTheApp.includes(reason) ? alarms.readsNothing : alarms.readsOnly,
    ],
  };
}
