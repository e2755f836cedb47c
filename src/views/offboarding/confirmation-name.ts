// The name that a person types to confirm which tenant to offboard.

import { namedBy } from '../../domain/folding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

/** The longest name that has to be typed, in characters. */
export const mostTyped = 120;

/** The text to type, as a card shows it: the tenant's name, or its id where the name is empty or too long. */
export function confirmationName({ tenantId, customer }: Pick<Tenant, 'tenantId' | 'customer'>): Literal {
  const whole = literal(customer.displayName, Number.POSITIVE_INFINITY);
  return whole === '' || [...whole].length > mostTyped ? literal(tenantId) : whole;
}

/**
 * Whether the typed text is that name, folded like a search. Never for empty text, nor for a name that looks the same as
 * another tenant's.
 */
export function isNameTyped(
  typed: string,
  tenant: Pick<Tenant, 'tenantId' | 'customer'>,
  all: Iterable<Pick<Tenant, 'tenantId' | 'customer'>> = [],
): boolean {
  const others = [...all].filter(({ tenantId }) => tenantId !== tenant.tenantId);
  return namedBy(typed, [tenant, ...others], confirmationName).includes(tenant);
}
