// The buttons of a tenant's card: one entry a verb.
import { randomUUID } from 'node:crypto';
import type { Command } from '../../domain/tenant/commands.js';
import type { Verb } from '../../views/render/verbs.js';
import { approvalLinkView } from '../../views/tenant/approval-link.js';
import { limitationsView } from '../../views/tenant/limitations.js';
import {
  disableQuestion,
  enableAgainQuestion,
  removeDelegatedAdminQuestion,
  reservationsInTheWay,
} from '../../views/tenant/questions.js';
import { refusalNotice, removalSlow } from '../../views/words/notices.js';
import type { Reply } from '../turn/turn.js';
import {
  type Action,
  answerOutcome,
  backFrom,
  carryOut,
  current,
  onTenant,
  shown,
  type TenantClick,
} from './action.js';

/** What each verb of a tenant's card does. */
export const tenantActions = {
  'tenant.open': onTenant([], open),
  'tenant.enable': onTenant(['version', 'certificateId'], enable),
  'tenant.copyApproval': onTenant([], copyApproval),
  'tenant.reviewLimitations': onTenant([], reviewLimitations),
  'tenant.acceptLimitations': onTenant(['version'], (on) =>
    carryOut(on, { do: 'acceptLimitations', by: on.turn.actor }),
  ),
  'tenant.revalidate': onTenant(['version'], (on) => carryOut(on, { do: 'revalidate', by: on.turn.actor })),
  'tenant.askDisable': onTenant([], (on) =>
    shown(on, on.tenant, disableQuestion(on.tenant, on.services.context(), on.click.query)),
  ),
  'tenant.disable': onTenant(['version'], (on) => carryOut(on, { do: 'disable', by: on.turn.actor })),
  'tenant.askRemoveDelegatedAdmin': onTenant([], askRemoveDelegatedAdmin),
  'tenant.removeDelegatedAdmin': onTenant(['version'], (on) =>
    carryOut(on, { do: 'removeDelegatedAdmin', by: on.turn.actor, requestId: randomUUID() }),
  ),
} satisfies Partial<Record<Verb, Action>>;

// Opening a tenant is worth a short wait for what the list cannot know; whatever comes later changes the card by itself.
const openPatienceMs = 1500;

async function open(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  // What a client asks for by itself is answered from memory, however many of them there are.
  if (!turn.isAutomatic) await turn.time.within(openPatienceMs, services.delegatedAdmin.read(tenant.tenantId));
  return shown(on, services.store.tenant(tenant.tenantId) ?? tenant);
}

// A certificate says that no access was left, so it isn't given again in passing. The yes names the certificate.
function enable(on: TenantClick<'version' | 'certificateId'>): Promise<Reply> | Reply {
  const { services, click, tenant, turn } = on;
  const disabled = tenant.status === 'notConfigured' ? services.context().certificateOf?.(tenant.tenantId) : undefined;
  if (!disabled || tenant.offboarding || on.data.certificateId === disabled.id)
    return carryOut(on, { do: 'enable', by: turn.actor, conversationId: turn.conversationId });
  const ways = { position: click.query, back: backFrom(on), inList: click.inList };
  return shown(on, tenant, enableAgainQuestion(tenant, disabled, services.context(), ways));
}

async function copyApproval(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command: Command = { do: 'takeApprovalLink', by: turn.actor };
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
  const relationship = outcome?.tenant.onboarding?.relationship;
  if (!outcome || outcome.refused || !relationship) return answerOutcome(on, outcome);
  const link = services.microsoft.approvalLink(relationship.id);
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
  const { services, click, tenant, turn } = on;
  const check = await turn.time.within(questionPatienceMs, services.delegatedAdmin.checkRemoval(tenant.tenantId));
  if (!check) return current(on, tenant, removalSlow);
  const { granted, reservations } = check;
  const context = services.context();
  if (!granted)
    return current(on, services.store.tenant(tenant.tenantId) ?? tenant, refusalNotice('alreadyDone', tenant));
  if (reservations.length > 0) {
    return shown(on, tenant, reservationsInTheWay(tenant, reservations, context, click.query));
  }
  return shown(on, tenant, removeDelegatedAdminQuestion(tenant, context, click.query));
}
