// Whether what remains in a tenant still gives the partner access, and what gives it.
import type { RelationshipStatus } from '../access/relationship.js';
import type { ItemRecord } from './certificate-items.js';
import type { InventoryPart } from './plan.js';

/** Whether one thing gives the partner access to the tenant. `notKnown`: Microsoft didn't say, or said something new. */
export type GivesAccess = 'yes' | 'no' | 'notKnown';

/** Whether the partner still has access to a tenant, by the last reading. */
export interface AccessLeft {
  /** `notKnown`: nothing that gives access was found, but something that may couldn't be read. */
  readonly is: 'none' | 'remains' | 'notKnown';
  /** Names of what gives access. Foreign text. */
  readonly by: readonly string[];
  /** What may give access and couldn't be read, in words. */
  readonly notKnown: readonly string[];
}

/** Something that's still there, and whether it gives access. */
export interface StillThere {
  /** Foreign text. */
  readonly name: string;
  readonly givesAccess: GivesAccess;
}

/** The parts of an inventory, for people. */
export const partWords: Readonly<Record<InventoryPart, string>> = {
  relationships: 'the GDAP relationships',
  assignments: 'the access assignments of a relationship',
  consent: 'the application’s consent',
  standing: 'delegated admin (DAP) and the reseller relationship',
  subscriptions: 'the subscriptions',
  reservations: 'the Azure reserved instances',
};

const byRelationship: Readonly<Record<RelationshipStatus, GivesAccess>> = {
  created: 'no',
  approvalPending: 'no',
  // Microsoft is setting it up, so that it works within minutes.
  approved: 'yes',
  activating: 'yes',
  active: 'yes',
  expiring: 'yes',
  expired: 'no',
  terminationRequested: 'yes',
  terminating: 'yes',
  terminated: 'no',
  unknown: 'notKnown',
  gone: 'no',
};

/** Whether this alone gives the partner access. Purchases and the reseller relationship don't. */
export function givesAccess(record: ItemRecord): GivesAccess {
  switch (record.what) {
    case 'assignment':
      return { pending: 'yes', active: 'yes', deleting: 'yes', deleted: 'no', error: 'no', unknown: 'notKnown' }[
        record.status
      ] as GivesAccess;
    case 'relationship':
      return byRelationship[record.status];
    case 'consent':
      // Without another way in, none of the partner's people reach the application.
      return record.consent === 'given' ? 'yes' : 'no';
    case 'delegatedAdmin':
      return record.granted ? 'yes' : 'no';
    case 'unread':
      return record.part === 'subscriptions' || record.part === 'reservations' ? 'no' : 'notKnown';
    case 'invitation':
    case 'reseller':
    case 'subscription':
    case 'reservation':
      return 'no';
    default:
      return record satisfies never;
  }
}

/** Whether the partner still has access by any of these. */
export function accessLeft(records: readonly ItemRecord[]): AccessLeft {
  const relationshipIds = records.flatMap((each) => (each.what === 'relationship' ? [each.relationshipId] : []));
  // A relationship counts for its assignments.
  const remaining = records.filter(
    (each) => each.what !== 'assignment' || !relationshipIds.includes(each.relationshipId),
  );
  const by = remaining.filter((each) => givesAccess(each) === 'yes').sort((a, b) => rankOf(a) - rankOf(b));
  const unknown = remaining.filter(
    (each) => givesAccess(each) === 'notKnown' && !isPartOfListed(each, relationshipIds),
  );
  const names = (these: readonly ItemRecord[]) => [...new Set(these.map(tieName))];
  return {
    is: by.length > 0 ? 'remains' : unknown.length > 0 ? 'notKnown' : 'none',
    by: names(by),
    notKnown: names(unknown),
  };
}

// Unread assignments add nothing where the relationship itself is listed.
function isPartOfListed(record: ItemRecord, relationshipIds: readonly string[]): boolean {
  if (record.what !== 'unread' || record.part !== 'assignments') return false;
  return record.relationshipId !== undefined && relationshipIds.includes(record.relationshipId);
}

// Delegated admin is the widest.
function rankOf({ what }: ItemRecord): number {
  return what === 'delegatedAdmin' ? 0 : what === 'relationship' || what === 'assignment' ? 1 : 2;
}

/** The name of one thing, for the middle of a sentence. */
export function tieName(record: ItemRecord): string {
  switch (record.what) {
    case 'assignment':
      return `access assignment of the group “${record.groupName ?? record.groupId}”`;
    case 'consent':
      return record.consent === 'noWayIn'
        ? 'the partner’s application, if it’s still registered there'
        : 'the partner’s application (enterprise application)';
    case 'relationship':
      return `GDAP relationship “${record.name}”`;
    case 'invitation':
      return `pending request “${record.name}”, which the customer can still approve`;
    case 'delegatedAdmin':
      return 'delegated admin (DAP)';
    case 'reseller':
      return 'reseller relationship';
    case 'subscription':
      return `subscription “${record.offerName}”`;
    case 'reservation':
      return `Azure reserved instance ${record.productId}`;
    case 'unread':
      return partWords[record.part];
    default:
      return record satisfies never;
  }
}

/** What's still there, for a card. */
export function stillThere(record: ItemRecord): StillThere {
  return { name: tieName(record), givesAccess: givesAccess(record) };
}

/** Whether the partner still has access and by what, in a sentence or two. Without `partner` they speak to the partner. */
export function accessWords({ is, by, notKnown }: AccessLeft, tenant: string, partner?: string): string {
  const unread = notKnown.length === 0 ? '' : ` Not known, because Microsoft couldn’t be read: ${listed(notKnown)}.`;
  switch (is) {
    case 'none':
      return `${partner === undefined ? 'You no longer have' : `${partner} no longer has`} access to ${tenant}.`;
    case 'remains':
      return `${partner === undefined ? 'You still have' : `${partner} still has`} access to ${tenant}: ${listed(by)}.${unread}`;
    case 'notKnown':
      return `It’s not known whether ${partner === undefined ? 'you still have' : `${partner} still has`} access to ${tenant}: ${listed(notKnown)} couldn’t be read.`;
    default:
      return is satisfies never;
  }
}

/** Whether it gives access, for the brackets behind a name. */
export const givesAccessWords: Readonly<Record<GivesAccess, string>> = {
  yes: 'gives access',
  no: 'gives no access',
  notKnown: 'not known whether it gives access',
};

const mostListed = 4;

/** Names in one sentence; of many, the first few and how many more there are. */
function listed(names: readonly string[]): string {
  const hidden = names.length - mostListed;
  return [...names.slice(0, mostListed), ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', ');
}
