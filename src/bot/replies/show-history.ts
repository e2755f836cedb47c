// The answer to /history: the tenant that the search names, and what the audit log says of it.

import { namedBy } from '../../domain/folding.js';
import { guidPattern } from '../../domain/guid.js';
import { findCertificates, newestCertificate } from '../../domain/offboarding/find-certificates.js';
import { nearest } from '../../runtime/nearest.js';
import { auditHistoryView, noHistoryView } from '../../views/tenant/audit-history.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { namedTenant } from './named-tenant.js';

/** The history of the one matching tenant, or that there's none; `undefined`: several match. */
export function showHistory(services: BotServices, search: string): Promise<Reply> | Reply | undefined {
  const summary = services.context().words.replies.summaries.history;
  if (search === '') return { card: noHistoryView(search, undefined, services.context()), summary };
  const { tenant, total } = namedTenant(services, search);
  const tenantId = tenant?.tenantId ?? forgotten(services, search, total > 0);
  if (tenantId !== undefined) return showHistoryOf(services, tenantId);
  if (total > 0) return undefined;
  return { card: noHistoryView(search, nearestName(services, search), services.context()), summary };
}

// No person pages through more; the log itself has all of it.
const mostEntries = 1000;

/** A page of a tenant's history. */
export async function showHistoryOf(services: BotServices, tenantId: string, page = 1): Promise<Reply> {
  const entries = await services.audit.of(tenantId, mostEntries);
  const formerName = newestCertificate(services.store.certificates(), tenantId)?.tenantName;
  const history = { tenantId, tenant: services.store.tenant(tenantId), formerName, entries, page };
  return {
    card: auditHistoryView(history, services.context()),
    summary: services.context().words.replies.summaries.history,
  };
}

// A tenant that's no longer in the list is known by name as a former customer or by its certificate; else by the id, which
// the log has. Where tenants in the list match as well, it's meant only by its whole name.
function forgotten(services: BotServices, search: string, isWhole: boolean): string | undefined {
  if (guidPattern.test(search.toLowerCase())) return search.toLowerCase();
  const departed = services.tenantList.find(search).former.map(({ tenantId, customer }) => ({
    tenantId,
    tenantName: customer.displayName,
  }));
  const certified = findCertificates(services.store.certificates(), () => undefined, search);
  const found = [...departed, ...certified];
  const meant = isWhole ? namedBy(search, found, ({ tenantName }) => tenantName) : found;
  const tenantIds = new Set(meant.map(({ tenantId }) => tenantId));
  return tenantIds.size === 1 ? [...tenantIds][0] : undefined;
}

function nearestName(services: BotServices, search: string): string | undefined {
  const names = [
    ...[...services.store.tenants()].map(({ customer }) => customer.displayName),
    ...[...services.store.certificates()].map(({ tenantName }) => tenantName),
  ];
  return nearest(search, names, Math.min(mostSlips, Math.ceil(search.length / 3)));
}

// Further off than this, it is another name.
const mostSlips = 3;
