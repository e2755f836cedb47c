// The words and the card of an alarm.
import type { AlarmNews } from '../../domain/health/alarm.js';
import type { Credential } from '../../domain/health/sign-in.js';
import { isSignInReason, type ProblemReason, takesNewSignIn } from '../../domain/problem.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { dateInWords } from '../render/text.js';
import { type SignInWords, signInWords } from '../words/sign-in-words.js';

/** An alarm in words: one line for a phone's lock screen, then what it means and what to do. */
export interface AlarmWords {
  readonly title: string;
  readonly lines: readonly string[];
}

const signInAgain =
  'To mend it, run npm run sign-in on the machine that Gatehouse runs on. It takes a minute, and nothing is lost. For a container, docs/run-it.md says how.';
const goesOn =
  'Until then Gatehouse goes on showing what it can read, but it can ask for no access, hand nothing back, and may notice changes late.';
const standsStill = 'Until then Gatehouse can read nothing new and do nothing; it shows what it knows from before.';

/** An alarm, or its end, in words. */
export function alarmWords(alarm: AlarmNews): AlarmWords {
  switch (alarm.code) {
    case 'signInLost':
      return lostWords(alarm);
    case 'signInWithoutMfa':
      return {
        title: '⚠️ Gatehouse’s sign-in lacks multifactor authentication',
        lines: ['Microsoft demands it of partners, and may refuse Gatehouse at any time.', signInAgain],
      };
    case 'signInEnds':
      return {
        title: '⚠️ Gatehouse’s sign-in is about to expire',
        lines: [
          `It has not been used for long, and ends on ${dateInWords(alarm.endsAt)} if it stays unused: Microsoft forgets a sign-in after 90 days.`,
          signInAgain,
        ],
      };
    case 'credentialEnds':
      return {
        title: credentialTitle(credentialName[alarm.kind], alarm.withinDays),
        lines: [
          `It is the one by which Gatehouse’s app proves itself to Microsoft, and ${alarm.withinDays === 0 ? 'ended' : 'ends'} on ${dateInWords(alarm.endsAt)}. Without it Gatehouse can read and do nothing.`,
          credentialCure[alarm.kind],
        ],
      };
    case 'botSecretEnds':
      return {
        title: credentialTitle('bot’s secret', alarm.withinDays),
        lines: [
          `It is the one by which the bot proves itself to Teams, and ${alarm.withinDays === 0 ? 'ended' : 'ends'} on ${dateInWords(alarm.endsAt)}. Without it Gatehouse falls silent here: it can answer nobody.`,
          'Make a new one in Entra (App registrations, the bot’s app, Certificates & secrets), set MicrosoftAppPassword to it and start Gatehouse again.',
        ],
      };
    case 'signInBack':
      return {
        title: '✅ Gatehouse is signed in to Microsoft again',
        lines: ['What was waiting goes on by itself.'],
      };
    default:
      return alarm satisfies never;
  }
}

/** The card of an alarm. */
export function alarmView(alarm: AlarmNews, context: ViewContext): Card {
  return messageView(alarmWords(alarm), context);
}

const noConsent: SignInWords = {
  cause: 'The app lacks a consent, or the account has lost its rights in your own tenant.',
  cure: `${signInAgain} The page shows which consent is missing, with the link to give it.`,
};
// Without the app nothing can be read either, since the app reads while no one is signed in.
const ofTheApp: readonly ProblemReason[] = [
  'credentialExpired',
  'credentialRefused',
  'appUnknown',
  'appDisabled',
  'tenantUnknown',
];

function lostWords({ reason, answer }: Extract<AlarmNews, { code: 'signInLost' }>): AlarmWords {
  const { why, cause, cure } = isSignInReason(reason) ? signInWords(reason, answer) : noConsent;
  return {
    title: why === undefined ? '❌ Gatehouse is not signed in to Microsoft' : `❌ Gatehouse can’t sign in: ${why}`,
    lines: [cause, takesNewSignIn({ reason }) ? signInAgain : cure, ofTheApp.includes(reason) ? standsStill : goesOn],
  };
}

const credentialName: Readonly<Record<Credential['kind'], string>> = {
  secret: 'client secret',
  certificate: 'certificate',
  managedIdentity: 'managed identity',
};

function credentialTitle(name: string, withinDays: number): string {
  if (withinDays === 0) return `❌ Gatehouse’s ${name} has expired`;
  return `⚠️ Gatehouse’s ${name} expires within ${withinDays === 1 ? 'a day' : `${withinDays} days`}`;
}

const credentialCure: Readonly<Record<Credential['kind'], string>> = {
  secret:
    'Make a new one in Entra (App registrations, Certificates & secrets), set PARTNER_CLIENT_SECRET to it and start Gatehouse again.',
  certificate:
    'Make a new one, upload its public part in Entra (App registrations, Certificates & secrets), put it where PARTNER_CLIENT_CERTIFICATE points and start Gatehouse again.',
  managedIdentity: 'Check the managed identity and its federated credential in Azure and Entra.',
};
