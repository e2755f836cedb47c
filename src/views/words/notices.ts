// One-line answers to clicks, and one-line news of a tenant.
import type { RefusalReason } from '../../domain/tenant/decide.js';
import type { News } from '../../domain/tenant/news.js';
import { statusWords } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { literal } from '../render/text.js';

/** Why a click did nothing, as a notice on the current card. */
export function refusalNotice(reason: RefusalReason, tenant: Tenant): string {
  const name = literal(tenant.customer.displayName, 60);
  const status = statusWords[tenant.status];
  switch (reason) {
    case 'alreadyUnderWay':
      return `Already under way for ${name}; nothing was done twice.`;
    case 'alreadyDone':
      return `Already done for ${name}; nothing was changed.`;
    case 'notOnboarded':
      return `${name} is Not configured; there is nothing to do that to.`;
    case 'microsoftAtWork':
      return `Microsoft is working on ${name}. Try again when that is done.`;
    case 'doesNotApply':
      return `That does not apply to ${name}, which is ${status}. Nothing was changed.`;
    case 'outdated':
      return `The card was out of date: ${name} has changed since. Nothing was done; this is how it stands now.`;
    case 'noCustomer':
      return `${name} is not among your customers in Partner Center, so Gatehouse asks it for nothing. Nothing was done.`;
    case 'busy':
      return `Somebody or something is busy with ${name} right now. Nothing was done; try again in a moment.`;
    case 'offboardingUnderWay':
      return `${name} is being offboarded completely. Nothing else can be done to it meanwhile.`;
    case 'sameAdmin':
      return 'The second yes has to come from another admin. Nothing was done.';
    case 'tooLate':
      return `It is too late to undo: the offboarding of ${name} has begun.`;
    case 'noSuchOffboarding':
      return `That is not waiting for an answer any more. This is how ${name} stands now.`;
    case 'notRead':
      return `Microsoft did not say which relationships ${name} has. Nothing was done; try again in a moment.`;
    case 'noSteps':
      return 'Choose at least one step. Nothing was done.';
    default:
      return reason satisfies never;
  }
}

/** Whether something stands in the way of removing delegated admin couldn't be read in time. */
export const removalSlow = 'Microsoft has not answered yet. Nothing was done; try again in a moment.';

/** News in one line for a phone's lock screen: what happened to which tenant. */
export function headline(news: News, tenant: Tenant): string {
  const name = literal(tenant.customer.displayName, 60);
  switch (news) {
    case 'approved':
      return `✅ ${name} is Approved`;
    case 'issuesFound':
      return `⚠️ ${name}: Issues found`;
    case 'accessLost':
      return `⚠️ Access to ${name} was lost: Issues found`;
    case 'offboardingAwaitsApproval':
      return `🔐 A second admin is asked to agree: offboard ${name} completely`;
    case 'offboardingLapsed':
      return `Nobody agreed within a day: ${name} was not offboarded`;
    case 'offboardingStale':
      return `What ties you to ${name} has changed since it was agreed: it was not offboarded`;
    case 'offboardingStopped':
      return `⚠️ Offboarding ${name} has stopped: something was refused`;
    default:
      return news satisfies never;
  }
}
