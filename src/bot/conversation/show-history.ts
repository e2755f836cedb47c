// Whose history does somebody mean, and what does the audit log say of it?
import { findCertificates, newestCertificate } from '../../domain/offboarding/find-certificates.js';
import { namedBy } from '../../domain/tenant/folding.js';
import { searchFor, searchWords } from '../../domain/tenant/search.js';
import { nearest } from '../../runtime/nearest.js';
import { auditHistoryView, noHistoryView } from '../../views/tenant/audit-history.js';
import type { Desk } from '../bot-services.js';
import type { Reply } from './turn.js';

/** The history of the tenant that is meant, or that none is; `undefined`: several are. */
export function showHistory(desk: Desk, search: string): Promise<Reply> | Reply | undefined {
  const summary = 'History';
  if (search === '') return { card: noHistoryView(search, undefined, desk.context()), summary };
  const customers = [...desk.tenants()].filter(({ exCustomer }) => !exCustomer);
  const named = namedBy(search, customers, ({ customer }) => customer.displayName);
  const found = desk.list({ search, page: 1 });
  const [tenant] = named.length === 1 ? named : found.total === 1 ? found.rows : [];
  const tenantId = tenant?.tenantId ?? forgotten(desk, search);
  if (tenantId !== undefined) return showHistoryOf(desk, tenantId);
  if (found.total > 0) return undefined;
  return { card: noHistoryView(search, nearestName(desk, search), desk.context()), summary };
}

// More than this nobody pages through; the log itself has all of it.
const mostDeeds = 1000;

/** A page of a tenant's history. */
export async function showHistoryOf(desk: Desk, tenantId: string, page = 1): Promise<Reply> {
  const deeds = await desk.audit.of(tenantId, mostDeeds);
  const formerName = newestCertificate(desk.certificates(), tenantId)?.tenantName;
  const history = { tenantId, tenant: desk.tenant(tenantId), formerName, deeds, page };
  return { card: auditHistoryView(history, desk.context()), summary: 'History' };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// Who is no longer in the list is known by name while something still ties us to it, or to its certificate; else by the
// id, which the log has.
function forgotten(desk: Desk, search: string): string | undefined {
  if (guid.test(search)) return search.toLowerCase();
  const departed = [...desk.tenants()].filter(
    (tenant) => tenant.exCustomer && searchFor(search)?.(searchWords(tenant)) === true,
  );
  const certified = findCertificates(desk.certificates(), () => undefined, search);
  const tenantIds = new Set([...departed, ...certified].map(({ tenantId }) => tenantId));
  return tenantIds.size === 1 ? [...tenantIds][0] : undefined;
}

function nearestName(desk: Desk, search: string): string | undefined {
  const names = [
    ...[...desk.tenants()].map(({ customer }) => customer.displayName),
    ...[...desk.certificates()].map(({ tenantName }) => tenantName),
  ];
  return nearest(search, names, Math.min(mostSlips, Math.ceil(search.length / 3)));
}

// Further off than this, it is another name.
const mostSlips = 3;
