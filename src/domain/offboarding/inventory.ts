// What ties the partner to a tenant, as one live reading found it?
import type { Reservation } from '../access/delegated-admin.js';
import type { Reading } from '../access/observation.js';
import type { AccessAssignment, ListedRelationship } from '../access/relationship.js';
import type { Instant } from '../time.js';

/**
 * Whether our application has a consent in the customer's tenant, told by trying to sign in there. `noWayIn`: Microsoft
 * did not even let us come as far as that question, because no access of ours leads into the tenant.
 */
export type Consent = 'given' | 'none' | 'noWayIn';

/** What Partner Center says of a customer. One that it does not know, or not as ours, is neither. */
export interface Standing {
  /** Whether the customer buys through us. */
  readonly isReseller: boolean;
  /** Whether we have delegated admin (DAP) there. */
  readonly delegatedAdmin: boolean;
}

/**
 * States of a subscription, in Microsoft's spelling; `unknown` for one that Microsoft has added since.
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

/** Something that the customer has bought through us. Foreign text. */
export interface Subscription {
  readonly id: string;
  readonly offerName: string;
  readonly quantity: number;
  readonly status: SubscriptionStatus;
  /** A Microsoft Azure plan, which has no term and is paid by use. */
  readonly isAzurePlan: boolean;
  readonly isTrial: boolean;
  readonly autoRenews: boolean;
  /** Until then it can be cancelled for money back. Absent: it has no such window, or Microsoft does not say. */
  readonly cancellableUntil?: Instant | undefined;
  /** When its term ends. Absent: it has none. */
  readonly termEndsAt?: Instant | undefined;
}

/** A relationship, with what it gives to whom. */
export interface InventoryRelationship {
  readonly relationship: ListedRelationship;
  /** Deleted ones are left out. Absent: not read, because a relationship in this state has none that work. */
  readonly assignments?: Reading<readonly AccessAssignment[]> | undefined;
}

/** What the groups and roles in a plan are called, by id; one whose name nobody told is missing. Foreign text. */
export interface Names {
  readonly groups: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
}

/** One live reading of all that ties us to a tenant; each part is there, or why it could not be read. */
export interface Inventory {
  readonly at: Instant;
  /** Every relationship of the partner that is pinned to the customer, whoever made it, ended ones too. */
  readonly relationships: Reading<readonly InventoryRelationship[]>;
  readonly consent: Reading<Consent>;
  readonly standing: Reading<Standing>;
  readonly subscriptions: Reading<readonly Subscription[]>;
  /** Azure reserved instances that are not cancelled or over. */
  readonly reservations: Reading<readonly Reservation[]>;
  /** What the groups and roles of the assignments and relationships are called. */
  readonly names?: Names | undefined;
}
