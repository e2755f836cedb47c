// Our record of a tenant.

import type { Coverage } from '../access/coverage.js';
import type { DelegatedAdmin } from '../access/delegated-admin.js';
import type { EarlierEndFailure, EarlierEnding, EarlierRelationship } from '../access/earlier-relationship.js';
import type { ToldEnd } from '../access/expiry-warnings.js';
import type { HeldRoles } from '../access/held-roles.js';
import type { KeepFailure, Keeping, Kept } from '../access/keeping.js';
import type { LackingRole } from '../access/lacking-roles.js';
import type { LeftoverAccess, LeftoverSpan } from '../access/leftover-access.js';
import type { Limitation } from '../access/limitation.js';
import type { AzureKnowledge } from '../access/observation.js';
import type { AccessAssignment, Relationship } from '../access/relationship.js';
import type { Repair } from '../access/repair.js';
import type { Retry, StepRefusal } from '../access/retry.js';
import type { TakenAway } from '../access/taken-away.js';
import type { Customer } from '../customer.js';
import type { MessageLanguage } from '../message-languages.js';
import type { Offboarding } from '../offboarding/offboarding.js';
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { AwaitedSecond, SecondedAction } from './awaited-second.js';
import type { Status } from './status.js';

/** Why limitations are accepted, who answers for them, and on which day they're looked at again. */
export interface AcceptanceTerms {
  readonly accountable: Person;
  /** Foreign text of one line, see `noteText`. */
  readonly reason: string;
  readonly reviewOn: Instant;
}

/** Who accepted the limitations, and which ones. Without terms: before these were asked for. */
export interface Acceptance extends Partial<AcceptanceTerms> {
  readonly by: Person;
  readonly at: Instant;
  /** When who answers for it was told that the day has come. Absent: they weren't. */
  readonly remindedAt?: Instant | undefined;
  readonly limitations: readonly Limitation[];
}

/** A person who looks after a tenant, because they took it on. */
export interface Ownership {
  readonly person: Person;
  readonly since: Instant;
  /** When they last did something to the tenant; at first when they took it. */
  readonly actedAt: Instant;
}

/** What a person wrote at a tenant. */
export interface Note {
  readonly by: Person;
  readonly at: Instant;
  /** Foreign text of one line, see `noteText`. */
  readonly text: string;
}

/** A tenant that a person leaves at rest: it isn't among what waits, unless access is lost. */
export interface Snooze {
  readonly by: Person;
  readonly at: Instant;
  readonly until: Instant;
  /** Foreign text. */
  readonly reason: string;
}

/** What onboarding a tenant leads to; Disable forgets it. */
export interface Onboarding {
  readonly requestedBy: Person;
  readonly requestedAt: Instant;
  /** Where Enable was pressed: that conversation hears of this tenant even without a subscription. */
  readonly conversationId: string;
  /** Name of the access template that was chosen, at Enable or by an import. Absent: none was, so the rules say which one. */
  readonly template?: string | undefined;
  /** Whether a relationship is created if none suits. False once there's one or Microsoft refused. */
  readonly wanted: boolean;
  /** Revalidate was pressed and has no answer yet. */
  readonly revalidation?: { readonly by: Person; readonly at: Instant } | undefined;
  /** The relationship that we rely on or wait for, as last read. */
  readonly relationship?: Relationship | undefined;
  /** When the request was put before the customer. */
  readonly lockedAt?: Instant | undefined;
  /** The reminder of this request that was told last: when it was due. Absent: none was. */
  readonly nudgedFor?: Instant | undefined;
  /** When the approval link was last copied. */
  readonly linkCopiedAt?: Instant | undefined;
  /** Name of a request that Gatehouse didn't make and that waits for the customer. */
  readonly requestElsewhere?: string | undefined;
  /** Name of the relationship that a creation would make. */
  readonly nextName?: string | undefined;
  /** Names that Microsoft said are taken; the next request gets another. */
  readonly takenNames: readonly string[];
  /** Roles of the template that the followed relationship doesn't have, as last read. Absent: it has all. */
  readonly lacking?: readonly LackingRole[] | undefined;
  /** Absent: not read yet, or there's no active relationship. */
  readonly assignments?: readonly AccessAssignment[] | undefined;
  /** Roles that groups had and that someone else has taken away. Absent: none. */
  readonly takenAway?: readonly TakenAway[] | undefined;
  /** Privileged roles that its template has gained and a second admin has yet to approve. Absent: none. */
  readonly held?: readonly HeldRoles[] | undefined;
  /** Hash of the template that a person's command has led to since the last check. Absent: none has. */
  readonly agreedTo?: string | undefined;
  /** Why the assignments couldn't be read, and since when. */
  readonly assignmentsUnread?: { readonly problem: Problem; readonly since: Instant } | undefined;
  /** Absent: not read yet. */
  readonly azure?: AzureKnowledge | undefined;
  /** Why the check after Revalidate failed. Absent: it didn't, or none was asked for. */
  readonly checkFailed?: { readonly problem: Problem; readonly at: Instant } | undefined;
  /** Microsoft takes longer than usual, so the card names what it works on. Absent: it doesn't. */
  readonly isSlow?: true | undefined;
  /** When Revalidate last found everything as before. Absent: it hasn't since something changed. */
  readonly foundUnchanged?: Instant | undefined;
  readonly refusals: readonly StepRefusal[];
  /** What failed and is tried again. Absent: nothing. */
  readonly retries?: readonly Retry[] | undefined;
  /** Versions of assignments that were asked to hold more roles; Microsoft shows a new version once it is done. */
  readonly widenedEtags: readonly string[];
  /** Groups whose failed or stuck assignment may be deleted and made again, because Revalidate was pressed. */
  readonly retryGroupIds: readonly string[];
  readonly limitations: readonly Limitation[];
  readonly accepted?: Acceptance | undefined;
  /** About when Microsoft was last read, within half a day. Absent: not yet. */
  readonly checkedAt?: Instant | undefined;
  /** Fingerprint of the last read, to tell cheaply whether anything has changed since. */
  readonly fingerprint?: string | undefined;
  /** Until when there's access, as last read. Absent: not read yet, or there's none. */
  readonly coverage?: Coverage | undefined;
  /** Keep access was pressed, and isn't done yet. */
  readonly keeping?: Keeping | undefined;
  /** Access was last kept. Absent: no one has asked for that, or it wasn't done. */
  readonly kept?: Kept | undefined;
  /** Why access couldn't be kept when that was last asked for. */
  readonly keepFailed?: { readonly at: Instant; readonly failure: KeepFailure } | undefined;
  /** Ends of access that people were warned of. Absent: none. */
  readonly toldEnds?: readonly ToldEnd[] | undefined;
  /** What Gatehouse has put right by itself. Absent: nothing, or a person has taken it in hand since. */
  readonly repairs?: readonly Repair[] | undefined;
  /** Relationships that the followed one has taken the place of, and that still give access. Absent: there are none. */
  readonly earlier?: readonly EarlierRelationship[] | undefined;
  /** A person asked for the end of one of them, and it isn't over yet. */
  readonly earlierEnding?: EarlierEnding | undefined;
  /** Why one couldn't be ended when that was last asked for. */
  readonly earlierEndFailed?: { readonly at: Instant; readonly failure: EarlierEndFailure } | undefined;
  /** When auto-extend was found off against the template. Absent: it wasn't, or has been on since. */
  readonly toldDrift?: Instant | undefined;
}

/** One thing that happened, for people to read. */
export interface HistoryEntry {
  readonly at: Instant;
  /** The fact's type. */
  readonly what: string;
  /** Absent: Microsoft, the customer or time. */
  readonly by?: Person | undefined;
  /** Name of the access template that was chosen, or that the person who pressed Enable had read about. Absent: none. */
  readonly template?: string | undefined;
  /** To whom it was given. Absent: it wasn't. */
  readonly owner?: Person | undefined;
  /** Of what a second admin was asked for: what that is. Absent: it's about something else, or this wasn't kept yet. */
  readonly action?: SecondedAction['do'] | undefined;
}

/** Our record of a customer. Never changed, always replaced: a reference shows one moment. */
export interface Tenant {
  /** The customer's Entra tenant id, in lower case. */
  readonly tenantId: string;
  readonly customer: Customer;
  /** The partner's own words for it, in the order in which they came, each once. Absent: it has none. */
  readonly tags?: readonly string[] | undefined;
  /** While Not configured: name of the access template that an import has chosen for its Enable. Absent: none has. */
  readonly template?: string | undefined;
  /** Absent: no one looks after it. */
  readonly owner?: Ownership | undefined;
  /** The oldest first, each at its own moment. Absent: none. */
  readonly notes?: readonly Note[] | undefined;
  /** The ticket that's about it, see `ticketIn`. Absent: none is. */
  readonly ticket?: string | undefined;
  /** The language that was chosen for what its customer reads. Absent: none was, and Microsoft may say one. */
  readonly customerLanguage?: MessageLanguage | undefined;
  /** Absent: it isn't snoozed. */
  readonly snooze?: Snooze | undefined;
  /** What was asked for and waits for a second admin. Absent: nothing does; an offboarding says so itself. */
  readonly awaitedSecond?: AwaitedSecond | undefined;
  /** Grows with every fact that changes what a button means; a card carries the version it was drawn from. */
  readonly version: number;
  readonly status: Status;
  /** Since when it has this status. */
  readonly since: Instant;
  /** Absent: Not configured. */
  readonly onboarding?: Onboarding | undefined;
  /** Only meaningful while Not configured. */
  readonly leftoverAccess: LeftoverAccess;
  /** Absent: nothing is left, or Microsoft doesn't say since when and until when. */
  readonly leftoverSpan?: LeftoverSpan | undefined;
  /**
   * Why it's a customer though Partner Center doesn't list it: GDAP gives us access, or a person has added it. Absent: Partner
   * Center lists it, or it's a former customer.
   */
  readonly customerBy?: 'gdap' | 'added' | undefined;
  /** It's a customer by neither list, and something of ours is still there. Absent: it's a customer. */
  readonly formerCustomer?: true | undefined;
  readonly delegatedAdmin: DelegatedAdmin;
  /** The complete offboarding that's decided or under way. */
  readonly offboarding?: Offboarding | undefined;
  /** Newest last, at most twenty. */
  readonly history: readonly HistoryEntry[];
}

/** A tenant as it is now; `undefined`: it isn't known any more. */
export type ChangedTenant = readonly [tenantId: string, tenant: Tenant | undefined];

/** A tenant that's being offboarded completely. */
export type LeavingTenant = Tenant & { readonly offboarding: Offboarding };

/** Whether a tenant has this offboarding, and no later one. */
export function isLeaving(tenant: Tenant, offboardingId: string | undefined): tenant is LeavingTenant {
  return tenant.offboarding !== undefined && tenant.offboarding.id === offboardingId;
}

/** Whether Partner Center answers for a tenant: it does for the customers that it lists. */
export function isInPartnerCenter({ customerBy, formerCustomer }: Tenant): boolean {
  return customerBy === undefined && !formerCustomer;
}

/** Whether a person may have it forgotten: it was added by hand, and nothing of ours is there. */
export function isRemovable({ customerBy, status, leftoverAccess, offboarding }: Tenant): boolean {
  return customerBy === 'added' && status === 'notConfigured' && leftoverAccess === 'none' && offboarding === undefined;
}

/** Whether an earlier relationship can be ended now: everything works by the one that took its place. */
export function hasEndableEarlier({ status, onboarding, offboarding }: Tenant): boolean {
  if (status !== 'approved' || offboarding !== undefined) return false;
  return onboarding?.earlier !== undefined && onboarding.earlierEnding === undefined;
}

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
