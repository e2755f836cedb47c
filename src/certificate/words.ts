// The words of the printed certificate.

import { partWords } from '../domain/offboarding/access-left.js';
import type { Leaving, Removal } from '../domain/offboarding/certificate.js';
import type { ItemRecord, PlanLineRecord } from '../domain/offboarding/certificate-items.js';
import { dayOf } from '../domain/offboarding/certificate-words.js';
import type { ReasonNot } from '../domain/offboarding/obstacles.js';
import type { Fate, OffboardingChoice } from '../domain/offboarding/plan.js';
import type { Instant } from '../domain/time.js';

/** The steps of an exit, as people read them. */
export const stepWords: Readonly<Record<OffboardingChoice, string>> = {
  assignments: 'remove access assignments',
  consent: 'withdraw the application’s consent',
  relationships: 'terminate GDAP relationships',
  delegatedAdmin: 'remove delegated admin (DAP)',
  reseller: 'end the reseller relationship',
};

const reasonWords: Readonly<Record<ReasonNot, string>> = {
  pendingInvitation: 'could not be removed: a request cannot be withdrawn',
  noWayIn: 'could not be removed: only the customer can',
  noRoleForConsent: 'could not be removed: only the customer can',
  reservations: 'could not be removed: reserved instances stood in the way',
  activeSubscriptions: 'could not be removed: active subscriptions stood in the way',
  unread: 'not known',
};

/** One item of the inventory, in a line. */
export function inventoryWords(record: ItemRecord): string {
  switch (record.what) {
    case 'assignment':
      return `Access of the group ${groupWords(record)}: ${(record.roleNames ?? record.roleIds).join(', ') || 'no roles'} (${record.status})`;
    case 'consent':
      return consentWords[record.consent];
    case 'relationship':
      return `GDAP relationship “${record.name}” (${record.status})`;
    case 'invitation':
      return `Request “${record.name}”, which waited for approval${record.lapsesAt === undefined ? '' : `; lapses on ${dayOf(record.lapsesAt)}`}`;
    case 'delegatedAdmin':
      return record.granted ? 'Delegated admin (DAP)' : 'Delegated admin (DAP): none';
    case 'reseller':
      return record.isReseller ? 'Reseller relationship' : 'Reseller relationship: none';
    case 'subscription':
      return `Subscription: ${record.quantity} × ${record.offerName} (${record.status})`;
    case 'reservation':
      return `Azure reserved instance: ${record.quantity} × ${record.productId}`;
    case 'unread':
      return `Not known: ${partWords[record.part]}`;
    default:
      return record satisfies never;
  }
}

function groupWords({
  groupId,
  groupName,
}: {
  readonly groupId: string;
  readonly groupName?: string | undefined;
}): string {
  return groupName === undefined ? groupId : `“${groupName}” (${groupId})`;
}

const consentWords = {
  given: 'The partner’s application (enterprise application)',
  none: 'The partner’s application: no consent',
  noWayIn: 'The partner’s application: not known, since nothing leads into the tenant',
} as const;

/** One thing that the plan removes or leaves, in a line. */
export function thingWords(thing: Removal | Leaving): string {
  switch (thing.what) {
    case 'assignment':
      return `Access of the group ${groupWords(thing)}`;
    case 'relationship':
      return `GDAP relationship “${thing.name}”`;
    case 'consent':
      return 'The partner’s application (enterprise application)';
    case 'delegatedAdmin':
      return 'Delegated admin (DAP)';
    case 'reseller':
      return 'Reseller relationship';
    default:
      return thing satisfies never;
  }
}

/** What the plan says becomes of an item. */
export function fateWords({ fate, what }: PlanLineRecord): string {
  if (what === 'unread') return 'could not be read';
  return what === 'subscription' || what === 'reservation' ? 'gives no access' : becomes(fate);
}

function becomes(fate: Fate): string {
  switch (fate.is) {
    case 'removed':
      return 'to be removed';
    case 'choosable':
      return 'to be removed only if chosen';
    case 'cannot':
      return reasonWords[fate.why];
    case 'stays':
      return 'no access, or over already';
    default:
      return fate satisfies never;
  }
}

/** An instant as “2026-11-22 10:01 UTC”. */
export function timeWords(instant: Instant): string {
  return `${instant.slice(0, 'YYYY-MM-DD'.length)} ${instant.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length)} UTC`;
}

/** "1 role", "2 roles". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
