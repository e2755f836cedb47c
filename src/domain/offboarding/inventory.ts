// One live reading of all that connects the partner to a tenant.
import type { Reservation } from '../access/delegated-admin.js';
import type { Reading } from '../access/observation.js';
import type { AccessAssignment, ListedRelationship } from '../access/relationship.js';
import type { Instant } from '../time.js';

/**
 * Whether our application has a consent in the customer's tenant, found out by a try to sign in there. `noWayIn`: Microsoft
 * didn't get as far as that question, because the partner has no access to the tenant.
 */
export type Consent = 'given' | 'none' | 'noWayIn';

/** What Partner Center says of a customer. For one that it doesn't list as ours, both are false. */
export interface RelationshipToPartner {
  /** Whether the customer buys through the partner. */
  readonly isReseller: boolean;
  /** Whether the partner has delegated admin (DAP) there. */
  readonly delegatedAdmin: boolean;
}

/**
 * Statuses of a subscription, in Microsoft's spelling; `unknown` for one that Microsoft has added since.
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources (checked 2026-11-22)
 */
export type SubscriptionStatus =
  | 'none'
  | 'active'
  | 'pending'
  | 'suspended'
  | 'expired'
  | 'disabled'
  | 'deleted'
  | 'unknown';

/** Something that the customer bought through the partner. Foreign text. */
export interface Subscription {
  readonly id: string;
  readonly offerName: string;
  readonly quantity: number;
  readonly status: SubscriptionStatus;
  /** A Microsoft Azure plan, which has no term and is paid by use. */
  readonly isAzurePlan: boolean;
  readonly isTrial: boolean;
  readonly autoRenews: boolean;
  /** Until then it can be cancelled for a refund. Absent: there's no such window, or Microsoft doesn't say. */
  readonly cancellableUntil?: Instant | undefined;
  /** When its term ends. Absent: it has none. */
  readonly termEndsAt?: Instant | undefined;
}

/** A relationship with its access assignments. */
export interface InventoryRelationship {
  readonly relationship: ListedRelationship;
  /** Without deleted ones. Absent: not read, because a relationship with this status has none that work. */
  readonly assignments?: Reading<readonly AccessAssignment[]> | undefined;
}

/** Names of the groups and roles in a plan, by id; unknown ones are missing. Foreign text. */
export interface Names {
  readonly groups: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
}

/** The name of an id of Microsoft's, which may be any text; `undefined`: it isn't known. */
export function nameOf(names: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined;
}

/** One live reading of all that connects the partner to a tenant; each part is a value, or why it couldn't be read. */
export interface Inventory {
  readonly at: Instant;
  /** Every relationship of the partner that's pinned to the customer, no matter who made it, ended ones too. */
  readonly relationships: Reading<readonly InventoryRelationship[]>;
  readonly consent: Reading<Consent>;
  readonly standing: Reading<RelationshipToPartner>;
  readonly subscriptions: Reading<readonly Subscription[]>;
  /** Azure reserved instances that aren't cancelled or over. */
  readonly reservations: Reading<readonly Reservation[]>;
  /** Names of the groups and roles of the assignments and relationships. */
  readonly names?: Names | undefined;
}
