// Until when a tenant's relationships give the access that its template wants, and what becomes of it then.
import { addSeconds, type Instant } from '../time.js';
import { type AccessTemplate, missingRoles, rolesOf } from './access-template.js';
import { globalAdministratorId } from './gdap-roles.js';
import { isOpen, type Relationship } from './relationship.js';
import { numberInName } from './relationship-name.js';

/**
 * What becomes of the access on its day:
 * - `rollsOver`: it goes on by itself for 180 days more, and again, until auto-extend is switched off.
 * - `ends`: it ends, and can be kept.
 * - `blocked`: it ends, and Global Administrator keeps it from being extended.
 * - `successorWaits`: it ends, and a request for another relationship with every role waits for the customer or for Microsoft.
 * - `ended`: it's over.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-faq (checked 2026-11-29)
 */
export const outlooks = ['ended', 'blocked', 'ends', 'successorWaits', 'rollsOver'] as const;

/** One of them. */
export type Outlook = (typeof outlooks)[number];

/**
 * What keeps access beyond its end: auto-extend (`extend`), the same after Global Administrator is taken out of the relationship
 * (`removeGlobalAdministrator`), or another relationship, which the customer has to approve (`request`).
 */
export const waysToKeep = ['extend', 'removeGlobalAdministrator', 'request'] as const;

/** One of them. */
export type WayToKeep = (typeof waysToKeep)[number];

/**
 * A tenant's coverage: the latest end among the active relationships that alone have every role of its template, or, where
 * none has, among the active ones.
 */
export interface Coverage {
  readonly is: Outlook;
  /** The day of it: the end, or the roll-over. */
  readonly on: Instant;
  /** The relationship that rolls over, or that would be extended; else the one that ends last. */
  readonly relationshipId: string;
  /** Absent: nothing has to be kept, or can be. */
  readonly keep?: WayToKeep | undefined;
}

/** What a tenant's relationships are compared with. */
export interface Covered {
  readonly tenantId: string;
  /** All that were read, ended ones too. */
  readonly relationships: readonly Relationship[];
  /** The one that counts for the onboarding. */
  readonly followed: Relationship | undefined;
  readonly template: AccessTemplate;
}

interface Ending extends Relationship {
  readonly endsAt: Instant;
}

/** The coverage of a tenant; `undefined`: it never had access, has lost it before its end, or Microsoft doesn't say when it ends. */
export function coverageOf({ tenantId, relationships, followed, template }: Covered): Coverage | undefined {
  const suffices = ({ roleIds }: Relationship) => missingRoles(template, roleIds).length === 0;
  const active = relationships.filter(isEnding).filter(({ status }) => status === 'active');
  const sufficing = active.filter(suffices);
  // What lacks a role can roll over, and then lacks it still.
  const giving = sufficing.length > 0 ? sufficing : active;
  const rolling = latest(giving.filter(rollsOver));
  if (rolling) return { is: 'rollsOver', on: rolling.endsAt, relationshipId: rolling.id };
  const last = latest(giving);
  if (!last) return followed && endedBy(followed);
  const ending = { on: last.endsAt, relationshipId: last.id };
  const isSuccessor = (each: Relationship) =>
    (isOpen(each.status) && numberInName(tenantId, each.displayName) !== undefined) ||
    each.status === 'approved' ||
    each.status === 'activating';
  if (relationships.some((each) => isSuccessor(each) && suffices(each))) return { ...ending, is: 'successorWaits' };
  if (sufficing.length === 0) return { ...ending, is: 'ends', keep: 'request' };
  const extendable = latest(sufficing.filter((each) => !hasGlobalAdministrator(each)));
  if (extendable) return { ...ending, is: 'ends', relationshipId: extendable.id, keep: 'extend' };
  const isWanted = rolesOf(template).some(({ id }) => id === globalAdministratorId);
  return { ...ending, is: 'blocked', keep: isWanted ? 'request' : 'removeGlobalAdministrator' };
}

/** A tenant's coverage as last read; where it hasn't been yet, as far as its relationship alone tells. */
export function knownCoverage({
  coverage,
  relationship,
}: {
  readonly coverage?: Coverage | undefined;
  readonly relationship?: Relationship | undefined;
}): Coverage | undefined {
  if (coverage || !relationship) return coverage;
  if (!isEnding(relationship) || relationship.status !== 'active') return endedBy(relationship);
  const is = rollsOver(relationship) ? 'rollsOver' : hasGlobalAdministrator(relationship) ? 'blocked' : 'ends';
  return { is, on: relationship.endsAt, relationshipId: relationship.id };
}

/** Whether a relationship has the role that keeps it from being extended. */
export function hasGlobalAdministrator({ roleIds }: Pick<Relationship, 'roleIds'>): boolean {
  return roleIds.includes(globalAdministratorId);
}

/** Whether the access ends on its day, as far as anyone knows today. */
export function isToEnd({ is }: Coverage): boolean {
  return is !== 'rollsOver' && is !== 'ended';
}

// Microsoft moves the end by 180 days; dates of one relationship that differ by less are the same, spelled otherwise.
const leastExtensionSeconds = 86_400;

/**
 * Whether a relationship's end has moved on by itself. No event tells of it, so two readings do.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-faq (checked 2026-11-29)
 */
export function hasRolledOver(before: Instant, { status, endsAt }: Relationship): boolean {
  return status === 'active' && endsAt !== undefined && endsAt >= addSeconds(before, leastExtensionSeconds);
}

// Microsoft doesn't allow both. Where they're read together, the one that warns people counts.
function rollsOver(relationship: Relationship): boolean {
  return relationship.autoExtends && !hasGlobalAdministrator(relationship);
}

function endedBy(relationship: Relationship): Coverage | undefined {
  if (!isEnding(relationship)) return undefined;
  const { id: relationshipId, status, endsAt: on } = relationship;
  return status === 'expiring' || status === 'expired' ? { is: 'ended', on, relationshipId } : undefined;
}

function isEnding(relationship: Relationship): relationship is Ending {
  return relationship.endsAt !== undefined;
}

function latest(relationships: readonly Ending[]): Ending | undefined {
  return [...relationships].sort((a, b) =>
    a.endsAt < b.endsAt ? 1 : a.endsAt > b.endsAt ? -1 : a.id < b.id ? -1 : 1,
  )[0];
}
