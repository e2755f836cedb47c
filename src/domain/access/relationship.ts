// What is a GDAP relationship, as far as we look at it, and which of its states count as what?
import { type Instant, secondsBetween } from '../time.js';

/**
 * States of a relationship, in Microsoft's spelling.
 * @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationship (checked 2026-11-22)
 */
export const relationshipStatuses = [
  'created',
  'approvalPending',
  'approved',
  'activating',
  'active',
  'expiring',
  'expired',
  'terminationRequested',
  'terminating',
  'terminated',
] as const;

/**
 * Microsoft's states, and two words of our own: `unknown` for one that Microsoft has added since, `gone` for a
 * relationship that Microsoft no longer lists at all.
 */
export type RelationshipStatus = (typeof relationshipStatuses)[number] | 'unknown' | 'gone';

/** A GDAP relationship (Graph's `delegatedAdminRelationship`) as last read. */
export interface Relationship {
  readonly id: string;
  /** Unique among all relationships of the partner, 50 characters at most. Foreign text unless we made it. */
  readonly displayName: string;
  readonly status: RelationshipStatus;
  /** Role template ids in lower case. */
  readonly roleIds: readonly string[];
  readonly autoExtends: boolean;
  readonly createdAt?: Instant | undefined;
  readonly modifiedAt?: Instant | undefined;
  /** Absent: it has never been active. */
  readonly activatedAt?: Instant | undefined;
  /** Absent: it has never been active. */
  readonly endsAt?: Instant | undefined;
}

/** A relationship together with the customer it is pinned to; absent where nobody has approved an open one yet. */
export interface ListedRelationship extends Relationship {
  readonly customerTenantId?: string | undefined;
  /** What the relationship calls the customer; foreign text. Absent: it is pinned to none, or does not say. */
  readonly customerName?: string | undefined;
}

/** States of an access assignment, in Microsoft's spelling; `unknown` for one that Microsoft has added since. */
export type AssignmentStatus = 'pending' | 'active' | 'deleting' | 'deleted' | 'error' | 'unknown';

/** Roles of a relationship given to one security group (Graph's `delegatedAdminAccessAssignment`). */
export interface AccessAssignment {
  readonly id: string;
  readonly groupId: string;
  readonly status: AssignmentStatus;
  /** Role template ids in lower case. */
  readonly roleIds: readonly string[];
  /** Version that a change must name. */
  readonly etag: string;
  /** Since when it is `pending`. Absent: it is not, or Microsoft does not say. */
  readonly pendingSince?: Instant | undefined;
}

/**
 * After this long a `pending` assignment counts as stuck. Usual are a minute or two, sometimes five; some stay pending for
 * days, and deleting them and making them again helps.
 * @see https://github.com/microsoft/PartnerCenter-GDAPTransition/issues/19 (checked 2026-11-28)
 */
export const stuckAfterSeconds = 1800;

/** Whether Microsoft has taken an assignment on and does not get on with it. */
export function isStuck({ status, pendingSince }: AccessAssignment, now: Instant): boolean {
  return status === 'pending' && pendingSince !== undefined && secondsBetween(pendingSince, now) >= stuckAfterSeconds;
}

/** An unanswered request lives this long, then Microsoft removes it. */
export const approvalLapsesAfterDays = 90;

const openStatuses: readonly RelationshipStatus[] = ['created', 'approvalPending'];
const endedStatuses: readonly RelationshipStatus[] = ['expired', 'terminated', 'gone'];

/** Whether it is over for good. `unknown` is not: what we do not understand may still be access. */
export function isEnded(status: RelationshipStatus): boolean {
  return endedStatuses.includes(status);
}

/** Whether the customer has still to approve it. */
export function isOpen(status: RelationshipStatus): boolean {
  return openStatuses.includes(status);
}
