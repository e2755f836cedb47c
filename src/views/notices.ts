// What is said in one line about what a click came to, or about news of a tenant?
import type { RefusalReason } from '../domain/decide.js';
import type { News } from '../domain/news.js';
import { statusWords } from '../domain/status.js';
import type { Tenant } from '../domain/tenant.js';
import { literal } from './text.js';

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
    case 'busy':
      return `Somebody or something is busy with ${name} right now. Nothing was done; try again in a moment.`;
    default:
      return reason satisfies never;
  }
}

/** News in one line, as it shows on a phone's lock screen: what happened to whom. */
export function headline(news: News, tenant: Tenant): string {
  const name = literal(tenant.customer.displayName, 60);
  switch (news) {
    case 'approved':
      return `✅ ${name} is Approved`;
    case 'issuesFound':
      return `⚠️ ${name}: Issues found`;
    case 'accessLost':
      return `⚠️ Access to ${name} was lost: Issues found`;
    default:
      return news satisfies never;
  }
}
