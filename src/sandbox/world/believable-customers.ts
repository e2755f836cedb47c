// Customers beyond the story as a partner of that size has them: their names, what of them is onboarded, and what is wrong.
import { company } from './company-names.js';
import { plainCustomer, relationshipIdOf, tenantIdOf } from './generated-customers.js';
import type { Customer, Extension, Quirk } from './model.js';
import type { OpeningTenant } from './opening-tenant.js';
import { groupIds, templateRoles } from './partner.js';
import type { AssignmentSpec, RelationshipSpec } from './relationship-spec.js';
import { globalAdministrator, roleId } from './roles.js';
import type { SubscriptionSpec } from './subscriptions.js';

/** A customer, what it has bought, and what the partner has there. */
export interface Believable {
  readonly customer: Customer;
  readonly subscriptions: readonly SubscriptionSpec[];
  readonly relationship?: RelationshipSpec | undefined;
  /** Absent: the partner hasn't enabled it. */
  readonly onboarded?: Omit<OpeningTenant, 'tenantId'> | undefined;
}

type Part = Partial<Pick<Believable, 'relationship'>> & {
  readonly traits?: Partial<Customer>;
  readonly isOnboarded: boolean;
  /** Microsoft works on it, or fails. */
  readonly isAtWork?: true;
};

const twoYears = 730;
// Off is written in several ways by Graph.
const off: readonly Extension[] = ['PT0S', 'P0D', null, 'absent'];

/**
 * The n-th: 70 of a hundred have access as wanted, one in fourteen of those with Global Administrator; 7 wait for the customer, 1
 * for Microsoft, 8 have something wrong, and of 14 nothing is asked, though some of these still have access by hand. Always the same.
 */
export function believableCustomer(n: number): Believable {
  const { name, domain, culture } = company(n);
  const { traits, relationship, isOnboarded, isAtWork = false } = partOf(n);
  const plain = plainCustomer(n, name, `${domain}.onmicrosoft.com`);
  const customer = {
    ...plain,
    culture,
    consent: chance(n, 'consent', 30),
    delegatedAdmin: chance(n, 'dap', 4),
    ...traits,
  };
  const quantity = 5 + numberOf(n, 'seats', 240);
  const startedDaysAgo = 20 + numberOf(n, 'bought', 300);
  return {
    customer,
    subscriptions: chance(n, 'buys', 40) ? [{ offerName: 'Microsoft 365 E5', quantity, startedDaysAgo }] : [],
    relationship,
    onboarded: isOnboarded ? { tags: tagsOf(n), isSettled: !isAtWork } : undefined,
  };
}

function partOf(n: number): Part {
  const kind = numberOf(n, 'kind', 100);
  if (kind < 70) return { isOnboarded: true, relationship: active(n) };
  if (kind < 77) return { isOnboarded: true, relationship: pending(n) };
  if (kind < 78) return working(n);
  if (kind < 86) return wrong(n);
  if (!chance(n, 'byHand', 35)) return { isOnboarded: false };
  return { isOnboarded: false, relationship: { ...active(n), displayName: `Partner access ${n}` } };
}

function active(n: number, assignments: readonly AssignmentSpec[] = threeGroups): RelationshipSpec {
  const tenantId = tenantIdOf(n);
  const isGlobal = chance(n, 'global', 7);
  const activatedDaysAgo = numberOf(n, 'age', twoYears - 2);
  return {
    ...pinned(n),
    roles: isGlobal ? [...templateRoles, globalAdministrator] : templateRoles,
    autoExtendDuration: !isGlobal && chance(n, 'extends', 55) ? 'P180D' : (off[n % off.length] ?? null),
    durationDays: twoYears,
    createdDaysAgo: activatedDaysAgo + daysToApproval(n),
    activatedDaysAgo,
    sinceDaysAgo: activatedDaysAgo,
    assignments: assignments.map((each, index) => ({
      ...each,
      id: tenantId.replace('10000000-0000', `41000000-000${index + 1}`),
    })),
  };
}

const threeGroups = [groupIds.serviceDesk, groupIds.security, groupIds.azure].map((groupId) => ({ groupId }));

// Half of them within two days, and few after weeks.
function daysToApproval(n: number): number {
  const share = numberOf(n, 'approval', 1000) / 1000;
  return Math.round(100 * (0.1 + 40 * share ** 4)) / 100;
}

function pending(n: number): RelationshipSpec {
  const days = Math.round(10 * (0.2 + 84 * (numberOf(n, 'waits', 1000) / 1000) ** 3)) / 10;
  return { ...pinned(n), status: 'approvalPending', createdDaysAgo: days, sinceDaysAgo: days };
}

function working(n: number): Part {
  const slow: Quirk = { kind: 'slowActivation', seconds: 600 };
  return {
    isOnboarded: true,
    isAtWork: true,
    traits: { quirks: [slow] },
    relationship: { ...pinned(n), status: 'activating', createdDaysAgo: 1 },
  };
}

function wrong(n: number): Part {
  const [first, security, azure] = threeGroups;
  const whole = { isOnboarded: true, relationship: active(n) };
  switch (numberOf(n, 'wrong', 8)) {
    case 0: {
      const fails: Quirk = { kind: 'assignmentFails', groupId: groupIds.security };
      const failed = [first, security && { ...security, status: 'error' as const }, azure].filter(
        (each) => each !== undefined,
      );
      return { ...whole, isAtWork: true, traits: { quirks: [fails] }, relationship: active(n, failed) };
    }
    case 1: {
      const refused: Quirk = { kind: 'assignmentRefused', groupId: groupIds.azure };
      return { ...whole, traits: { quirks: [refused] }, relationship: active(n, threeGroups.slice(0, 2)) };
    }
    case 2: {
      const lacking = templateRoles.filter((id) => id !== roleId('Security Administrator'));
      return { ...whole, relationship: { ...active(n), displayName: `Gatehouse-${tenantIdOf(n)}-1`, roles: lacking } };
    }
    case 3:
      return { ...whole, traits: { azurePlan: 'suspended' } };
    default:
      return { ...whole, traits: { azurePlan: 'none' } };
  }
}

function pinned(n: number) {
  const tenantId = tenantIdOf(n);
  return { tenantId, id: relationshipIdOf(n), displayName: `Gatehouse-${tenantId}-1` };
}

function tagsOf(n: number): readonly string[] {
  return [chance(n, 'vip', 6) && 'vip', chance(n, 'managed', 20) && 'managed'].filter((tag) => tag !== false);
}

function chance(n: number, about: string, ofHundred: number): boolean {
  return numberOf(n, about, 100) < ofHundred;
}

/** From 0 to below `count`; it looks like chance, and is the same every time (FNV-1a, mixed as in MurmurHash3). */
function numberOf(n: number, about: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${about} ${n}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}
