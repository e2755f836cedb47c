// Customers beyond the story: any number, always the same ones, cheap to make.
import type { Customer, Extension } from './model.js';
import { groupIds, templateRoles } from './partner.js';
import type { RelationshipSpec } from './relationship-spec.js';
import { globalAdministrator } from './roles.js';

/** The id of the n-th customer, counted from 1; valid as a GUID for every n up to 12 digits. */
export function tenantIdOf(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** The id of the n-th former customer, which no customer has. */
export function formerTenantIdOf(n: number): string {
  return tenantIdOf(n).replace('-8000-', '-9000-');
}

/** The id of the n-th tenant that is no customer and never was one. */
export function strangerTenantIdOf(n: number): string {
  return tenantIdOf(n).replace('-8000-', '-a000-');
}

/** The id of the n-th customer's first relationship. */
export function relationshipIdOf(n: number): string {
  const tenantId = tenantIdOf(n);
  return ['21000000-0000', '31000000-0000'].map((start) => tenantId.replace('10000000-0000', start)).join('-');
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

// On, and all ways in which Graph writes "off"; the last is of those with Global Administrator.
const extensions: readonly Extension[] = ['P180D', 'PT0S', 'P0D', null, 'absent', 'PT0S'];
const yearDays = 365;

/**
 * The active relationship of the n-th generated customer, if it has one: every fifth. They end on different days of the coming
 * year. What happens then is written in another way from one to the next, and one in six has Global Administrator, which
 * rules extension out.
 */
export function generatedRelationship(n: number): RelationshipSpec | undefined {
  if (n % 5 !== 3) return undefined;
  const kind = Math.floor(n / 5) % extensions.length;
  const isGlobal = kind === extensions.length - 1;
  const endsInDays = 2 + ((n * 7) % (yearDays - 3));
  const tenantId = tenantIdOf(n);
  return {
    tenantId,
    id: relationshipIdOf(n),
    displayName: `Gatehouse-${tenantId}-1`,
    durationDays: yearDays,
    createdDaysAgo: yearDays - endsInDays,
    sinceDaysAgo: yearDays - endsInDays,
    roles: isGlobal ? [...templateRoles, globalAdministrator] : templateRoles,
    autoExtendDuration: extensions[kind] ?? null,
    assignments: [groupIds.serviceDesk, groupIds.security, groupIds.azure].map((groupId, index) => ({
      groupId,
      id: tenantId.replace('10000000-0000', `41000000-000${index + 1}`),
    })),
  };
}
