// Requires the partner's tenant at the sign-in.
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';

/** @throws Refusal for any other tenant */
export function checkTenant(tenant: string): void {
  if ([partner.tenantId, partner.domain].includes(tenant.toLowerCase())) return;
  throw new Refusal(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
}
