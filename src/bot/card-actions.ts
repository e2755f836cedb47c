// What does a button lead to? One entry a verb: who may press it, and what it does.
import { randomUUID } from 'node:crypto';
import type { Command } from '../domain/commands.js';
import type { Tenant } from '../domain/tenant.js';
import type { Outcome } from '../operations/outcome.js';
import { approvalLinkView } from '../views/approval-link.js';
import { listButton, openButton } from '../views/buttons.js';
import { limitationsView } from '../views/limitations.js';
import { refusalNotice } from '../views/notices.js';
import { disableQuestion, removeDelegatedAdminQuestion, reservationsInTheWay } from '../views/questions.js';
import type { Card } from '../views/templates.js';
import { tenantView } from '../views/tenant.js';
import { type Button, leastRoleForVerb, type Verb } from '../views/verbs.js';
import type { Click } from './action-data.js';
import { denial } from './authority.js';
import type { Desk } from './desk.js';
import { terminateInvitation } from './invitation-actions.js';
import { refusal, showList, showResidue } from './text-commands.js';
import type { Reply, Turn } from './turn.js';

/** A click on a tenant that is there, by somebody who may. */
interface TenantClick {
  readonly desk: Desk;
  readonly click: Click;
  readonly tenant: Tenant;
  readonly turn: Turn;
}

type Answer = (on: TenantClick) => Promise<Reply> | Reply;

type TenantVerb = Exclude<Verb, 'tenants.list' | 'residue.list' | 'invitation.terminate' | 'certificate.get'>;

const answers: Readonly<Record<TenantVerb, Answer>> = {
  'tenant.open': open,
  'tenant.enable': (on) => carryOut(on, { do: 'onboard', by: on.turn.actor, conversationId: on.turn.conversationId }),
  'tenant.copyApproval': copyApproval,
  'tenant.reviewLimitations': reviewLimitations,
  'tenant.acceptLimitations': (on) => carryOut(on, { do: 'acceptLimitations', by: on.turn.actor }),
  'tenant.revalidate': (on) => carryOut(on, { do: 'revalidate', by: on.turn.actor }),
  'tenant.askDisable': (on) => shown(on, on.tenant, disableQuestion(on.tenant, on.desk.context(), on.click.query)),
  'tenant.disable': (on) => carryOut(on, { do: 'offboard', by: on.turn.actor }),
  'tenant.askRemoveDelegatedAdmin': askRemoveDelegatedAdmin,
  'tenant.removeDelegatedAdmin': (on) =>
    carryOut(on, { do: 'removeDelegatedAdmin', by: on.turn.actor, requestId: randomUUID() }),
  'exit.plan': open,
  'exit.exportPlan': ({ desk, tenant, turn }) =>
    desk.files.exportPlan(tenant.tenantId, { turn, context: desk.context }),
};

/**
 * Answers a click.
 * @throws ExpectedError when the store or Microsoft fails.
 */
export async function answerClick(everybodys: Desk, click: Click, turn: Turn): Promise<Reply> {
  const { actor } = turn;
  const role = await everybodys.roleOf(actor);
  // What is answered to a click, only the person who clicked sees.
  const desk = { ...everybodys, context: () => everybodys.context(role) };
  const least = leastRoleForVerb[click.verb];
  const denied = denial(role, least, actor);
  if (denied !== undefined && !turn.isAutomatic) await desk.noteDenied(actor, click.verb, click.tenantId);
  if (role === undefined) return refusal(desk, denied ?? '');
  if (click.verb === 'tenants.list') return showList(desk, click.query);
  if (click.verb === 'residue.list') return showResidue(desk, click.query.page, turn.isAutomatic);
  // Its tenant may have been forgotten.
  if (click.verb === 'invitation.terminate')
    return denied === undefined ? terminateInvitation(desk, click, turn) : refusal(desk, denied);
  // Its tenant may be none any more, and is not known by then.
  if (click.verb === 'certificate.get') {
    if (denied !== undefined) return refusal(desk, denied);
    return desk.files.certificate(click, { turn, context: desk.context });
  }
  const tenant = click.tenantId === undefined ? undefined : desk.tenant(click.tenantId);
  if (!tenant) return showList(desk, click.query, 'That tenant is not among your customers any more.');
  const on = { desk, click, tenant, turn };
  return denied === undefined ? answers[click.verb](on) : current(on, tenant, denied);
}

// Opening a tenant is worth a short wait for what the list cannot know; whatever comes later changes the card by itself.
const openPatienceMs = 1500;

async function open(on: TenantClick): Promise<Reply> {
  const { desk, tenant, turn } = on;
  // What a client asks for by itself is answered from memory, however many of them there are.
  if (!turn.isAutomatic) await desk.within(openPatienceMs, desk.readDelegatedAdmin(tenant.tenantId));
  return shown(on, desk.tenant(tenant.tenantId) ?? tenant);
}

async function copyApproval(on: TenantClick): Promise<Reply> {
  const { desk, tenant, turn } = on;
  const command: Command = { do: 'takeApprovalLink', by: turn.actor };
  const outcome = await desk.perform({ tenantId: tenant.tenantId, command });
  const relationship = outcome?.tenant.onboarding?.relationship;
  if (!outcome || outcome.refused || !relationship) return answerOutcome(on, outcome);
  const link = desk.approvalLink(relationship.id);
  return shown(on, outcome.tenant, approvalLinkView(outcome.tenant, link, desk.context(), backFrom(on)));
}

function reviewLimitations(on: TenantClick): Reply {
  const { desk, click, tenant } = on;
  if (tenant.status !== 'issuesFound') return current(on, tenant, refusalNotice('doesNotApply', tenant));
  return shown(on, tenant, limitationsView(tenant, desk.context(), click.query, backFrom(on)));
}

// Teams gives a click about ten seconds.
const questionPatienceMs = 7000;

async function askRemoveDelegatedAdmin(on: TenantClick): Promise<Reply> {
  const { desk, click, tenant } = on;
  const check = await desk.within(questionPatienceMs, desk.checkRemoval(tenant.tenantId));
  if (!check) return current(on, tenant, 'Microsoft has not answered yet. Nothing was done; try again in a moment.');
  const { granted, reservations } = check;
  const context = desk.context();
  if (!granted) return current(on, desk.tenant(tenant.tenantId) ?? tenant, refusalNotice('alreadyDone', tenant));
  if (reservations.length > 0) {
    return shown(on, tenant, reservationsInTheWay(tenant, reservations, context, click.query));
  }
  return shown(on, tenant, removeDelegatedAdminQuestion(tenant, context, click.query));
}

async function carryOut(on: TenantClick, command: Command): Promise<Reply> {
  const { desk, click, tenant } = on;
  const { version } = click;
  // A click that does something has to say what its card was drawn from.
  if (version === undefined) return current(on, tenant, refusalNotice('outdated', tenant));
  return answerOutcome(on, await desk.perform({ tenantId: tenant.tenantId, command, version }));
}

function answerOutcome(on: TenantClick, outcome: Outcome | undefined): Reply {
  if (!outcome) return showList(on.desk, on.click.query, 'That tenant is not among your customers any more.');
  const { tenant, refused } = outcome;
  return { ...current(on, tenant, refused && refusalNotice(refused, tenant)), isForAll: refused === undefined };
}

/** The card that the click came from, as it is now: the list for a click in the list, else the tenant's. */
function current(on: TenantClick, tenant: Tenant, notice: string | undefined): Reply {
  const { desk, click } = on;
  if (click.inList) return showList(desk, click.query, notice);
  return shown(on, tenant, tenantView(tenant, desk.context(), { notice, position: click.query }));
}

function backFrom({ click, tenant }: TenantClick): Button {
  return click.inList ? listButton(click.query, 'Back') : openButton(tenant, click.query, 'Back');
}

function shown({ desk, click }: TenantClick, tenant: Tenant, card?: Card): Reply {
  const position = click.query;
  return {
    card: card ?? tenantView(tenant, desk.context(), { position }),
    summary: tenant.customer.displayName,
    view: { kind: 'tenant', tenantId: tenant.tenantId, position },
  };
}
