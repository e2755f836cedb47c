// The items of an inventory and the lines of a plan, as certificates and plans' files write them down.

import type { AccessAssignment, Relationship } from '../access/relationship.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { type Consent, type Names, nameOf, type SubscriptionStatus } from './inventory.js';
import type { Fate, InventoryItem, InventoryPart, PlanLine } from './plan.js';

/** One item of the inventory. It holds nothing that gives access, such as an approval link. */
export type ItemRecord =
  | {
      readonly what: 'assignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly groupId: string;
      /** Absent: neither the access template nor Microsoft Graph named it. */
      readonly groupName?: string | undefined;
      readonly roleIds: readonly string[];
      /** In the order of the ids; the id where the name isn't known. */
      readonly roleNames?: readonly string[] | undefined;
      readonly status: AccessAssignment['status'];
    }
  | { readonly what: 'consent'; readonly consent: Consent }
  | {
      readonly what: 'relationship';
      readonly relationshipId: string;
      readonly name: string;
      readonly status: Relationship['status'];
      readonly roleIds: readonly string[];
      /** In the order of the ids; the id where the name isn't known. */
      readonly roleNames?: readonly string[] | undefined;
      readonly activatedAt?: Instant | undefined;
      readonly endsAt?: Instant | undefined;
    }
  | {
      readonly what: 'invitation';
      readonly relationshipId: string;
      readonly name: string;
      readonly createdAt?: Instant | undefined;
      /** Absent: Microsoft doesn't say when the request was made. */
      readonly lapsesAt?: Instant | undefined;
    }
  | { readonly what: 'delegatedAdmin'; readonly granted: boolean }
  | { readonly what: 'reseller'; readonly isReseller: boolean }
  | {
      readonly what: 'subscription';
      readonly subscriptionId: string;
      readonly offerName: string;
      readonly quantity: number;
      readonly status: SubscriptionStatus;
      readonly termEndsAt?: Instant | undefined;
    }
  | {
      readonly what: 'reservation';
      readonly productId: string;
      readonly kind: string;
      readonly quantity: number;
      readonly expiresAt?: Instant | undefined;
    }
  /** A part that couldn't be read. */
  | {
      readonly what: 'unread';
      readonly part: InventoryPart;
      readonly relationshipId?: string | undefined;
      readonly problem: Problem;
    };

/** The record of an item. Its keys are in the order of the file. */
export function recordOf(item: InventoryItem, names: Names = noNames): ItemRecord {
  switch (item.kind) {
    case 'assignment': {
      const { id: assignmentId, groupId, roleIds, status } = item.assignment;
      const groupName = nameOf(names.groups, groupId);
      const roleNames = roleNamesOf(roleIds, names);
      const { relationshipId } = item;
      return { what: 'assignment', relationshipId, assignmentId, groupId, groupName, roleIds, roleNames, status };
    }
    case 'consent':
      return { what: 'consent', consent: item.consent };
    case 'relationship': {
      const { id: relationshipId, displayName: name, status, roleIds, activatedAt, endsAt } = item.relationship;
      const roleNames = roleNamesOf(roleIds, names);
      return { what: 'relationship', relationshipId, name, status, roleIds, roleNames, activatedAt, endsAt };
    }
    case 'invitation': {
      const { id: relationshipId, displayName: name, createdAt } = item.relationship;
      return { what: 'invitation', relationshipId, name, createdAt, lapsesAt: item.lapsesAt };
    }
    case 'delegatedAdmin':
      return { what: 'delegatedAdmin', granted: item.granted };
    case 'reseller':
      return { what: 'reseller', isReseller: item.isReseller };
    case 'subscription': {
      const { id: subscriptionId, offerName, quantity, status, termEndsAt } = item.subscription;
      return { what: 'subscription', subscriptionId, offerName, quantity, status, termEndsAt };
    }
    case 'reservation': {
      const { productId, kind, quantity, expiresAt } = item.reservation;
      return { what: 'reservation', productId, kind, quantity, expiresAt };
    }
    case 'unread': {
      const { part, relationshipId, problem } = item;
      return { what: 'unread', part, relationshipId, problem: plain(problem) };
    }
    default:
      return item satisfies never;
  }
}

/** No names are known. */
export const noNames: Names = { groups: {}, roles: {} };

function roleNamesOf(roleIds: readonly string[], { roles }: Names): readonly string[] {
  return roleIds.map((id) => nameOf(roles, id) ?? id);
}

/** A line of a plan. */
export type PlanLineRecord = ItemRecord & { readonly fate: Fate };

/** The record of a line of a plan. */
export function planLineRecordOf(line: PlanLine, names?: Names): PlanLineRecord {
  const { fate } = line;
  const written: Fate =
    'step' in fate
      ? { is: fate.is, step: fate.step }
      : 'why' in fate
        ? { is: fate.is, why: fate.why }
        : { is: fate.is };
  return { ...recordOf(line, names), fate: written };
}

/** A problem with its keys in the order of the file. */
export function plain({ reason, service, requestId }: Problem): Problem {
  return { reason, service, requestId };
}
