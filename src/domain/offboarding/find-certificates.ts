// Finds certificates by a name or an id, and a tenant's newest.

import type { Customer } from '../customer.js';
import { namedBy } from '../folding.js';
import { searchFor, searchWords } from '../search.js';
import type { IssuedCertificate } from './certificate.js';

/**
 * The certificates of the tenants that match a search, the newest first: by the name in the certificate, since the tenant may
 * have been forgotten, by the tenant's present name or its id, or by the certificate's number. An empty search matches all.
 * Where one tenant's whole name is the search, only that tenant's are returned.
 */
export function findCertificates(
  certificates: Iterable<IssuedCertificate>,
  customerOf: (tenantId: string) => Customer | undefined,
  search: string,
): readonly IssuedCertificate[] {
  const isMeant = searchFor(search)?.isMatch ?? (() => true);
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
