// The tenant that a typed search names.

import { namedBy } from '../../domain/folding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BotServices } from './bot-services.js';

/** The one customer of exactly that name, or else the only one that matches; `total`: how many match. */
export function namedTenant(
  { tenantList }: Pick<BotServices, 'tenantList'>,
  search: string,
): { readonly tenant: Tenant | undefined; readonly total: number } {
  const { listed } = tenantList.find(search);
  const named = namedBy(search, listed, ({ customer }) => customer.displayName);
  const [only] = named.length === 1 ? named : listed;
  return { tenant: named.length === 1 || listed.length === 1 ? only : undefined, total: listed.length };
}
