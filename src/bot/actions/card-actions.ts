// What does a button lead to? One entry a verb: who may press it, and what it does.

import { randomUUID } from 'node:crypto';
import type { Command } from '../../domain/tenant/commands.js';
import { leastRoleForVerb, type Verb } from '../../views/render/verbs.js';
import { approvalLinkView } from '../../views/tenant/approval-link.js';
import { limitationsView } from '../../views/tenant/limitations.js';
import {
  disableQuestion,
  enableAgainQuestion,
  removeDelegatedAdminQuestion,
  reservationsInTheWay,
} from '../../views/tenant/questions.js';
import { refusalNotice } from '../../views/words/notices.js';
import type { BotServices } from '../bot-services.js';
import { offboardingReply } from '../cards/offboarding-card.js';
import { refreshVerbs } from '../cards/shared-card.js';
import { showHistoryOf } from '../conversation/show-history.js';
import { refusal, showLeftovers, showList } from '../conversation/text-commands.js';
import type { Reply, Turn } from '../conversation/turn.js';
import { denial } from '../people/permissions.js';
import type { Click } from './action-data.js';
import { offboardingAnswers } from './offboarding-actions.js';
import {
  type Answer,
  answerOutcome,
  backFrom,
  carryOut,
  current,
  noCustomer,
  shown,
  type TenantClick,
} from './tenant-click.js';
import { terminateWatchedRequest } from './watched-request-actions.js';

/** What needs no tenant that is there. */
type TenantlessVerb =
  | 'tenants.list'
  | 'leftovers.list'
  | 'watchedRequest.terminate'
  | 'certificate.get'
  | 'offboarding.show'
  | 'history.show';

const answers: Readonly<Record<Exclude<Verb, TenantlessVerb>, Answer>> = {
  ...offboardingAnswers,
  'tenant.open': open,
  'tenant.enable': enable,
  'tenant.copyApproval': copyApproval,
  'tenant.reviewLimitations': reviewLimitations,
  'tenant.acceptLimitations': (on) => carryOut(on, { do: 'acceptLimitations', by: on.turn.actor }),
  'tenant.revalidate': (on) => carryOut(on, { do: 'revalidate', by: on.turn.actor }),
  'tenant.askDisable': (on) => shown(on, on.tenant, disableQuestion(on.tenant, on.services.context(), on.click.query)),
  'tenant.disable': (on) => carryOut(on, { do: 'disable', by: on.turn.actor }),
  'tenant.askRemoveDelegatedAdmin': askRemoveDelegatedAdmin,
  'tenant.removeDelegatedAdmin': (on) =>
    carryOut(on, { do: 'removeDelegatedAdmin', by: on.turn.actor, requestId: randomUUID() }),
};

/**
 * Answers a click.
 * @throws ExpectedError when the store or Microsoft fails.
 */
export async function answerClick(everybodys: BotServices, click: Click, turn: Turn): Promise<Reply> {
  const { actor } = turn;
  const role = await everybodys.roleOf(actor);
  // What is answered to a click, only the person who clicked sees.
  const services = { ...everybodys, context: () => everybodys.context(role) };
  const least = leastRoleForVerb[click.verb];
  const isNotChecked = services.isRoleNotChecked(actor);
  const denied = denial(role, least, actor, isNotChecked);
  const isRefresh = turn.isAutomatic && refreshVerbs.some((verb) => verb === click.verb);
  // Of whom it is not known whether they may, nobody was denied anything.
  if (denied !== undefined && !isRefresh && !isNotChecked)
    await services.auditDenied(actor, click.verb, click.tenantId);
  if (role === undefined) return refusal(services, denied ?? '');
  // Only what a person has pressed is done: whoever says that a client asked by itself gets a drawing and nothing else.
  if (turn.isAutomatic && !isRefresh) return drawOnly({ services, click, turn }, denied);
  // What a person presses there draws the list anew; what their client asks for leaves the rows where they are.
  const query = { ...click.query, places: turn.isAutomatic ? click.query.places : undefined };
  if (click.verb === 'tenants.list') return showList(services, query);
  if (click.verb === 'leftovers.list') return showLeftovers(services, query, turn.isAutomatic);
  // Its tenant may have been forgotten.
  if (click.verb === 'watchedRequest.terminate')
    return denied === undefined ? terminateWatchedRequest(services, click, turn) : refusal(services, denied);
  // Its tenant may be none any more, and is not known by then.
  if (click.verb === 'certificate.get') {
    if (denied !== undefined) return refusal(services, denied);
    return services.files.certificate(click, { turn, context: services.context });
  }
  if (click.verb === 'offboarding.show') return showOffboarding(services, click);
  if (click.verb === 'history.show')
    return denied === undefined
      ? showHistoryOf(services, click.tenantId ?? '', click.query.page)
      : refusal(services, denied);
  const tenant = click.tenantId === undefined ? undefined : services.tenant(click.tenantId);
  // In the list its row says so.
  if (!tenant) return showList(services, click.query, click.inList ? '' : noCustomer);
  const on = { services, click, tenant, turn };
  return denied === undefined ? answers[click.verb](on) : current(on, tenant, denied);
}

function drawOnly(on: Omit<TenantClick, 'tenant'>, notice: string | undefined): Reply {
  const { services, click } = on;
  const tenant = click.tenantId === undefined ? undefined : services.tenant(click.tenantId);
  return tenant
    ? current({ ...on, tenant }, tenant, notice)
    : showList(services, click.query, click.inList ? '' : notice);
}

// An exit can be shown even when its tenant is no customer any more: the certificate stays.
function showOffboarding(services: BotServices, { tenantId, offboardingId, query }: Click): Reply {
  const known =
    tenantId !== undefined && offboardingId !== undefined
      ? offboardingReply(services, { tenantId, offboardingId })
      : undefined;
  return known ?? showList(services, query, 'Nothing is known of that offboarding any more.');
}

// Opening a tenant is worth a short wait for what the list cannot know; whatever comes later changes the card by itself.
const openPatienceMs = 1500;

async function open(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  // What a client asks for by itself is answered from memory, however many of them there are.
  if (!turn.isAutomatic) await services.within(openPatienceMs, services.readDelegatedAdmin(tenant.tenantId));
  return shown(on, services.tenant(tenant.tenantId) ?? tenant);
}

// A certificate says that no access was left, so nobody gets it again in passing. The yes names the certificate.
function enable(on: TenantClick): Promise<Reply> | Reply {
  const { services, click, tenant, turn } = on;
  const disabled = tenant.status === 'notConfigured' ? services.context().certificateOf?.(tenant.tenantId) : undefined;
  if (!disabled || tenant.offboarding || click.certificateId === disabled.id)
    return carryOut(on, { do: 'enable', by: turn.actor, conversationId: turn.conversationId });
  const ways = { position: click.query, back: backFrom(on), inList: click.inList };
  return shown(on, tenant, enableAgainQuestion(tenant, disabled, services.context(), ways));
}

async function copyApproval(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command: Command = { do: 'takeApprovalLink', by: turn.actor };
  const outcome = await services.perform({ tenantId: tenant.tenantId, command });
  const relationship = outcome?.tenant.onboarding?.relationship;
  if (!outcome || outcome.refused || !relationship) return answerOutcome(on, outcome);
  const link = services.approvalLink(relationship.id);
  return shown(on, outcome.tenant, approvalLinkView(outcome.tenant, link, services.context(), backFrom(on)));
}

function reviewLimitations(on: TenantClick): Reply {
  const { services, click, tenant } = on;
  if (tenant.status !== 'issuesFound') return current(on, tenant, refusalNotice('doesNotApply', tenant));
  return shown(on, tenant, limitationsView(tenant, services.context(), click.query, backFrom(on)));
}

// Teams gives a click about ten seconds.
const questionPatienceMs = 7000;

async function askRemoveDelegatedAdmin(on: TenantClick): Promise<Reply> {
  const { services, click, tenant } = on;
  const check = await services.within(questionPatienceMs, services.checkRemoval(tenant.tenantId));
  if (!check) return current(on, tenant, 'Microsoft has not answered yet. Nothing was done; try again in a moment.');
  const { granted, reservations } = check;
  const context = services.context();
  if (!granted) return current(on, services.tenant(tenant.tenantId) ?? tenant, refusalNotice('alreadyDone', tenant));
  if (reservations.length > 0) {
    return shown(on, tenant, reservationsInTheWay(tenant, reservations, context, click.query));
  }
  return shown(on, tenant, removeDelegatedAdminQuestion(tenant, context, click.query));
}
