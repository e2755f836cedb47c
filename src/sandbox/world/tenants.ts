// Every tenant of the simulated cloud, whether or not it's a customer, by its id or a domain.
import type { Customer } from './model.js';
import { partner } from './partner.js';
import type { World } from './world.js';

/** What is publicly known of a tenant. */
export type Tenant = Pick<Customer, 'tenantId' | 'name' | 'domain'>;

/** The tenant with this id or domain: its first one, at onmicrosoft.com, or the same name at example.com. */
export function findTenant(world: World, idOrDomain: string): Tenant | undefined {
  const wanted = idOrDomain.toLowerCase();
  const byId = wanted === partner.tenantId ? partner : world.customer(wanted);
  if (byId) return byId;
  const domain = wanted.replace(/^([^.]+)\.example\.com$/, '$1.onmicrosoft.com');
  return [partner, ...world.customers()].find((one) => one.domain === domain);
}
