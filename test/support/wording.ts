// What the product says, by what it means: its own words, so that no sentence is copied into a test that isn't about it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AlarmNews } from '../../src/domain/health/alarm.js';
import type { OffboardingStage } from '../../src/domain/offboarding/offboarding.js';
import type { SignInReason } from '../../src/domain/problem.js';
import type { RefusalReason } from '../../src/domain/tenant/decide.js';
import type { News } from '../../src/domain/tenant/news.js';
import type { Status } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { alarmWords } from '../../src/views/health/alarms.js';
import { statusReportView } from '../../src/views/health/status-report.js';
import { accessStyle } from '../../src/views/offboarding/past-offboarding.js';
import { stageStyles } from '../../src/views/offboarding/stage-words.js';
import { watchedRequestWords } from '../../src/views/offboarding/watched-request.js';
import type { ViewContext } from '../../src/views/render/context.js';
import type { ViewName } from '../../src/views/render/templates.js';
import { wordsFor } from '../../src/views/words/limitation-words.js';
import { headline, refusalNotice } from '../../src/views/words/notices.js';
import { alex, aTemplate, now, tenantBy } from './builders.js';
import { inputsOf, parts, textOf } from './card-reading.js';
import { aCertificate, aWatchedRequest } from './watched-request-builders.js';

/** What a card is drawn in, to compare what it says with what a person reads. */
export const anyContext: ViewContext = { isSandbox: false, template: aTemplate(), now };

/** A person reads on the first card what the second one says, below the sandbox's line. */
export function assertReadsLike(card: unknown, expected: unknown): void {
  assert.equal(textOf(card).replace(/^🧪.*\n/, ''), textOf(expected));
}

/** The headline of news of a tenant. */
export function newsOf(name: string, what: News): string {
  return headline(what, named(name));
}

/** What a click is told that did nothing. */
export function refusalOf(name: string, why: RefusalReason, status: Status = 'approved'): string {
  return refusalNotice(why, named(name, status));
}

/** The headline of the alarm that Gatehouse can't sign in, for this reason. */
export function signInLost(reason: SignInReason): string {
  return alarmTitle({ code: 'signInLost', reason });
}

/** The headline of an alarm. */
export function alarmTitle(alarm: AlarmNews): string {
  return alarmWords(alarm).title;
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
  return watchedRequestWords(stories[is]).title;
}

/** The codes of a tenant's limitations that a card names in the product's words. */
export function limitationsOn(card: unknown, { onboarding }: Tenant): readonly string[] {
  const text = textOf(card);
  return (onboarding?.limitations ?? []).filter((each) => text.includes(wordsFor(each).title)).map(({ code }) => code);
}

/** Whether access is left, as the card of a certificate says; `undefined`: it is no such card. */
export function accessLeftOn(card: unknown): 'none' | 'remains' | 'notKnown' | undefined {
  return (['none', 'remains', 'notKnown'] as const).find((is) => {
    const { icon, word } = accessStyle(aCertificate({ access: { is, by: [], notKnown: [] } }));
    return textOf(card).split('\n').includes(`${icon} ${word}`);
  });
}

/** How far an offboarding is, as its card says; `undefined`: it is no such card. */
export function stageOn(card: unknown): OffboardingStage | undefined {
  const stages = Object.keys(stageStyles) as OffboardingStage[];
  return stages.find((stage) => textOf(card).split('\n').includes(stageStyles[stage].word));
}

/** How messages reach a conversation, as the card of /status says of it, and with which words. */
export function deliveryOn(card: unknown, conversationId: string) {
  const lines = textOf(card).split('\n');
  const text = lines[lines.indexOf(conversationId) - 1];
  if (text === undefined) throw new Error(`/status does not speak of ${conversationId}`);
  const is = (Object.keys(deliveries) as (keyof typeof deliveries)[]).find((each) =>
    text.startsWith(beginningOf(each)),
  );
  // Without the days, the times and Teams' own status.
  const [waiting = '0'] = text.replaceAll(/\{\{.*?\}\}|\b4\d\d\b/g, '').match(/\d+/) ?? [];
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
  const conversation = { conversationId: 'chat', kind: 'personal', waiting: 0, ...deliveries[is] };
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  const card = statusReportView({ findings: [], counts, conversations: [conversation] }, anyContext);
  const lines = textOf(card).split('\n');
  return lines[lines.indexOf('chat') - 1]?.split('{{')[0] ?? assert.fail();
}

/** Whether a card was drawn from a template: everything that this says in each case is on the card. */
export function isDrawnFrom(card: unknown, view: ViewName): boolean {
  const { always, ids } = fixedParts(view);
  if (always.length + ids.length === 0) throw new Error(`nothing tells ${view} apart from other templates`);
  const lines = textOf(card).split('\n');
  const inputs = Object.keys(inputsOf(card));
  return always.every((text) => lines.includes(text)) && ids.every((id) => inputs.includes(id));
}

function fixedParts(view: ViewName): { readonly always: readonly string[]; readonly ids: readonly string[] } {
  const template: unknown = JSON.parse(readFileSync(new URL(`../../cards/${view}.json`, import.meta.url), 'utf8'));
  const unconditional = [...parts(withoutConditions(template))];
  return {
    always: unconditional.flatMap(({ type, text }) =>
      (type === 'TextBlock' || type === 'TextRun') && typeof text === 'string' && !text.includes('${') ? [text] : [],
    ),
    ids: unconditional.flatMap(({ type, id }) =>
      typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' ? [id] : [],
    ),
  };
}

function withoutConditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConditions);
  if (typeof value !== 'object' || value === null) return value;
  if ('$when' in value || '$data' in value) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutConditions(each)]));
}

function named(displayName: string, status: Status = 'approved'): Tenant {
  return { ...tenantBy[status](), customer: { displayName, domain: '' } };
}
