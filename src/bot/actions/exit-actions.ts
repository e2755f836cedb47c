// What do the buttons of an exit lead to? One entry a verb; `card-actions` has found out who may.

import { randomUUID } from 'node:crypto';
import { stageOf } from '../../domain/offboarding/exit.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';
import { isLeaving, type LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Agreement, ExitPlan } from '../../operations/offboarding/exits.js';
import { exitButton } from '../../views/offboarding/buttons.js';
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
import { exitPlanView, exitReviewView, type InputProblems, type PlanCardExtras } from '../../views/offboarding/plan.js';
import type { Verb } from '../../views/render/verbs.js';
import { refusalNotice } from '../../views/words/notices.js';
import type { Reply } from '../conversation/turn.js';
import { exitReply, inPlaceOfExit } from './exit-reply.js';
import { type Answer, answerOutcome, backFrom, carryOut, current, shown, type TenantClick } from './tenant-click.js';

/** What each verb of an exit does. */
export const exitAnswers: Readonly<Record<Exclude<Extract<Verb, `exit.${string}`>, 'exit.show'>, Answer>> = {
  'exit.plan': readPlan,
  'exit.decide': decide,
  'exit.review': ofExit(review),
  'exit.approve': ofExit(approve),
  'exit.undo': ofExit(undo),
  'exit.retry': ofExit((on) => carryOut(on, { do: 'retryExit', by: on.turn.actor, newId: randomUUID })),
  'exit.askLeaveRest': ofExit(askLeaveRest),
  'exit.exportPlan': ({ desk, tenant, turn, click }) =>
    desk.files.exportPlan(tenant.tenantId, { turn, context: desk.context, position: click.query }),
  'exit.leaveRest': ofExit((on) => carryOut(on, { do: 'leaveRest', by: on.turn.actor })),
};

/** A click on the exit that the tenant has, and on no earlier one. */
type ExitClick = TenantClick & { readonly tenant: LeavingTenant };

// A button of an exit that is over must not be taken for one of a later exit, which nobody has read.
function ofExit(answer: (on: ExitClick) => Promise<Reply> | Reply): Answer {
  return (on) => {
    const { tenant, click } = on;
    if (isLeaving(tenant, click.exitId)) return answer({ ...on, tenant });
    return current(on, tenant, refusalNotice('noSuchExit', tenant));
  };
}

// Teams gives a click about ten seconds.
const readPatienceMs = 7000;
const decisionPatienceMs = 6000;
// What is left of them when a plan has to be read again after that.
const againPatienceMs = 2500;

async function readPlan(on: TenantClick): Promise<Reply> {
  const begun = exitNow(on);
  if (begun) return begun;
  const read = await on.desk.within(readPatienceMs, on.desk.exits.plan(on.tenant.tenantId));
  // Somebody may have decided while Microsoft was read.
  return exitNow(on) ?? (read ? planReply(on, read) : current(on, on.tenant, planSlow));
}

/** The card of the exit that the tenant has by now. */
function exitNow({ desk, tenant: { tenantId } }: TenantClick): Reply | undefined {
  const exit = desk.tenant(tenantId)?.exit;
  return exit && exitReply(desk, { tenantId, exitId: exit.id });
}

function planReply(on: TenantClick, read: ExitPlan, extras: Partial<PlanCardExtras> = {}): Reply {
  const back = backFrom(on);
  const card = exitPlanView(read, on.desk.context(), { position: on.click.query, back, ...extras });
  return shown(on, read.tenant, card);
}

async function decide(on: TenantClick): Promise<Reply> {
  const { desk, click, tenant, turn } = on;
  const { agreed, version } = click;
  const { actor: by, conversationId } = turn;
  // The same click twice shows what the first one came to.
  if (tenant.exit) {
    return current(on, tenant, tenant.exit.by.id === by.id ? undefined : refusalNotice('exitUnderWay', tenant));
  }
  // A click that does something has to say what its card was drawn from.
  if (!agreed || version === undefined) return current(on, tenant, refusalNotice('outdated', tenant));
  if (!isNameTyped(agreed.name, tenant, desk.tenants()))
    return planAgain(on, readPatienceMs, { nameProblem: nameExpected(tenant) });
  const { tenantId } = tenant;
  const { mark, steps } = agreed;
  const decision = { tenantId, by, conversationId, mark, steps, version };
  const agreement = await desk.within(decisionPatienceMs, desk.exits.decide(decision));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: planChanged(tenant) });
  }
  if (agreement?.refused === 'noSteps')
    return planAgain(on, againPatienceMs, { stepsProblem: refusalNotice('noSteps', tenant) });
  return answerAgreement(on, agreement);
}

/** The plan once more, with what the person had chosen and typed, and what is wrong with it beside that. */
async function planAgain(on: TenantClick, milliseconds: number, problem: InputProblems): Promise<Reply> {
  const { desk, tenant, click } = on;
  const { mark, steps, name: typed } = click.agreed ?? {};
  const read = await desk.within(milliseconds, desk.exits.plan(tenant.tenantId));
  const begun = exitNow(on);
  if (begun || !read) return begun ?? current(on, tenant, problem.nameProblem ?? problem.stepsProblem);
  return planReply(on, read, {
    ...problem,
    notice: read.mark === mark ? undefined : planChanged(tenant),
    steps,
    typed,
  });
}

async function review(on: ExitClick): Promise<Reply> {
  const { desk, tenant, turn } = on;
  const { tenantId, exit } = tenant;
  const exitId = exit.id;
  if (stageOf(exit) !== 'awaitsApproval') return current(on, tenant, refusalNotice('noSuchExit', tenant));
  const read = await desk.within(readPatienceMs, desk.exits.plan(tenantId));
  if (!read) return current(on, tenant, planSlow);
  // It may have been dropped while Microsoft was read.
  if (!isLeaving(read.tenant, exitId)) return current(on, read.tenant, refusalNotice('noSuchExit', read.tenant));
  const isSame = outlineOf(read.plan) === outlineOf(exit.plan);
  const isOwn = exit.by.id === turn.actor.id;
  const notice = isSame ? (isOwn ? ownDecision : decidedBy(exit)) : reviewChanged(tenant, exit.by);
  const back = exitButton(read.tenant, exit, 'exit.show', 'Back');
  const extras = { notice, mayAgree: isSame && !isOwn, back };
  return inPlaceOfExit(desk, { tenantId, exitId }, exitReviewView(read, exit, desk.context(), extras));
}

async function approve(on: ExitClick): Promise<Reply> {
  const { desk, tenant, turn } = on;
  const { tenantId, exit } = tenant;
  const { actor: by } = turn;
  // The same click twice shows what the first one came to.
  if (exit.approval?.by.id === by.id) return current(on, tenant, undefined);
  const agreement = await desk.within(decisionPatienceMs, desk.exits.approve({ tenantId, by }));
  if (agreement && 'changed' in agreement) {
    return planReply(on, agreement.changed, { notice: decisionDropped(tenant, exit.by) });
  }
  return answerAgreement(on, agreement);
}

/** What agreeing came to: the exit's card, if there is an exit now. */
function answerAgreement(
  on: TenantClick,
  outcome: Exclude<Agreement, { readonly changed: unknown }> | undefined,
): Reply {
  const { desk, tenant } = on;
  const now = desk.tenant(tenant.tenantId);
  if (!outcome && now) return current(on, now, decisionSlow(now));
  const exitId = outcome?.tenant.exit?.id;
  return answerOutcome({ ...on, click: { ...on.click, exitId: exitId ?? on.click.exitId } }, outcome);
}

// Undo is for this very exit, however its card has aged meanwhile, so it says nothing of the version.
async function undo(on: ExitClick): Promise<Reply> {
  const { desk, tenant, turn } = on;
  const command = { do: 'undoExit', by: turn.actor } as const;
  return answerOutcome(on, await desk.perform({ tenantId: tenant.tenantId, command }));
}

function askLeaveRest(on: ExitClick): Reply {
  const { desk, tenant } = on;
  const { tenantId, exit } = tenant;
  if (stageOf(exit) !== 'stopped') return current(on, tenant, refusalNotice('noSuchExit', tenant));
  return inPlaceOfExit(desk, { tenantId, exitId: exit.id }, leaveRestQuestion(tenant, desk.context()));
}
