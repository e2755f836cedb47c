// Our record of a tenant: who the customer is, how it stands, and what people have put at it.

import type { DelegatedAdmin } from '../access/delegated-admin.js';
import type { LeftoverAccess, LeftoverSpan } from '../access/leftover-access.js';
import type { Customer } from '../customer.js';
import type { MessageLanguage } from '../message-languages.js';
import type { Offboarding } from '../offboarding/offboarding.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';
import type { AwaitedSecond } from './awaited-second.js';
import type { HistoryEntry } from './history.js';
import type { Onboarding } from './onboarding.js';
import type { Status } from './status.js';

/** A person who looks after a tenant, because they took it on or were handed it. */
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
