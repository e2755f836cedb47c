// Which name does somebody type to show that they mean this very tenant, and have they?
import type { Tenant } from '../../domain/tenant.js';
import { literal } from '../text.js';

/** The most characters that anybody is asked to type. */
export const mostTyped = 120;

/** What is to be typed, as a card shows it: the tenant's name; its id, where the name is empty or endless. */
export function nameToType({ tenantId, customer }: Pick<Tenant, 'tenantId' | 'customer'>): string {
  const whole = literal(customer.displayName, Number.POSITIVE_INFINITY);
  return whole === '' || [...whole].length > mostTyped ? tenantId : whole;
}

/** Whether that is what somebody has typed. Case, white space and the form of characters make no difference. */
export function isNameTyped(typed: string, tenant: Pick<Tenant, 'tenantId' | 'customer'>): boolean {
  return folded(typed) === folded(nameToType(tenant));
}

// What is invisible on a card cannot be typed, and may come along when somebody copies from one.
function folded(text: string): string {
  return text
    .replaceAll('{\u200B{', '{{')
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toLowerCase();
}
