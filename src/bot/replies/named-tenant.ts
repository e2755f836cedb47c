// The tenant that a typed search names.

import { namedBy } from '../../domain/folding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BotServices } from './bot-services.js';

/** The one customer of exactly that name, or else the only one that matches; `total`: how many match. */
export function namedTenant(
  { store, tenantList }: Pick<BotServices, 'store' | 'tenantList'>,
  search: string,
): { readonly tenant: Tenant | undefined; readonly total: number } {
  const customers = [...store.tenants()].filter(({ formerCustomer }) => !formerCustomer);
  const named = namedBy(search, customers, ({ customer }) => customer.displayName);
  const { rows, total } = tenantList.page({ search, page: 1 });
  const [tenant] = named.length === 1 ? named : total === 1 ? rows : [];
  return { tenant, total };
}
