// The buttons of a tenant's card: one entry a verb, and the cards that a click on a tenant is answered with.

import { randomUUID } from 'node:crypto';
import { approvalRequestOf } from '../../domain/tenant/approval-request.js';
import { ticketIn } from '../../domain/tenant/attention.js';
import type { Command } from '../../domain/tenant/commands.js';
import type { RefusalReason } from '../../domain/tenant/decide.js';
import { hasTakenLink } from '../../domain/tenant/repeat.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Outcome } from '../../operations/commands/command-handler.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { listButton, openButton } from '../../views/render/navigation.js';
import type { Card } from '../../views/render/templates.js';
import { literal } from '../../views/render/text.js';
import type { Button, Verb } from '../../views/render/verbs.js';
import { approvalLinkView } from '../../views/tenant/approval-link.js';
import { endEarlierQuestion } from '../../views/tenant/earlier-question.js';
import { keepAccessQuestion } from '../../views/tenant/keeping-questions.js';
import { disableQuestion, removeDelegatedAdminQuestion, reservationsInTheWay } from '../../views/tenant/questions.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal, Text } from '../../views/words/text-types.js';
import { showList } from '../replies/show-list.js';
import { offboardingReply } from '../replies/show-offboarding.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { customerLanguage, rememberLanguage } from './customer-language.js';

/** What each verb of a tenant's card does. */
export const tenantActions = {
  'tenant.open': { target: 'tenant', run: open },
  'tenant.copyApproval': { target: 'tenant', run: copyApproval },
  'tenant.revalidate': { target: 'tenant', run: (on) => carryOut(on, { do: 'revalidate', by: on.turn.actor }) },
  'tenant.askKeepAccess': { target: 'tenant', run: askKeepAccess },
  'tenant.keepAccess': {
    target: 'tenant',
    ticket: { for: 'keepAccess', question: askKeepAccess },
    run: (on) => carryOut(on, { do: 'keepAccess', by: on.turn.actor, way: on.data.way ?? 'extend' }),
  },
  'tenant.removeGlobalAdministrator': {
    target: 'tenant',
    ticket: { for: 'removeGlobalAdministrator', question: askKeepAccess },
    run: (on) =>
      carryOut(on, {
        do: 'removeGlobalAdministrator',
        by: on.turn.actor,
        conversationId: on.turn.conversationId,
      }),
  },
  'tenant.askEndEarlier': { target: 'tenant', run: askEndEarlier },
  'tenant.endEarlier': {
    target: 'tenant',
    ticket: { for: 'endEarlier', question: askEndEarlier },
    run: endEarlier,
  },
  'tenant.askDisable': { target: 'tenant', run: askDisable },
  'tenant.disable': {
    target: 'tenant',
    ticket: { for: 'disable', question: askDisable },
    run: (on) => carryOut(on, { do: 'disable', by: on.turn.actor }),
  },
  'tenant.remove': { target: 'tenant', run: removeCustomer },
  'tenant.askRemoveDelegatedAdmin': { target: 'tenant', run: askRemoveDelegatedAdmin },
  'tenant.removeDelegatedAdmin': {
    target: 'tenant',
    ticket: { for: 'removeDelegatedAdmin', question: askRemoveDelegatedAdmin },
    run: (on) => carryOut(on, { do: 'removeDelegatedAdmin', by: on.turn.actor, requestId: randomUUID() }),
  },
} satisfies Partial<Record<Verb, Action>>;

// Opening a tenant is worth a short wait for what the list cannot know; whatever comes later changes the card by itself.
const openPatienceMs = 1500;

async function open(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  // What a client asks for by itself is answered from memory, however many of them there are.
  if (!turn.isAutomatic) await turn.time.within(openPatienceMs, services.delegatedAdmin.read(tenant.tenantId));
  return shown(on, services.store.tenant(tenant.tenantId) ?? tenant);
}

async function copyApproval(on: TenantClick<'language'>): Promise<Reply> {
  const { services, tenant, turn, click } = on;
  // Before anything is saved, so that the clicked message isn't redrawn for others while its answer is still on its way.
  const language = await customerLanguage(on);
  const command: Command = { do: 'takeApprovalLink', by: turn.actor };
  const outcome: Outcome | undefined = isRewriting(on)
    ? { tenant, facts: [] }
    : await services.commands.perform({ tenantId: tenant.tenantId, command });
  const relationship =
    outcome && (approvalRequestOf(outcome.tenant)?.relationship ?? outcome.tenant.onboarding?.relationship);
  if (!outcome || outcome.refused || !relationship) return answerOutcome(on, outcome);
  await rememberLanguage(on);
  const approval = {
    link: services.relationships.approvalLink(relationship.id),
    sender: turn.actor,
    language,
    position: click.query,
    inList: click.inList,
    back: backFrom(on),
  };
  return shown(on, outcome.tenant, approvalLinkView(outcome.tenant, approval, services.context()));
}

// The same button with a language writes the message anew, which isn't another copy. But anything can claim to be such a
// click: without a copy on record by this person, it is one like any other.
function isRewriting({ tenant, turn, data }: TenantClick<'language'>): boolean {
  return data.language !== undefined && approvalRequestOf(tenant) !== undefined && hasTakenLink(tenant, turn.actor);
}

function askDisable(on: TenantClick): Reply {
  return shown(on, on.tenant, disableQuestion(on.tenant, on.services.context(), on.click.query));
}

function askKeepAccess(on: TenantClick): Reply {
  const { services, click, tenant } = on;
  const isUnderWay = tenant.onboarding?.keeping !== undefined;
  const question = isUnderWay ? undefined : keepAccessQuestion(tenant, services.context(), click.query, click.inList);
  if (!question) return current(on, tenant, noticeOf(on, isUnderWay ? 'alreadyUnderWay' : 'doesNotApply'));
  return shown(on, tenant, question);
}

function askEndEarlier(on: TenantClick): Reply {
  const { services, click, tenant } = on;
  const isUnderWay = tenant.onboarding?.earlierEnding !== undefined;
  const question = isUnderWay ? undefined : endEarlierQuestion(tenant, services.context(), click.query);
  if (!question) return current(on, tenant, noticeOf(on, isUnderWay ? 'alreadyUnderWay' : 'alreadyDone'));
  return shown(on, tenant, question);
}

async function endEarlier(on: TenantClick<'version' | 'ticket' | 'relationshipId'>): Promise<Reply> {
  const { relationshipId } = on.data;
  if (relationshipId === undefined) return current(on, on.tenant, noticeOf(on, 'outdated'));
  const { actor: by, conversationId } = on.turn;
  return carryOut(on, { do: 'endEarlier', by, conversationId, relationshipId });
}

// What was added by hand goes without a question: adding it again brings it back.
async function removeCustomer(on: TenantClick<'version'>): Promise<Reply> {
  const { services, tenant, turn, click, data } = on;
  const { version } = data;
  if (version === undefined) return current(on, tenant, noticeOf(on, 'outdated'));
  const command = { do: 'removeCustomer', by: turn.actor } as const;
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command, version });
  if (!outcome || outcome.refused) return answerOutcome(on, outcome);
  const { removed } = services.context().words.adding;
  const notice = removed({ tenant: literal(tenant.customer.displayName) });
  return { ...showList(services, click.query, notice), othersMustSee: true };
}

// Teams gives a click about ten seconds.
const questionPatienceMs = 7000;

async function askRemoveDelegatedAdmin(on: TenantClick): Promise<Reply> {
  const { services, click, tenant, turn } = on;
  const check = await turn.time.within(questionPatienceMs, services.delegatedAdmin.checkRemoval(tenant.tenantId));
  const context = services.context();
  if (!check) return current(on, tenant, context.words.notices.removalSlow);
  const { granted, reservations } = check;
  if (!granted) return current(on, services.store.tenant(tenant.tenantId) ?? tenant, noticeOf(on, 'alreadyDone'));
  if (reservations.length > 0) {
    return shown(on, tenant, reservationsInTheWay(tenant, reservations, context, click.query));
  }
  return shown(on, tenant, removeDelegatedAdminQuestion(tenant, context, click.query));
}

/**
 * Carries out a command that the click stands for, and shows what came of it. `again`: where it's refused, the question with
 * what was typed; absent or `undefined`, it's just said.
 */
export async function carryOut(
  on: TenantClick<'version' | 'ticket'>,
  command: Command,
  again?: (tenant: Tenant, problem: Literal) => Reply | undefined,
): Promise<Reply> {
  const { services, tenant } = on;
  const { version } = on.data;
  const ticket = ticketIn(on.data.ticket ?? '');
  // A click that does something has to say what its card was drawn from.
  const outcome: Outcome | undefined =
    version === undefined
      ? { tenant, facts: [], refused: 'outdated' }
      : await services.commands.perform({ tenantId: tenant.tenantId, command, version, ticket });
  const problem = outcome?.refused && refusalNotice(outcome.refused, outcome.tenant, services.context().words);
  const asked = outcome && problem !== undefined ? again?.(outcome.tenant, problem) : undefined;
  return asked ?? answerOutcome(on, outcome);
}

/** What a command came to, as the card that the click came from. */
export function answerOutcome(on: TenantClick, outcome: Outcome | undefined): Reply {
  const { services, click } = on;
  const { words } = services.context();
  if (!outcome) return showList(services, click.query, click.inList ? '' : words.replies.noCustomer);
  const { tenant, refused } = outcome;
  const notice = refused && refusalNotice(refused, tenant, words);
  return { ...current(on, tenant, notice), othersMustSee: refused === undefined };
}

/** The card that the click came from, as it is now: the list for a click in the list, the offboarding's, else the tenant's. */
export function current(on: TenantClick, tenant: Tenant, notice: Literal | undefined): Reply {
  const { services, click } = on;
  if (click.inList) return showList(services, click.query, notice, tenant.tenantId);
  const offboardingId =
    click.offboardingId ?? (click.verb.startsWith('offboarding.') ? tenant.offboarding?.id : undefined);
  const ofOffboarding =
    offboardingId === undefined
      ? undefined
      : offboardingReply(services, { tenantId: tenant.tenantId, offboardingId }, { notice, told: click.told });
  if (ofOffboarding) return ofOffboarding;
  return shown(on, tenant, tenantView(tenant, services.context(), { notice, position: click.query, told: click.told }));
}

/** The way back to where the click came from. */
export function backFrom({ services, click, tenant }: TenantClick, title?: Text): Button {
  const { words } = services.context();
  const back = title ?? words.buttons.back;
  return click.inList ? listButton(click.query, words, back) : openButton(tenant, click.query, back, words);
}

/** Why nothing was done to the tenant. */
export function noticeOf({ services, tenant }: TenantClick, reason: RefusalReason): Literal {
  return refusalNotice(reason, tenant, services.context().words);
}

/** A card in place of the one that was clicked, which is the tenant's again once something about the tenant changes. */
export function shown({ services, click }: TenantClick, tenant: Tenant, card?: Card): Reply {
  const { places, ...position } = click.query;
  return {
    card: card ?? tenantView(tenant, services.context(), { position, told: click.told }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position },
  };
}
