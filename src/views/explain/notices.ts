// One-line answers to clicks, and one-line news of a tenant.
import type { RefusalReason } from '../../domain/tenant/decide.js';
import type { News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { literal } from '../render/text.js';
import { fill } from '../words/messages.js';
import { causeWords } from './limitation-words.js';

/** Why a click did nothing, as a notice on the current card. */
export function refusalNotice(reason: RefusalReason, tenant: Tenant, { notices, statuses }: Words): string {
  const name = literal(tenant.customer.displayName, 60);
  return fill(notices.refused[reason], { tenant: name, status: statuses[tenant.status] });
}

/** News in one line for a phone's lock screen: what happened to which tenant, and why. */
export function headline(news: News, tenant: Tenant, words: Words): string {
  const name = literal(tenant.customer.displayName, 60);
  const cause = causeWords(tenant, words) ?? words.statuses.issuesFound;
  return fill(words.notices.headlines[news], { tenant: name, cause });
}
