// The buttons of an offboarding, from its plan to its end: one entry a verb.

import { randomUUID } from 'node:crypto';
import { messageLanguageFor } from '../../domain/message-languages.js';
import { stageOf } from '../../domain/offboarding/offboarding.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';
import { ticketIn } from '../../domain/tenant/attention.js';
import { isLeaving } from '../../domain/tenant/tenant.js';
import type { Agreement, OffboardingPlan } from '../../operations/offboarding/offboardings.js';
import type { Words } from '../../views/catalogue.js';
import { offboardingButton } from '../../views/offboarding/buttons.js';
import { isNameTyped } from '../../views/offboarding/confirmation-name.js';
import {
  decidedBy,
  decisionDropped,
  decisionSlow,
  nameExpected,
  planChanged,
  reviewChanged,
} from '../../views/offboarding/notices.js';
import {
  type InputProblems,
  offboardingPlanView,
  offboardingReviewView,
  type PlanCardExtras,
} from '../../views/offboarding/plan.js';
import type { Verb } from '../../views/render/verbs.js';
import { leaveRestQuestion } from '../../views/tenant/leave-question.js';
import { showList } from '../replies/show-list.js';
import { inPlaceOfOffboarding, offboardingReply } from '../replies/show-offboarding.js';
import type { Reply } from '../turn/turn.js';
import type { Action, AnyClick, OffboardingClick, TenantClick } from './action.js';
import { answerOutcome, backFrom, carryOut, current, noticeOf, shown } from './tenant-actions.js';

/** What each verb of an offboarding does. */
export const offboardingActions = {
  // It can be shown even when its tenant is no customer any more: the certificate stays.
  'offboarding.show': { target: 'none', run: show },
  'offboarding.plan': { target: 'tenant', run: readPlan },
  'offboarding.exportPlan': {
    target: 'tenant',
    run: ({ services, tenant, turn, click }) =>
      services.files.exportPlan(tenant.tenantId, { turn, context: services.context, position: click.query }),
  },
  'offboarding.decide': {
    target: 'tenant',
    ticket: { for: 'decideOffboarding', question: askAgain },
    run: decide,
  },
  'offboarding.review': { target: 'offboarding', run: review },
  'offboarding.approve': { target: 'offboarding', run: approve },
  'offboarding.undo': { target: 'offboarding', run: undo },
  'offboarding.retry': {
    target: 'offboarding',
    run: (on) => carryOut(on, { do: 'retryOffboarding', by: on.turn.actor, newId: randomUUID }),
  },
  'offboarding.askLeaveRest': { target: 'offboarding', run: askLeaveRest },
  'offboarding.leaveRest': { target: 'offboarding', run: (on) => carryOut(on, { do: 'leaveRest', by: on.turn.actor }) },
} satisfies Partial<Record<Verb, Action>>;

function show({ services, click: { tenantId, offboardingId, query } }: AnyClick): Reply {
  const known =
    tenantId !== undefined && offboardingId !== undefined
      ? offboardingReply(services, { tenantId, offboardingId })
      : undefined;
  return known ?? showList(services, query, services.context().words.offboarding.notices.notKnown);
}

// Teams gives a click about ten seconds.
const readPatienceMs = 7000;
const decisionPatienceMs = 6000;
// What is left of them when a plan has to be read again after that.
const againPatienceMs = 2500;

async function readPlan(on: TenantClick): Promise<Reply> {
  const begun = offboardingNow(on);
  if (begun) return begun;
  const read = await on.turn.time.within(readPatienceMs, on.services.offboardings.plan(on.tenant.tenantId));
  // It may have been decided while Microsoft was read.
  return (
    offboardingNow(on) ??
    (read ? planReply(on, read) : current(on, on.tenant, wordsOf(on).offboarding.notices.planSlow))
  );
}

/** The card of the offboarding that the tenant has by now. */
function offboardingNow({ services, tenant: { tenantId } }: TenantClick): Reply | undefined {
  const offboarding = services.store.tenant(tenantId)?.offboarding;
  return offboarding && offboardingReply(services, { tenantId, offboardingId: offboarding.id });
}

function planReply(on: TenantClick, read: OffboardingPlan, extras: Partial<PlanCardExtras> = {}): Reply {
  const back = backFrom(on);
  const card = offboardingPlanView(read, on.services.context(), { position: on.click.query, back, ...extras });
  return shown(on, read.tenant, card);
}

type Decision = TenantClick<'version' | 'planHash' | 'steps' | 'name' | 'ticket'>;

function askAgain(on: Decision): Promise<Reply> | Reply {
  return on.tenant.offboarding ? decide(on) : planAgain(on, readPatienceMs, {});
}

async function decide(on: Decision): Promise<Reply> {
  const { services, tenant, turn } = on;
  const { version, planHash, steps = [], name = '' } = on.data;
  const { actor: by, conversationId } = turn;
  // The same click twice shows what the first one came to.
  if (tenant.offboarding) {
    return current(on, tenant, tenant.offboarding.by.id === by.id ? undefined : noticeOf(on, 'offboardingUnderWay'));
  }
  // A click that does something has to say what its card was drawn from.
  if (planHash === undefined || version === undefined) return current(on, tenant, noticeOf(on, 'outdated'));
  if (!isNameTyped(name, tenant, services.store.tenants()))
    return planAgain(on, readPatienceMs, { nameProblem: nameExpected(tenant, wordsOf(on)) });
  const { tenantId } = tenant;
  const language = messageLanguageFor(wordsOf(on).language.tag) ?? 'en';
  const ticket = ticketIn(on.data.ticket ?? '');
  const decision = {
    tenantId,
    by,
    conversationId,
    language,
    planHash,
    steps,
    version,
    ...(ticket !== undefined && { ticket }),
  };
  const agreement = await turn.time.within(decisionPatienceMs, services.offboardings.decide(decision));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: planChanged(tenant, wordsOf(on)) });
  }
  if (agreement?.refused === 'noSteps')
    return planAgain(on, againPatienceMs, { stepsProblem: noticeOf(on, 'noSteps') });
  return answerAgreement(on, agreement);
}

/** The plan once more, with what the person had chosen and typed, and what is wrong with it beside that. */
async function planAgain(on: Decision, milliseconds: number, problem: InputProblems): Promise<Reply> {
  const { services, tenant, turn } = on;
  const { planHash, steps = [], name: typed = '' } = on.data;
  const read = await turn.time.within(milliseconds, services.offboardings.plan(tenant.tenantId));
  const begun = offboardingNow(on);
  if (begun || !read) return begun ?? current(on, tenant, problem.nameProblem ?? problem.stepsProblem);
  return planReply(on, read, {
    ...problem,
    notice: read.planHash === planHash ? undefined : planChanged(tenant, wordsOf(on)),
    steps,
    typed,
  });
}

async function review(on: OffboardingClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const { tenantId, offboarding } = tenant;
  const offboardingId = offboarding.id;
  const words = wordsOf(on);
  if (stageOf(offboarding) !== 'awaitsApproval') return current(on, tenant, noticeOf(on, 'noSuchOffboarding'));
  const read = await turn.time.within(readPatienceMs, services.offboardings.plan(tenantId));
  if (!read) return current(on, tenant, words.offboarding.notices.planSlow);
  // It may have been dropped while Microsoft was read.
  if (!isLeaving(read.tenant, offboardingId))
    return current(on, read.tenant, noticeOf({ ...on, tenant: read.tenant }, 'noSuchOffboarding'));
  const isSame = outlineOf(read.plan) === outlineOf(offboarding.plan);
  const isOwn = offboarding.by.id === turn.actor.id;
  const agreeable = isOwn ? words.offboarding.notices.ownDecision : decidedBy(offboarding, words);
  const notice = isSame ? agreeable : reviewChanged(tenant, offboarding.by, words);
  const back = offboardingButton(read.tenant, offboarding, 'offboarding.show', words.buttons.back, words);
  const extras = { notice, mayAgree: isSame && !isOwn, back };
  return inPlaceOfOffboarding(
    services,
    { tenantId, offboardingId },
    offboardingReviewView(read, offboarding, services.context(), extras),
  );
}

async function approve(on: OffboardingClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const { tenantId, offboarding } = tenant;
  const { actor: by } = turn;
  // The same click twice shows what the first one came to.
  if (offboarding.approval?.by.id === by.id) return current(on, tenant, undefined);
  const agreement = await turn.time.within(decisionPatienceMs, services.offboardings.approve({ tenantId, by }));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: decisionDropped(tenant, offboarding.by, wordsOf(on)) });
  }
  return answerAgreement(on, agreement);
}

/** What agreeing came to: the offboarding's card, if there is one now. */
function answerAgreement(
  on: TenantClick,
  outcome: Exclude<Agreement, { readonly changed: unknown }> | undefined,
): Reply {
  const { services, tenant } = on;
  const now = services.store.tenant(tenant.tenantId);
  if (!outcome && now) return current(on, now, decisionSlow(now, wordsOf(on)));
  const offboardingId = outcome?.tenant.offboarding?.id;
  return answerOutcome(
    { ...on, click: { ...on.click, offboardingId: offboardingId ?? on.click.offboardingId } },
    outcome,
  );
}

// Undo is for this very offboarding, however its card has aged meanwhile, so it says nothing of the version.
async function undo(on: OffboardingClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command = { do: 'undoOffboarding', by: turn.actor } as const;
  return answerOutcome(on, await services.commands.perform({ tenantId: tenant.tenantId, command }));
}

function askLeaveRest(on: OffboardingClick): Reply {
  const { services, tenant } = on;
  const { tenantId, offboarding } = tenant;
  if (stageOf(offboarding) !== 'stopped') return current(on, tenant, noticeOf(on, 'noSuchOffboarding'));
  return inPlaceOfOffboarding(
    services,
    { tenantId, offboardingId: offboarding.id },
    leaveRestQuestion(tenant, services.context()),
  );
}

function wordsOf({ services }: AnyClick): Words {
  return services.context().words;
}
