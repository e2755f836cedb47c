// Which certificates does somebody mean by a name or an id, and which is a tenant's newest?

import { namedBy } from '../tenant/folding.js';
import { searchFor, searchWords } from '../tenant/search.js';
import type { Customer } from '../tenant/tenant.js';
import type { IssuedCertificate } from './certificate.js';

/**
 * The certificates of the tenants that a search means, the newest first: by the name in the certificate, since the tenant
 * may have been forgotten, by what the tenant is called now, by its id, or by the certificate's number. An empty search
 * means all of them. One tenant whose whole name it is stands for itself alone.
 */
export function findCertificates(
  certificates: Iterable<IssuedCertificate>,
  customerOf: (tenantId: string) => Customer | undefined,
  search: string,
): readonly IssuedCertificate[] {
  const isMeant = searchFor(search) ?? (() => true);
  const newestFirst = [...certificates].sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1));
  const found = newestFirst.filter(({ id, tenantId, tenantName }) => {
    const then = { displayName: tenantName, domain: '' };
    const now = customerOf(tenantId) ?? then;
    return (
      id === search.trim().toLowerCase() || [then, now].some((customer) => isMeant(searchWords({ customer, tenantId })))
    );
  });
  const exact = namedBy(search, found, ({ tenantName }) => tenantName);
  return exact.length > 0 ? exact : found;
}

/** The newest certificate of a tenant; `undefined`: it was never offboarded completely. */
export function newestCertificate(
  certificates: Iterable<IssuedCertificate>,
  tenantId: string,
): IssuedCertificate | undefined {
  let newest: IssuedCertificate | undefined;
  for (const each of certificates) {
    if (each.tenantId === tenantId && (newest === undefined || each.issuedAt > newest.issuedAt)) newest = each;
  }
  return newest;
}
