// Who are the customers beyond the story? As many as wanted, always the same ones, and cheap.
import type { Customer } from './model.js';

/** The id of the n-th customer, counted from 1; valid as a GUID for every n up to 12 digits. */
export function tenantIdOf(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** The id of the n-th tenant that was a customer once; never that of one that is. */
export function formerTenantIdOf(n: number): string {
  return tenantIdOf(n).replace('-8000-', '-9000-');
}

/** A customer like most: a reseller's, with an active Azure plan and no delegated admin. */
export function plainCustomer(n: number, name: string, domain: string): Customer {
  return {
    tenantId: tenantIdOf(n),
    name,
    domain,
    relationshipToPartner: 'reseller',
    azurePlan: 'active',
    licence: 'active',
    delegatedAdmin: false,
    delegatedAdminEndsAt: null,
    resellerEndsAt: null,
    consent: false,
    consentEndsAt: null,
    subscriptions: [],
    reservations: 0,
    quirks: [],
  };
}

/** The n-th generated customer: "Contoso 00018"; every tenth has no Azure plan, every fifteenth delegated admin. */
export function generatedCustomer(n: number): Customer {
  const number = String(n).padStart(5, '0');
  const customer = plainCustomer(n, `Contoso ${number}`, `contoso${number}.onmicrosoft.com`);
  return { ...customer, azurePlan: n % 10 === 0 ? 'none' : 'active', delegatedAdmin: n % 15 === 0 };
}
