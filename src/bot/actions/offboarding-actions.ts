// What do the buttons of an exit lead to? One entry a verb; `card-actions` has found out who may.

import { randomUUID } from 'node:crypto';
import { stageOf } from '../../domain/offboarding/offboarding.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';
import { isLeaving, type LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Agreement, OffboardingPlan } from '../../operations/offboarding/offboardings.js';
import { offboardingButton } from '../../views/offboarding/buttons.js';
import { isNameTyped } from '../../views/offboarding/confirmation-name.js';
import { leaveRestQuestion } from '../../views/offboarding/leave-question.js';
import {
  decidedBy,
  decisionDropped,
  decisionSlow,
  nameExpected,
  ownDecision,
  planChanged,
  planSlow,
  reviewChanged,
} from '../../views/offboarding/notices.js';
import {
  type InputProblems,
  offboardingPlanView,
  offboardingReviewView,
  type PlanCardExtras,
} from '../../views/offboarding/plan.js';
import type { Verb } from '../../views/render/verbs.js';
import { refusalNotice } from '../../views/words/notices.js';
import { inPlaceOfOffboarding, offboardingReply } from '../cards/offboarding-card.js';
import type { Reply } from '../conversation/turn.js';
import { type Answer, answerOutcome, backFrom, carryOut, current, shown, type TenantClick } from './tenant-click.js';

/** What each verb of an exit does. */
export const offboardingAnswers: Readonly<
  Record<Exclude<Extract<Verb, `offboarding.${string}`>, 'offboarding.show'>, Answer>
> = {
  'offboarding.plan': readPlan,
  'offboarding.decide': decide,
  'offboarding.review': ofOffboarding(review),
  'offboarding.approve': ofOffboarding(approve),
  'offboarding.undo': ofOffboarding(undo),
  'offboarding.retry': ofOffboarding((on) =>
    carryOut(on, { do: 'retryOffboarding', by: on.turn.actor, newId: randomUUID }),
  ),
  'offboarding.askLeaveRest': ofOffboarding(askLeaveRest),
  'offboarding.exportPlan': ({ services, tenant, turn, click }) =>
    services.files.exportPlan(tenant.tenantId, { turn, context: services.context, position: click.query }),
  'offboarding.leaveRest': ofOffboarding((on) => carryOut(on, { do: 'leaveRest', by: on.turn.actor })),
};

/** A click on the exit that the tenant has, and on no earlier one. */
type OffboardingClick = TenantClick & { readonly tenant: LeavingTenant };

// A button of an exit that is over must not be taken for one of a later exit, which nobody has read.
function ofOffboarding(answer: (on: OffboardingClick) => Promise<Reply> | Reply): Answer {
  return (on) => {
    const { tenant, click } = on;
    if (isLeaving(tenant, click.offboardingId)) return answer({ ...on, tenant });
    return current(on, tenant, refusalNotice('noSuchOffboarding', tenant));
  };
}

// Teams gives a click about ten seconds.
const readPatienceMs = 7000;
const decisionPatienceMs = 6000;
// What is left of them when a plan has to be read again after that.
const againPatienceMs = 2500;

async function readPlan(on: TenantClick): Promise<Reply> {
  const begun = offboardingNow(on);
  if (begun) return begun;
  const read = await on.services.within(readPatienceMs, on.services.offboardings.plan(on.tenant.tenantId));
  // Somebody may have decided while Microsoft was read.
  return offboardingNow(on) ?? (read ? planReply(on, read) : current(on, on.tenant, planSlow));
}

/** The card of the exit that the tenant has by now. */
function offboardingNow({ services, tenant: { tenantId } }: TenantClick): Reply | undefined {
  const offboarding = services.tenant(tenantId)?.offboarding;
  return offboarding && offboardingReply(services, { tenantId, offboardingId: offboarding.id });
}

function planReply(on: TenantClick, read: OffboardingPlan, extras: Partial<PlanCardExtras> = {}): Reply {
  const back = backFrom(on);
  const card = offboardingPlanView(read, on.services.context(), { position: on.click.query, back, ...extras });
  return shown(on, read.tenant, card);
}

async function decide(on: TenantClick): Promise<Reply> {
  const { services, click, tenant, turn } = on;
  const { agreed, version } = click;
  const { actor: by, conversationId } = turn;
  // The same click twice shows what the first one came to.
  if (tenant.offboarding) {
    return current(
      on,
      tenant,
      tenant.offboarding.by.id === by.id ? undefined : refusalNotice('offboardingUnderWay', tenant),
    );
  }
  // A click that does something has to say what its card was drawn from.
  if (!agreed || version === undefined) return current(on, tenant, refusalNotice('outdated', tenant));
  if (!isNameTyped(agreed.name, tenant, services.tenants()))
    return planAgain(on, readPatienceMs, { nameProblem: nameExpected(tenant) });
  const { tenantId } = tenant;
  const { planHash, steps } = agreed;
  const decision = { tenantId, by, conversationId, planHash, steps, version };
  const agreement = await services.within(decisionPatienceMs, services.offboardings.decide(decision));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: planChanged(tenant) });
  }
  if (agreement?.refused === 'noSteps')
    return planAgain(on, againPatienceMs, { stepsProblem: refusalNotice('noSteps', tenant) });
  return answerAgreement(on, agreement);
}

/** The plan once more, with what the person had chosen and typed, and what is wrong with it beside that. */
async function planAgain(on: TenantClick, milliseconds: number, problem: InputProblems): Promise<Reply> {
  const { services, tenant, click } = on;
  const { planHash, steps, name: typed } = click.agreed ?? {};
  const read = await services.within(milliseconds, services.offboardings.plan(tenant.tenantId));
  const begun = offboardingNow(on);
  if (begun || !read) return begun ?? current(on, tenant, problem.nameProblem ?? problem.stepsProblem);
  return planReply(on, read, {
    ...problem,
    notice: read.planHash === planHash ? undefined : planChanged(tenant),
    steps,
    typed,
  });
}

async function review(on: OffboardingClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const { tenantId, offboarding } = tenant;
  const offboardingId = offboarding.id;
  if (stageOf(offboarding) !== 'awaitsApproval') return current(on, tenant, refusalNotice('noSuchOffboarding', tenant));
  const read = await services.within(readPatienceMs, services.offboardings.plan(tenantId));
  if (!read) return current(on, tenant, planSlow);
  // It may have been dropped while Microsoft was read.
  if (!isLeaving(read.tenant, offboardingId))
    return current(on, read.tenant, refusalNotice('noSuchOffboarding', read.tenant));
  const isSame = outlineOf(read.plan) === outlineOf(offboarding.plan);
  const isOwn = offboarding.by.id === turn.actor.id;
  const notice = isSame ? (isOwn ? ownDecision : decidedBy(offboarding)) : reviewChanged(tenant, offboarding.by);
  const back = offboardingButton(read.tenant, offboarding, 'offboarding.show', 'Back');
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
  const agreement = await services.within(decisionPatienceMs, services.offboardings.approve({ tenantId, by }));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: decisionDropped(tenant, offboarding.by) });
  }
  return answerAgreement(on, agreement);
}

/** What agreeing came to: the exit's card, if there is an exit now. */
function answerAgreement(
  on: TenantClick,
  outcome: Exclude<Agreement, { readonly changed: unknown }> | undefined,
): Reply {
  const { services, tenant } = on;
  const now = services.tenant(tenant.tenantId);
  if (!outcome && now) return current(on, now, decisionSlow(now));
  const offboardingId = outcome?.tenant.offboarding?.id;
  return answerOutcome(
    { ...on, click: { ...on.click, offboardingId: offboardingId ?? on.click.offboardingId } },
    outcome,
  );
}

// Undo is for this very exit, however its card has aged meanwhile, so it says nothing of the version.
async function undo(on: OffboardingClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command = { do: 'undoOffboarding', by: turn.actor } as const;
  return answerOutcome(on, await services.perform({ tenantId: tenant.tenantId, command }));
}

function askLeaveRest(on: OffboardingClick): Reply {
  const { services, tenant } = on;
  const { tenantId, offboarding } = tenant;
  if (stageOf(offboarding) !== 'stopped') return current(on, tenant, refusalNotice('noSuchOffboarding', tenant));
  return inPlaceOfOffboarding(
    services,
    { tenantId, offboardingId: offboarding.id },
    leaveRestQuestion(tenant, services.context()),
  );
}
