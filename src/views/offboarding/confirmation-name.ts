// Which name does somebody type to show that they mean this very tenant, and have they?
import { namedBy } from '../../domain/tenant/folding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { literal } from '../render/text.js';

/** The most characters that anybody is asked to type. */
export const mostTyped = 120;

/** What is to be typed, as a card shows it: the tenant's name; its id, where the name is empty or endless. */
export function confirmationName({ tenantId, customer }: Pick<Tenant, 'tenantId' | 'customer'>): string {
  const whole = literal(customer.displayName, Number.POSITIVE_INFINITY);
  return whole === '' || [...whole].length > mostTyped ? tenantId : whole;
}

/**
 * Whether that is what somebody has typed, folded as a search is; never by typing nothing, nor by what is written just like
 * the name of another of all tenants.
 */
export function isNameTyped(
  typed: string,
  tenant: Pick<Tenant, 'tenantId' | 'customer'>,
  all: Iterable<Pick<Tenant, 'tenantId' | 'customer'>> = [],
): boolean {
  const others = [...all].filter(({ tenantId }) => tenantId !== tenant.tenantId);
  return namedBy(typed, [tenant, ...others], confirmationName).includes(tenant);
}
