// Keeping access beyond its end: what a person asked for, how far it is, and what came of it.
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import { type Instant, secondsBetween, secondsSince } from '../time.js';
import type { WayToKeep } from './coverage.js';
import type { Relationship } from './relationship.js';

/** States of one of Graph's long-running operations; `unknown` for one that Microsoft has added since. */
export const operationStatuses = ['notStarted', 'running', 'succeeded', 'failed', 'unknown'] as const;

/**
 * One of them.
 * @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationshipoperation (checked 2026-11-29)
 */
export type OperationStatus = (typeof operationStatuses)[number];

/** A long-running operation that Microsoft has begun. */
export interface StartedOperation {
  /** Absent: Microsoft didn't say, so only the relationship tells how it goes on. */
  readonly id?: string | undefined;
  /** Not asked about before so many seconds. */
  readonly retryAfterSeconds: number;
}

/** What a person asked for, and what Microsoft has accepted of it so far. Done only when a later reading says so. */
export interface Keeping {
  readonly by: Person;
  readonly at: Instant;
  readonly way: WayToKeep;
  /** The relationship that's extended; for a request, the one that ends. */
  readonly relationshipId: string;
  /** The end that it's about. */
  readonly on: Instant;
  /** Ids of groups whose assignment has no role but Global Administrator. Absent: there are none. */
  readonly emptiedGroupIds?: readonly string[] | undefined;
  /** Microsoft removes Global Administrator. Absent: it wasn't asked to, or not yet. */
  readonly removal?:
    | { readonly sentAt: Instant; readonly operationId?: string | undefined; readonly askFrom: Instant }
    | undefined;
  /** When Microsoft accepted auto-extend. */
  readonly extendedAt?: Instant | undefined;
  /** The relationship that is to follow, as last read. */
  readonly successor?: Relationship | undefined;
  /** When the request for it was put before the customer. */
  readonly lockedAt?: Instant | undefined;
}

/** That access was kept, and by whose decision; it outlives what the template says of auto-extend. */
export interface Kept extends Pick<Keeping, 'by' | 'way' | 'on' | 'emptiedGroupIds'> {
  readonly at: Instant;
}

/**
 * Why access couldn't be kept: Microsoft refused a call, began the removal of Global Administrator and failed, accepted a call
 * and never showed it as done, the relationship ended meanwhile, or the customer didn't approve the request.
 */
export type KeepFailure =
  | { readonly why: 'microsoft'; readonly problem: Problem }
  | { readonly why: 'operationFailed' | 'unconfirmed' | 'ended' | 'notApproved' };

/** Hours before an end within which Microsoft may take note of auto-extend too late; nothing is published of it. */
export const lateHours = 24;

/** Whether it was asked for so shortly before the end that it may be too late. */
export function isLate({ at, on }: Pick<Keeping, 'at' | 'on'>): boolean {
  return secondsBetween(at, on) < lateHours * 3600;
}

/** Seconds after which what Microsoft accepted and doesn't show counts as not done. */
export const unconfirmedAfterSeconds = 3600;

/** Whether something was accepted so long ago that it would have shown. */
export function isUnconfirmed(sentAt: Instant, now: Instant): boolean {
  return secondsSince(sentAt, now) >= unconfirmedAfterSeconds;
}
