// Customers beyond the story: any number, always the same ones, cheap to make.
import type { Customer } from './model.js';

/** The id of the n-th customer, counted from 1; valid as a GUID for every n up to 12 digits. */
export function tenantIdOf(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** The id of the n-th former customer, which no customer has. */
export function formerTenantIdOf(n: number): string {
  return tenantIdOf(n).replace('-8000-', '-9000-');
}

/** A typical customer: it buys through the partner, and has an active Azure plan and no delegated admin. */
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
    culture: 'en-US',
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
