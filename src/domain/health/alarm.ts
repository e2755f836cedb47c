// Alarms: what the people who run Gatehouse must fix so that it can go on.

import { type ProblemReason, passes } from '../problem.js';
import type { SettingFault } from '../setting-fault.js';
import { type Instant, secondsBetween } from '../time.js';
import { isClockOff } from './checkup-database.js';
import type { CredentialEnds } from './credential-expiry.js';
import { type Credential, type SignIn, signInEnd } from './sign-in.js';

/** Something that only a person can fix. */
export type Alarm =
  /** There's no token for the signed-in person. */
  | { readonly code: 'signInLost'; readonly reason: ProblemReason; readonly answer?: string | undefined }
  /** The sign-in still works, but was made without multifactor authentication. */
  | { readonly code: 'signInWithoutMfa' }
  /** A sign-in lapses when it isn't used, and this one hasn't been for long. */
  | { readonly code: 'signInEnds'; readonly endsAt: Instant; readonly withinDays: number }
  /** The secret or certificate of the partner's application ends, or has ended. */
  | {
      readonly code: 'credentialEnds';
      readonly kind: Credential['kind'];
      readonly endsAt: Instant;
      readonly withinDays: number;
    }
  /** The secret of the bot's own identity ends, or has ended. */
  | { readonly code: 'botSecretEnds'; readonly endsAt: Instant; readonly withinDays: number }
  /** The files of the access templates have changed and are wrong, so those of before stay. */
  | { readonly code: 'templatesWrong'; readonly file: string; readonly fault: SettingFault }
  /** Templates that were chosen for tenants are no longer in the files, so those have what the rules say. */
  | { readonly code: 'templatesMissing'; readonly names: readonly string[]; readonly count: number }
  /** After a failover the database lacks changes that had been saved. */
  | { readonly code: 'changesLost' }
  /** Machines of the partner haven't taken so many events for more than a day. */
  | { readonly code: 'outgoingGivenUp'; readonly hosts: readonly string[]; readonly count: number }
  /** The clock of the replica on this host and the database's are apart; positive: it's ahead. */
  | { readonly code: 'clockOff'; readonly host: string; readonly seconds: number };

/** What an alarm is about. */
export type AlarmCode = Alarm['code'];

/** What's told: an alarm, or that it's over. */
export type AlarmNews = Alarm | { readonly code: 'signInBack' };

/** An alarm that has been told. */
export interface RaisedAlarm {
  readonly code: AlarmCode;
  /** Tells it from the next alarm of the same code that must be told too, such as one day left instead of seven. */
  readonly key: string;
  readonly at: Instant;
}

// Days before the end at which people are told, the fewest first; 0: it has ended.
const credentialDays = [0, 1, 7, 30];
const signInDays = [0, 3, 14];

/** The alarms of the sign-in and of credentials; at most one of each code. */
export function alarmsIn(signIn: SignIn, ends: CredentialEnds, now: Instant): readonly Alarm[] {
  const { failing, hasMfa, credential } = signIn;
  const alarms: Alarm[] = [];
  const lost = lostSignIn({ failing });
  const isLost = lost !== undefined;
  if (lost) alarms.push({ code: 'signInLost', reason: lost.problem.reason, answer: lost.problem.answer });
  if (!isLost && hasMfa === false) alarms.push({ code: 'signInWithoutMfa' });
  const signInEndsAt = signInEnd(signIn);
  const signInWithinDays = reached(signInEndsAt, signInDays, now);
  if (!isLost && signInEndsAt !== undefined && signInWithinDays !== undefined)
    alarms.push({ code: 'signInEnds', endsAt: signInEndsAt, withinDays: signInWithinDays });
  const [appWithinDays, botWithinDays] = [ends.app, ends.bot].map((endsAt) => reached(endsAt, credentialDays, now));
  if (ends.app !== undefined && appWithinDays !== undefined)
    alarms.push({ code: 'credentialEnds', kind: credential.kind, endsAt: ends.app, withinDays: appWithinDays });
  if (ends.bot !== undefined && botWithinDays !== undefined)
    alarms.push({ code: 'botSecretEnds', endsAt: ends.bot, withinDays: botWithinDays });
  return alarms;
}

// It can't be put right, only looked at: what was lost is read anew at Microsoft, or done again.
const lossToldForSeconds = 86_400;

/** The alarm of changes that were lost from the database; for a day after it was noticed. */
export function alarmOfLoss(noticedAt: Instant | undefined, now: Instant): readonly Alarm[] {
  return noticedAt !== undefined && isRecent(noticedAt, now) ? [{ code: 'changesLost' }] : [];
}

/**
 * The alarm of a replica's clock; `skewSeconds` is how far it's ahead of the database's, absent while that isn't known.
 * Others take it as over after a day, since they can't know whether that replica is still there; it tells anew where it lasts.
 */
export function alarmOfClock(host: string, skewSeconds: number | undefined): readonly Alarm[] {
  if (skewSeconds === undefined || !isClockOff(skewSeconds)) return [];
  return [{ code: 'clockOff', host, seconds: Math.round(skewSeconds) }];
}

function isRecent(at: Instant, now: Instant): boolean {
  return secondsBetween(at, now) < lossToldForSeconds;
}

/** Why, and since when, the sign-in is lost until a person fixes it; `undefined`: it isn't, or only for a moment. */
export function lostSignIn({ failing }: Pick<SignIn, 'failing'>): SignIn['failing'] {
  return failing && !passes(failing.problem) ? failing : undefined;
}

/** What a replica knows by itself of what alarms are about. */
export interface KnownOfAlarms {
  readonly signIn: SignIn;
  readonly ends: CredentialEnds;
  /** The end of the last complete reconciliation, of whichever replica. Absent: there was none. */
  readonly reconciledAt?: Instant | undefined;
  /** Since when its files of access templates are right. Absent: it has none. */
  readonly templatesRightSince?: Instant | undefined;
  readonly now: Instant;
  /** The alarms that it has seen itself since its start. */
  readonly seen: ReadonlySet<AlarmCode>;
}

/**
 * Whether an alarm that isn't current here is over. Another replica may have raised it, and what this one hasn't asked
 * Microsoft for since then says nothing: a sign-in whose end it hasn't met yet seems well for as long as its tokens last.
 */
export function isOverByNow({ code, at }: RaisedAlarm, known: KnownOfAlarms): boolean {
  const { signIn, ends, reconciledAt, templatesRightSince, now, seen } = known;
  if (seen.has(code)) return true;
  switch (code) {
    case 'signInLost':
      return signIn.renewedAt !== undefined && signIn.renewedAt > at && reconciledAt !== undefined && reconciledAt > at;
    case 'signInWithoutMfa':
      return signIn.hasMfa === true;
    case 'signInEnds':
      return signIn.renewedAt !== undefined;
    case 'credentialEnds':
      return ends.app !== undefined;
    case 'botSecretEnds':
      return ends.bot !== undefined;
    case 'templatesWrong':
    case 'templatesMissing':
      return templatesRightSince === undefined || templatesRightSince > at;
    case 'changesLost':
    case 'clockOff':
      return !isRecent(at, now);
    case 'outgoingGivenUp':
      return true;
    default:
      return code satisfies never;
  }
}

/** The key of an alarm; it's told again when the key changes. */
export function alarmKeyOf(alarm: Alarm): string {
  switch (alarm.code) {
    case 'signInLost':
      // An answer known only by its number is another alarm with another number.
      return alarm.reason === 'signInRefused' ? `${alarm.reason} ${alarm.answer ?? ''}`.trimEnd() : alarm.reason;
    case 'signInWithoutMfa':
    case 'changesLost':
    case 'clockOff':
      return '';
    case 'signInEnds':
    case 'credentialEnds':
    case 'botSecretEnds':
      return `${alarm.withinDays} of ${alarm.endsAt}`;
    case 'templatesWrong':
      return [alarm.file, ...placesOf(alarm.fault)].join(' ').slice(0, mostKeyCharacters);
    case 'templatesMissing':
      return alarm.names.join(', ').slice(0, mostKeyCharacters);
    case 'outgoingGivenUp':
      return alarm.hosts.join(' ').slice(0, mostKeyCharacters);
    default:
      return alarm satisfies never;
  }
}

// A key is part of an id in the store.
const mostKeyCharacters = 400;

function placesOf(fault: SettingFault): readonly string[] {
  if (!('lines' in fault)) return [fault.code];
  return fault.lines.map(({ line, fault: { code } }) => `${line}:${code}`);
}

/** The smallest number of days within which it ends; `undefined`: it ends later, or never. */
function reached(endsAt: Instant | undefined, days: readonly number[], now: Instant): number | undefined {
  if (endsAt === undefined) return undefined;
  const daysLeft = secondsBetween(now, endsAt) / 86_400;
  return days.find((each) => daysLeft <= each);
}
