// The customers of the story: 17, each in a situation of its own.
import type { Customer } from './model.js';
import { groupIds, templateRoles } from './partner.js';
import type { AssignmentSpec, RelationshipSpec } from './relationship-spec.js';
import { globalAdministrator, roleId } from './roles.js';
import type { SubscriptionSpec } from './subscriptions.js';

/** A customer of the story; absent properties are as in most customers. */
export interface SeedCustomer {
  readonly name: string;
  /** First label of the tenant's onmicrosoft.com domain. */
  readonly domain: string;
  /** The tenant is onboarded before the story begins. */
  readonly isOnboarded?: true;
  /** Its relationship is about to change, and does so only after the partner has read it once. */
  readonly waitsForLook?: true;
  readonly traits?: Partial<
    Pick<Customer, 'azurePlan' | 'delegatedAdmin' | 'reservations' | 'consent' | 'culture' | 'quirks'>
  >;
  /** Its further purchases. */
  readonly subscriptions?: readonly SubscriptionSpec[];
  /** At most one; without a name it has Gatehouse's. */
  readonly relationship?: Omit<RelationshipSpec, 'displayName'> & { readonly displayName?: string };
}

const serviceDesk: AssignmentSpec = { groupId: groupIds.serviceDesk };
const security: AssignmentSpec = { groupId: groupIds.security };
const azure: AssignmentSpec = { groupId: groupIds.azure };
const complete = { createdDaysAgo: 120, sinceDaysAgo: 120, assignments: [serviceDesk, security, azure] };

/** The customers in order; the first has number 1. */
export const seed: readonly SeedCustomer[] = [
  { name: 'Contoso Ltd', domain: 'contoso' },
  {
    name: 'Fabrikam Inc',
    domain: 'fabrikam',
    isOnboarded: true,
    traits: { consent: true },
    subscriptions: [{ offerName: 'Microsoft Teams Enterprise', quantity: 40, startedDaysAgo: 2 }],
    relationship: complete,
  },
  {
    name: 'Adventure Works Cycles',
    domain: 'adventureworks',
    traits: { consent: true },
    subscriptions: [{ offerName: 'Visio Plan 2', quantity: 3, startedDaysAgo: 90, windowDays: 0 }],
    relationship: {
      displayName: 'AWC partner access 2025',
      createdDaysAgo: 200,
      sinceDaysAgo: 200,
      roles: [...templateRoles, roleId('SharePoint Administrator'), roleId('Global Reader')],
      assignments: [serviceDesk],
    },
  },
  {
    name: 'Northwind Traders',
    domain: 'northwind',
    isOnboarded: true,
    relationship: { status: 'approvalPending', createdDaysAgo: 12, sinceDaysAgo: 12 },
  },
  {
    name: 'Wide World Importers',
    domain: 'wideworldimporters',
    isOnboarded: true,
    relationship: {
      displayName: 'WWI request by hand',
      status: 'approvalPending',
      createdDaysAgo: 5,
      sinceDaysAgo: 5,
    },
  },
  {
    name: 'Tailspin Toys',
    domain: 'tailspintoys',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'dropsRole', roleDefinitionId: roleId('Security Administrator') }] },
    waitsForLook: true,
    relationship: { status: 'approved', createdDaysAgo: 1 },
  },
  {
    name: 'Woodgrove Bank',
    domain: 'woodgrove',
    isOnboarded: true,
    traits: { azurePlan: 'none', consent: true },
    subscriptions: [
      { offerName: 'Microsoft 365 E5', quantity: 120, startedDaysAgo: 30 },
      { offerName: 'Power BI Pro', quantity: 5, status: 'suspended', startedDaysAgo: 300 },
      { offerName: 'Visio Plan 2', quantity: 2, isTrial: true, startedDaysAgo: 10, termDays: 30, windowDays: 0 },
    ],
    relationship: complete,
  },
  {
    name: 'Litware Inc',
    domain: 'litware',
    isOnboarded: true,
    traits: { azurePlan: 'suspended' },
    relationship: complete,
  },
  {
    name: 'Proseware Inc',
    domain: 'proseware',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'assignmentFails', groupId: groupIds.security }] },
    relationship: { ...complete, assignments: [serviceDesk, { ...security, status: 'error' }, azure] },
  },
  {
    name: 'Trey Research',
    domain: 'treyresearch',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'assignmentRefused', groupId: groupIds.azure }] },
    relationship: { ...complete, assignments: [serviceDesk, security] },
  },
  { name: 'Alpine Ski House', domain: 'alpineskihouse', traits: { delegatedAdmin: true, culture: 'de-AT' } },
  {
    name: "Margie's Travel",
    domain: 'margiestravel',
    isOnboarded: true,
    traits: { delegatedAdmin: true, reservations: 2, consent: true },
    subscriptions: [
      { offerName: 'Power BI Pro', quantity: 2, status: 'suspended', startedDaysAgo: 60, windowDays: 0 },
      { offerName: 'Microsoft Teams Enterprise', quantity: 12, status: 'expired', startedDaysAgo: 400 },
    ],
    relationship: complete,
  },
  {
    name: 'Coho Winery',
    domain: 'cohowinery',
    isOnboarded: true,
    waitsForLook: true,
    relationship: {
      ...complete,
      autoExtendDuration: 'PT0S',
      createdDaysAgo: 730,
      sinceDaysAgo: 730,
      endsInSeconds: 45,
    },
  },
  {
    name: 'Fourth Coffee',
    domain: 'fourthcoffee',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'slowActivation', seconds: 600 }] },
    waitsForLook: true,
    relationship: { status: 'activating', createdDaysAgo: 1 },
  },
  {
    name: 'Humongous Insurance',
    domain: 'humongousinsurance',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'createRefused' }] },
  },
  {
    name: 'Lucerne Publishing',
    domain: 'lucernepublishing',
    isOnboarded: true,
    traits: { quirks: [{ kind: 'subscriptionsRefused' }] },
    // Its end is there to be kept, at the first look and for weeks: further away than the first warning.
    relationship: {
      ...complete,
      roles: [...templateRoles, globalAdministrator],
      autoExtendDuration: 'PT0S',
      endsInSeconds: 80 * 24 * 60 * 60,
    },
  },
  {
    name: 'Relecloud',
    domain: 'relecloud',
    relationship: { status: 'terminated', createdDaysAgo: 500, sinceDaysAgo: 300 },
  },
];

/** Former customers: they don't buy through the partner any more and are in no list, and the partner still has access. */
export const formerCustomers: readonly SeedCustomer[] = [
  {
    name: 'Wingtip Toys',
    domain: 'wingtiptoys',
    traits: { azurePlan: 'none' },
    relationship: {
      displayName: 'Wingtip Toys support 2025',
      createdDaysAgo: 320,
      sinceDaysAgo: 320,
      assignments: [azure],
    },
  },
  {
    name: 'City Power & Light',
    domain: 'citypowerlight',
    traits: { azurePlan: 'none' },
    relationship: {
      displayName: 'City Power and Light 2026',
      status: 'approvalPending',
      createdDaysAgo: 20,
      sinceDaysAgo: 20,
    },
  },
];

/** Tenants that are no customers and never were, so that nothing leads to them; they may become some. */
export const strangers: readonly Pick<SeedCustomer, 'name' | 'domain'>[] = [
  { name: 'Tailwind Traders', domain: 'tailwindtraders' },
  { name: 'Fourth & Main Clinic', domain: 'fourthandmain' },
];
