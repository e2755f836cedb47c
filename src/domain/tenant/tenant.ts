// What do we know of a tenant?

import type { DelegatedAdmin } from '../access/delegated-admin.js';
import type { Limitation } from '../access/limitation.js';
import type { AzureKnowledge } from '../access/observation.js';
import type { AccessAssignment, Relationship } from '../access/relationship.js';
import type { Retry } from '../access/retry.js';
import type { Problem } from '../health/problem.js';
import type { Offboarding } from '../offboarding/offboarding.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';
import type { Status } from './status.js';

/** Microsoft's side of a customer, as Partner Center lists it. All of it is foreign text. */
export interface Customer {
  readonly displayName: string;
  /** The customer's default domain. */
  readonly domain: string;
}

/** What of ours is still at Microsoft while the tenant is Not configured: an unanswered request, or live access. */
export type LeftoverAccess = 'none' | 'approvalRequest' | 'liveAccess';

/** Since when and until when something is left, as far as Microsoft says: access, or the time to approve a request. */
export interface LeftoverSpan {
  readonly since?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
}

/** A step that Microsoft refused; it is not tried again until somebody asks. */
export type StepRefusal =
  | { readonly step: 'request'; readonly problem: Problem; readonly relationshipName: string }
  | { readonly step: 'assign'; readonly groupId: string; readonly problem: Problem };

/** Who said that the limitations are fine as they are, and which ones those were. */
export interface Acceptance {
  readonly by: Person;
  readonly at: Instant;
  readonly limitations: readonly Limitation[];
}

/** All that onboarding a tenant leads to, and all that Disable forgets. */
export interface Onboarding {
  readonly requestedBy: Person;
  readonly requestedAt: Instant;
  /** Where Enable was pressed: that conversation hears of this tenant even if it subscribes to nothing. */
  readonly conversationId: string;
  /** Whether a relationship is to be created if none suits. False once one is there or Microsoft refused. */
  readonly wanted: boolean;
  /** Somebody asked to look again and has no answer yet. */
  readonly revalidation?: { readonly by: Person; readonly at: Instant } | undefined;
  /** The relationship that we rely on or wait for, as last read. */
  readonly relationship?: Relationship | undefined;
  /** When the request was put before the customer. */
  readonly lockedAt?: Instant | undefined;
  /** When somebody last took the approval link. */
  readonly linkCopiedAt?: Instant | undefined;
  /** Name of a request that somebody else made and that waits for the customer. */
  readonly requestElsewhere?: string | undefined;
  /** Name of the relationship that a creation would make. */
  readonly nextName?: string | undefined;
  /** Names that Microsoft said somebody else has; the next request gets another. */
  readonly takenNames: readonly string[];
  /** Absent: not read yet, or there is no active relationship. */
  readonly assignments?: readonly AccessAssignment[] | undefined;
  /** Why the assignments could not be read, and since when. */
  readonly assignmentsUnread?: { readonly problem: Problem; readonly since: Instant } | undefined;
  /** Absent: not looked at yet. */
  readonly azure?: AzureKnowledge | undefined;
  /** Why the last look that somebody asked for said nothing. Absent: it did, or nobody asked. */
  readonly checkFailed?: { readonly problem: Problem; readonly at: Instant } | undefined;
  /** Microsoft takes longer than usual, so that the card names what it is at. Absent: it does not. */
  readonly isSlow?: true | undefined;
  /** When somebody last asked to look again and everything was as before. Absent: nobody has since it changed. */
  readonly foundUnchanged?: Instant | undefined;
  readonly refusals: readonly StepRefusal[];
  /** What did not get through and is tried again. Absent: nothing. */
  readonly retries?: readonly Retry[] | undefined;
  /** Versions of assignments that were asked to hold more roles; Microsoft shows a new version once it is done. */
  readonly widenedEtags: readonly string[];
  /** Groups whose failed or stuck assignment may be cleared away, because somebody asked to try again. */
  readonly retryGroupIds: readonly string[];
  readonly limitations: readonly Limitation[];
  readonly accepted?: Acceptance | undefined;
  /** About when Microsoft was last read, within half a day. Absent: not yet. */
  readonly checkedAt?: Instant | undefined;
  /** What the last look found at Microsoft, to tell cheaply whether anything has changed since. */
  readonly fingerprint?: string | undefined;
}

/** One thing that happened, for people to read. */
export interface HistoryEntry {
  readonly at: Instant;
  /** The fact's type. */
  readonly what: string;
  /** Absent: Microsoft, the customer or time. */
  readonly by?: Person | undefined;
}

/** Our record of a customer. Never changed, always replaced: whoever holds one holds a moment. */
export interface Tenant {
  /** The customer's Entra tenant id, in lower case. */
  readonly tenantId: string;
  readonly customer: Customer;
  /** Grows with every fact that changes what a button means; a card carries the version it was drawn from. */
  readonly version: number;
  readonly status: Status;
  /** Since when it has this status. */
  readonly since: Instant;
  /** Absent: Not configured. */
  readonly onboarding?: Onboarding | undefined;
  /** Only meaningful while Not configured. */
  readonly leftoverAccess: LeftoverAccess;
  /** Absent: nothing is left, or nobody knows since when and until when. */
  readonly leftoverSpan?: LeftoverSpan | undefined;
  /** Partner Center does not list it among our customers, and yet something still ties us to it. Absent: it does. */
  readonly exCustomer?: true | undefined;
  readonly delegatedAdmin: DelegatedAdmin;
  /** Somebody decided to offboard it completely, and that is not over. */
  readonly offboarding?: Offboarding | undefined;
  /** Newest last, at most `historyLength`. */
  readonly history: readonly HistoryEntry[];
}

/** A tenant that is being offboarded completely. */
export type LeavingTenant = Tenant & { readonly offboarding: Offboarding };

/** Whether a tenant has this exit, and no later one. */
export function isLeaving(tenant: Tenant, offboardingId: string | undefined): tenant is LeavingTenant {
  return tenant.offboarding !== undefined && tenant.offboarding.id === offboardingId;
}

/** How many events a tenant remembers. */
export const historyLength = 20;

/** A tenant that Microsoft has just told us of. */
export function newTenant(tenantId: string, customer: Customer, now: Instant): Tenant {
  return {
    tenantId,
    customer,
    version: 1,
    status: 'notConfigured',
    since: now,
    leftoverAccess: 'none',
    delegatedAdmin: { state: 'unknown' },
    history: [],
  };
}
