// A GDAP relationship and its access assignments, and which of their statuses count as ended, open or stuck.
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
 * Microsoft's statuses and two of our own: `unknown` for one that Microsoft has added since, `gone` for a relationship that
 * Microsoft no longer lists.
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

/** A relationship with the customer it's pinned to; absent while an open one hasn't been approved by anyone. */
export interface ListedRelationship extends Relationship {
  readonly customerTenantId?: string | undefined;
  /** What the relationship calls the customer; foreign text. Absent: it's pinned to none, or doesn't say. */
  readonly customerName?: string | undefined;
}

/** Statuses of an access assignment, in Microsoft's spelling; `unknown` for one that Microsoft has added since. */
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
  /** Since when it's `pending`. Absent: it isn't, or Microsoft doesn't say. */
  readonly pendingSince?: Instant | undefined;
}

/**
 * Seconds after which a `pending` assignment counts as stuck. A minute or two is usual, sometimes five; some stay pending
 * for days, and deleting and making them again helps.
 * @see https://github.com/microsoft/PartnerCenter-GDAPTransition/issues/19 (checked 2026-11-28)
 */
export const stuckAfterSeconds = 1800;

/** Whether Microsoft accepted an assignment and makes no progress with it. */
export function isStuck({ status, pendingSince }: AccessAssignment, now: Instant): boolean {
  return status === 'pending' && pendingSince !== undefined && secondsBetween(pendingSince, now) >= stuckAfterSeconds;
}

/** Days that an unanswered request lives before Microsoft removes it. */
export const approvalLapsesAfterDays = 90;

const openStatuses: readonly RelationshipStatus[] = ['created', 'approvalPending'];
const endedStatuses: readonly RelationshipStatus[] = ['expired', 'terminated', 'gone'];

/** Whether it's over for good. `unknown` isn't: a status that isn't understood may still be access. */
export function isEnded(status: RelationshipStatus): boolean {
  return endedStatuses.includes(status);
}

/** Whether the customer hasn't approved it yet. */
export function isOpen(status: RelationshipStatus): boolean {
  return openStatuses.includes(status);
}
