// The words for who receives Partner Center's events, and for the result of a test.
import { isSameAddress } from '../domain/same-address.js';
import { wantedEvents } from '../microsoft/partner-center/register-webhook.js';
import type { Registration, TestResult } from '../microsoft/partner-center/webhooks.js';
import type { Clock } from '../runtime/clock.js';

/** What is known of the registration. */
export interface KnownRegistration {
  /** Absent: PUBLIC_URL isn't set. */
  readonly ours: string | undefined;
  /** Absent: Partner Center has none. */
  readonly registration: Registration | undefined;
  readonly offered: readonly string[];
}

/** Whether events go to this bot. */
export function isHeldByUs(registration: Registration | undefined, ours: string | undefined): boolean {
  return registration !== undefined && ours !== undefined && isSameAddress(registration.url, ours);
}

/** The registration in plain words, a line each. */
export function registrationLines({ ours, registration, offered }: KnownRegistration): readonly string[] {
  const possible = wantedEvents.filter((name) => offered.includes(name));
  const unknown = wantedEvents.filter((name) => !offered.includes(name));
  const missing = possible.filter((name) => !registration?.events.includes(name));
  const isOurs = isHeldByUs(registration, ours);
  return [
    ours
      ? `This bot receives events at ${ours}.`
      : 'This bot has no public address yet: set PUBLIC_URL, for example to https://gatehouse.example.com.',
    ...(registration ? holderLines(registration, isOurs) : ['Partner Center isn’t sending its events anywhere.']),
    ...(isOurs && missing.length > 0 ? [`Available but not registered: ${missing.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`Not available from Microsoft: ${unknown.join(', ')}.`] : []),
    ...nextStep({ isOurs, isHeld: registration !== undefined, isComplete: missing.length === 0 }),
  ];
}

function holderLines({ url, events, changedAt }: Registration, isOurs: boolean): readonly string[] {
  return [
    `Partner Center sends its events to ${url}, which ${isOurs ? 'is' : 'isn’t'} this bot.`,
    `Registered: ${events.join(', ') || 'no events'}.`,
    ...(changedAt ? [`Last changed: ${changedAt}.`] : []),
  ];
}

function nextStep({ isOurs, isHeld, isComplete }: Readonly<Record<'isOurs' | 'isHeld' | 'isComplete', boolean>>) {
  if (isOurs && isComplete) return [];
  if (isOurs || !isHeld) return ['To receive them here, run: npm run webhooks -- --register'];
  return [
    'Another product may depend on them. To receive them here instead, run: npm run webhooks -- --register --take-over',
  ];
}

const patienceSeconds = 60;
const pauseMs = 2000;

/** Follows a test event until its end is known, for a minute at most. Whether it arrived and was taken. */
export async function followTest(
  read: () => Promise<TestResult | undefined>,
  clock: Clock,
  write: (line: string) => void,
): Promise<boolean> {
  const deadline = clock.elapsedMs() + patienceSeconds * 1000;
  while (clock.elapsedMs() < deadline) {
    const result = await read();
    const last = result?.results.at(-1);
    if (last && /^(ok|2\d\d|accepted|nocontent)$/i.test(last.responseCode)) {
      write(`The test event arrived: Partner Center got the answer ${last.responseCode}.`);
      return true;
    }
    // Partner Center goes on trying, but a bot that refuses once refuses again.
    if (last || result?.isCompleted) {
      write(
        last?.responseCode
          ? `The test event was refused: Partner Center got the answer ${last.responseCode}. ${cureOf(last.responseCode)}`
          : 'The test event didn’t arrive: Partner Center got no answer. Check that the bot is running and that the internet can reach it there.',
      );
      return false;
    }
    await clock.pause(pauseMs);
  }
  write('Partner Center hasn’t reported a result within a minute. Check again later, or send another test event.');
  return false;
}

function cureOf(responseCode: string): string {
  if (/unauthorized|401/i.test(responseCode))
    return 'The bot doesn’t trust the signature. Look for requestRefused in its log, and check WEBHOOK_CERTIFICATE_URL and WEBHOOK_ROOTS.';
  if (/notfound|404/i.test(responseCode)) return 'Something else answers at that address. Check PUBLIC_URL.';
  return 'To see why, look for requestRefused or requestFailed in the bot’s log.';
}
