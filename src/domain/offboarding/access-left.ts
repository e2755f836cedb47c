// Whether what remains in a tenant still gives the partner access, and what gives it.
import type { RelationshipStatus } from '../access/relationship.js';
import type { ItemRecord } from './certificate-items.js';
import type { Consent } from './inventory.js';
import type { InventoryPart } from './plan.js';

/** Whether one thing gives the partner access to the tenant. `notKnown`: Microsoft didn't say, or said something new. */
export type GivesAccess = 'yes' | 'no' | 'notKnown';

/** Something that connects a partner to a tenant, by Microsoft's ids and names. Foreign text. */
export type Tie =
  | {
      readonly what: 'assignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly groupId: string;
      /** Absent: neither the access template nor Microsoft Graph named it. */
      readonly groupName?: string | undefined;
    }
  | { readonly what: 'consent'; readonly consent: Consent }
  | { readonly what: 'relationship'; readonly relationshipId: string; readonly name: string }
  | { readonly what: 'invitation'; readonly relationshipId: string; readonly name: string }
  | { readonly what: 'delegatedAdmin' }
  | { readonly what: 'reseller' }
  | { readonly what: 'subscription'; readonly subscriptionId: string; readonly offerName: string }
  | { readonly what: 'reservation'; readonly productId: string }
  /** A part that couldn't be read. */
  | { readonly what: 'unread'; readonly part: InventoryPart; readonly relationshipId?: string | undefined };

/** Whether the partner still has access to a tenant, by the last reading. */
export interface AccessLeft {
  /** `notKnown`: nothing that gives access was found, but something that may couldn't be read. */
  readonly is: 'none' | 'remains' | 'notKnown';
  /** What gives access. */
  readonly by: readonly Tie[];
  /** What isn't known, because it couldn't be read or Microsoft said something new; purchases too, which give no access. */
  readonly notKnown: readonly Tie[];
}

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
      return isPurchase(record) ? 'no' : 'notKnown';
    case 'invitation':
    case 'reseller':
    case 'subscription':
    case 'reservation':
      return 'no';
    default:
      return record satisfies never;
  }
}

function isPurchase({ part }: Extract<ItemRecord, { readonly what: 'unread' }>): boolean {
  return part === 'subscriptions' || part === 'reservations';
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
  const purchases = remaining.filter((each) => each.what === 'unread' && isPurchase(each));
  return {
    is: by.length > 0 ? 'remains' : unknown.length > 0 ? 'notKnown' : 'none',
    by: by.map(tieOf),
    notKnown: [...unknown, ...purchases].map(tieOf),
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

/** What a record is about, without its state. Its keys are in the order of the file. */
export function tieOf(record: ItemRecord): Tie {
  switch (record.what) {
    case 'assignment': {
      const { what, relationshipId, assignmentId, groupId, groupName } = record;
      return { what, relationshipId, assignmentId, groupId, groupName };
    }
    case 'consent':
      return { what: record.what, consent: record.consent };
    case 'relationship':
    case 'invitation':
      return { what: record.what, relationshipId: record.relationshipId, name: record.name };
    case 'delegatedAdmin':
    case 'reseller':
      return { what: record.what };
    case 'subscription':
      return { what: record.what, subscriptionId: record.subscriptionId, offerName: record.offerName };
    case 'reservation':
      return { what: record.what, productId: record.productId };
    case 'unread':
      return { what: record.what, part: record.part, relationshipId: record.relationshipId };
    default:
      return record satisfies never;
  }
}
