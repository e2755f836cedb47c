// What the product says, by what it means: its own words, so that no sentence is copied into a test that isn't about it.
import assert from 'node:assert/strict';
import type { Ending } from '../../src/domain/access/limitation.js';
import type { AlarmNews } from '../../src/domain/health/alarm.js';
import type { OffboardingStage } from '../../src/domain/offboarding/offboarding.js';
import type { SignInReason } from '../../src/domain/problem.js';
import type { SecondedAction } from '../../src/domain/tenant/awaited-second.js';
import type { RefusalReason } from '../../src/domain/tenant/decide.js';
import type { News } from '../../src/domain/tenant/news.js';
import type { Status } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { wordsFor } from '../../src/views/explain/limitation-words.js';
import { headline, refusalNotice } from '../../src/views/explain/notices.js';
import { alarmWords } from '../../src/views/health/alarms.js';
import { statusReportView } from '../../src/views/health/status-report.js';
import { accessStyle } from '../../src/views/offboarding/past-offboarding.js';
import { watchedRequestWords } from '../../src/views/offboarding/watched-request.js';
import type { ViewContext } from '../../src/views/render/context.js';
import { dateAndTimeInWords } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { alex, aTemplates, now, tenantBy } from './builders.js';
import { textOf } from './card-reading.js';
import { aCertificate, aWatchedRequest } from './watched-request-builders.js';

/** What a card is drawn in, to compare what it says with what a person reads. */
export const anyContext: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now };

/** A person reads on the first card what the second one says, below the sandbox's line. */
export function assertReadsLike(card: unknown, expected: unknown): void {
  assert.equal(textOf(card).replace(/^🧪.*\n/, ''), textOf(expected));
}

/** The headline of news of a tenant, without a cause. `action`: what a second admin was asked for, where that is the cause. */
export function newsOf(
  name: string,
  what: Exclude<News, 'issuesFound' | 'accessLost' | 'offboardingStopped'>,
  action?: SecondedAction['do'],
): string {
  const tenant = named(name);
  return headline(what, { ...tenant, history: [...tenant.history, { at: now, what: 'secondAdminAsked', action }] }, en);
}

/** The headline of issues that were found, with the tenant's own cause. */
export function issuesFoundNews(tenant: Tenant): string {
  assert.notDeepEqual(tenant.onboarding?.limitations ?? [], []);
  return headline('issuesFound', tenant, en);
}

/** The headline of lost access, with how it ended. */
export function accessLostNews(name: string, ending: Ending): string {
  const tenant = named(name, 'issuesFound');
  assert.ok(tenant.onboarding);
  const limitations = [{ code: 'relationshipLost', ending, relationshipName: '' }] as const;
  return headline('accessLost', { ...tenant, onboarding: { ...tenant.onboarding, limitations } }, en);
}

/** The headline of an offboarding that has stopped, with what couldn't be removed. */
export function offboardingStoppedNews(tenant: Tenant): string {
  assert.ok(tenant.offboarding?.tasks.some(({ state }) => state.is === 'refused'));
  return headline('offboardingStopped', tenant, en);
}

/** What a click is told that did nothing. */
export function refusalOf(name: string, why: RefusalReason, status: Status = 'approved'): string {
  return refusalNotice(why, named(name, status), en);
}

/** The headline of the alarm that Gatehouse can't sign in, for this reason. */
export function signInLost(reason: SignInReason): string {
  return alarmTitle({ code: 'signInLost', reason });
}

/** The headline of an alarm. */
export function alarmTitle(alarm: AlarmNews): string {
  return alarmWords(alarm, en).title;
}

/** The headline of a watched request of a tenant. */
export function watchedRequestTitle(name: string, is: 'becameActive' | 'terminating' | 'over' | 'notWatched'): string {
  const watched = aWatchedRequest({ becameActiveAt: now });
  const story = { relationshipId: watched.relationshipId, tenantId: watched.tenantId, name };
  const stories = {
    becameActive: { ...story, watched },
    terminating: { ...story, watched: { ...watched, termination: { by: alex, at: now } } },
    over: { ...story, isOver: true },
    notWatched: story,
  };
  return watchedRequestWords(stories[is], en).title;
}

/** The codes of a tenant's limitations that a card names in the product's words. */
export function limitationsOn(card: unknown, { onboarding }: Tenant): readonly string[] {
  const text = textOf(card);
  return (onboarding?.limitations ?? [])
    .filter((each) => text.includes(wordsFor(each, en).title))
    .map(({ code }) => code);
}

/** Whether access is left, as the card of a certificate says; `undefined`: it is no such card. */
export function accessLeftOn(card: unknown): 'none' | 'remains' | 'notKnown' | undefined {
  return (['none', 'remains', 'notKnown'] as const).find((is) => {
    const { icon, word } = accessStyle(aCertificate({ access: { is, by: [], notKnown: [] } }), en);
    return textOf(card).split('\n').includes(`${icon} ${word}`);
  });
}

/** How far an offboarding is, as its card says; `dropped`: it was undone or canceled before it began. */
export type StageOnCard = OffboardingStage | 'dropped';

/** How far an offboarding is, as its card says; `undefined`: it is no such card, or that of a certificate. */
export function stageOn(card: unknown): StageOnCard | undefined {
  const stages = Object.keys(en.offboarding.stages) as StageOnCard[];
  return stages.find((stage) => textOf(card).split('\n').includes(en.offboarding.stages[stage]));
}

/** How messages reach a conversation, as the card of /status says under its name, and with which words. */
export function deliveryOn(card: unknown, name: string) {
  const lines = textOf(card).split('\n');
  const text = lines.includes(name) ? lines[lines.indexOf(name) + 1] : undefined;
  if (text === undefined) throw new Error(`/status does not speak of ${name}`);
  const is = (Object.keys(deliveries) as (keyof typeof deliveries)[]).find((each) =>
    text.startsWith(beginningOf(each)),
  );
  // Without the days, the times and Teams' own status.
  const [waiting = '0'] = text.replaceAll(/\d+ \p{L}+ \d{4} at \d+:\d+|\b4\d\d\b/gu, '').match(/\d+/) ?? [];
  return { is, waiting: Number(waiting), text };
}

const deliveries = {
  reached: { subscribed: true },
  notSubscribed: { subscribed: false },
  failing: { subscribed: true, failing: { why: '', since: now } },
  unreachable: { subscribed: true, unreachable: { why: '', since: now } },
} as const;

/** What stands before the day in the words for a conversation. */
function beginningOf(is: keyof typeof deliveries): string {
  const conversation = { name: 'chat', kind: 'personal' as const, waiting: 0, ...deliveries[is] };
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  const card = statusReportView({ findings: [], counts, conversations: [conversation] }, anyContext);
  const lines = textOf(card).split('\n');
  return lines[lines.indexOf('chat') + 1]?.split(dateAndTimeInWords(now, en))[0] ?? assert.fail();
}

/** Whether a card is one of these, by its title. */
export function isDrawnFrom(card: unknown, view: keyof typeof titles): boolean {
  return textOf(card).split('\n').includes(titles[view]);
}

const titles = { help: en.help.title, greeting: en.help.greeting.title, leftovers: en.leftovers.title } as const;

function named(displayName: string, status: Status = 'approved'): Tenant {
  return { ...tenantBy[status](), customer: { displayName, domain: '' } };
}
