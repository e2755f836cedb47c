// What a complete offboarding would remove, what can be chosen, what can't be removed, and what stays.

import type { Reservation } from '../access/delegated-admin.js';
import {
  type AccessAssignment,
  approvalLapsesAfterDays,
  isEnded,
  type ListedRelationship,
  type Relationship,
} from '../access/relationship.js';
import type { Problem } from '../problem.js';
import { addDays, type Instant } from '../time.js';
import type { Consent, Inventory, InventoryRelationship, Names, Subscription } from './inventory.js';
import { type ReasonNot, whyNotConsent, whyNotDelegatedAdmin, whyNotReseller } from './obstacles.js';

/** The steps of an offboarding, in the order in which they're taken. */
export const offboardingChoices = ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] as const;

/** One of them. */
export type OffboardingChoice = (typeof offboardingChoices)[number];

/** What a plan does about an item. */
export type Fate =
  /** Goes with this step, which is chosen by default. */
  | { readonly is: 'removed'; readonly step: OffboardingChoice }
  /** Goes with this step, which isn't chosen by default, because it can't be undone. */
  | { readonly is: 'choosable'; readonly step: OffboardingChoice }
  /** Can't be removed by the partner, at least not now. */
  | { readonly is: 'cannot'; readonly why: ReasonNot }
  /** Gives the partner no access, or is over already. */
  | { readonly is: 'stays' };

/** The parts of an inventory. */
export type InventoryPart = 'relationships' | 'assignments' | 'consent' | 'standing' | 'subscriptions' | 'reservations';

/** One item of an inventory. */
export type InventoryItem =
  | { readonly kind: 'assignment'; readonly relationshipId: string; readonly assignment: AccessAssignment }
  | { readonly kind: 'consent'; readonly consent: Consent }
  | { readonly kind: 'relationship'; readonly relationship: Relationship }
  /** A request that waits for the customer; it can be approved until it lapses. */
  | { readonly kind: 'invitation'; readonly relationship: Relationship; readonly lapsesAt?: Instant | undefined }
  | { readonly kind: 'delegatedAdmin'; readonly granted: boolean }
  | { readonly kind: 'reseller'; readonly isReseller: boolean }
  | { readonly kind: 'subscription'; readonly subscription: Subscription }
  | { readonly kind: 'reservation'; readonly reservation: Reservation }
  /** A part that couldn't be read, so that nothing is known of it. */
  | {
      readonly kind: 'unread';
      readonly part: InventoryPart;
      readonly relationshipId?: string;
      readonly problem: Problem;
    };

/** One item of the inventory, and what the plan does about it. */
export type PlanLine = InventoryItem & { readonly fate: Fate };

/** What a reading of a tenant leads to. Nothing has been done yet. */
export interface Plan {
  /** When Microsoft was read. */
  readonly readAt: Instant;
  /** In the order of the steps; what can't be removed stands with its kind. */
  readonly lines: readonly PlanLine[];
  /** Absent: it was read by a version that kept no names. */
  readonly names?: Names | undefined;
}

/** The plan that follows from an inventory. */
export function planOf(inventory: Inventory): Plan {
  const relationships = 'value' in inventory.relationships ? inventory.relationships.value : [];
  return {
    readAt: inventory.at,
    lines: [
      ...unread('relationships', inventory.relationships),
      ...relationships.flatMap(assignmentLines),
      ...consentLines(inventory, relationships),
      ...relationships.map(({ relationship }) => relationshipLine(relationship)),
      ...delegatedAdminLines(inventory),
      ...resellerLines(inventory),
      ...unread('subscriptions', inventory.subscriptions),
      ...unread('reservations', inventory.reservations),
      ...purchaseLines(inventory),
    ],
    ...(inventory.names && { names: inventory.names }),
  };
}

/** The steps for which a plan has items, and those of them that are chosen by default. */
export function stepsOf({ lines }: Plan): {
  readonly possible: readonly OffboardingChoice[];
  readonly chosen: readonly OffboardingChoice[];
} {
  const having = (is: Fate['is']) =>
    offboardingChoices.filter((step) =>
      lines.some(({ fate }) => fate.is === is && 'step' in fate && fate.step === step),
    );
  const chosen = having('removed');
  const choosable = having('choosable');
  return { possible: offboardingChoices.filter((step) => chosen.includes(step) || choosable.includes(step)), chosen };
}

function unread(part: InventoryPart, reading: object, relationshipId?: string): readonly PlanLine[] {
  if (!('failed' in reading)) return [];
  const problem = reading.failed as Problem;
  return [
    {
      kind: 'unread',
      part,
      problem,
      ...(relationshipId !== undefined && { relationshipId }),
      fate: { is: 'cannot', why: 'unread' },
    },
  ];
}

function assignmentLines({ relationship, assignments }: InventoryRelationship): readonly PlanLine[] {
  if (!assignments) return [];
  if ('failed' in assignments) return unread('assignments', assignments, relationship.id);
  return assignments.value
    .filter(({ status }) => status !== 'deleted')
    .map((assignment) => ({
      kind: 'assignment',
      relationshipId: relationship.id,
      assignment,
      fate: { is: 'removed', step: 'assignments' },
    }));
}

function consentLines(inventory: Inventory, relationships: readonly InventoryRelationship[]): readonly PlanLine[] {
  if ('failed' in inventory.consent) return unread('consent', inventory.consent);
  const consent = inventory.consent.value;
  if (consent === 'none') return [{ kind: 'consent', consent, fate: { is: 'stays' } }];
  const why = whyNotConsent(consent, inventory.standing, relationships);
  return [{ kind: 'consent', consent, fate: why ? { is: 'cannot', why } : { is: 'removed', step: 'consent' } }];
}

function relationshipLine(relationship: ListedRelationship): PlanLine {
  if (relationship.status === 'approvalPending') {
    // The 90 days count from when it was locked for approval, which is its last change, or else from its creation.
    const { createdAt, modifiedAt = createdAt } = relationship;
    const lapsesAt = modifiedAt === undefined ? undefined : addDays(modifiedAt, approvalLapsesAfterDays);
    return { kind: 'invitation', relationship, lapsesAt, fate: { is: 'cannot', why: 'pendingInvitation' } };
  }
  return {
    kind: 'relationship',
    relationship,
    fate: isEnded(relationship.status) ? { is: 'stays' } : { is: 'removed', step: 'relationships' },
  };
}

function delegatedAdminLines(inventory: Inventory): readonly PlanLine[] {
  // Both parts come from one call to Partner Center, so one line says that it failed.
  if ('failed' in inventory.standing) return unread('standing', inventory.standing);
  const { delegatedAdmin: granted } = inventory.standing.value;
  if (!granted) return [{ kind: 'delegatedAdmin', granted, fate: { is: 'stays' } }];
  const why = whyNotDelegatedAdmin(inventory);
  return [
    { kind: 'delegatedAdmin', granted, fate: why ? { is: 'cannot', why } : { is: 'removed', step: 'delegatedAdmin' } },
  ];
}

function resellerLines(inventory: Inventory): readonly PlanLine[] {
  if ('failed' in inventory.standing) return [];
  const { isReseller } = inventory.standing.value;
  if (!isReseller) return [{ kind: 'reseller', isReseller, fate: { is: 'stays' } }];
  const why = whyNotReseller(inventory);
  return [{ kind: 'reseller', isReseller, fate: why ? { is: 'cannot', why } : { is: 'choosable', step: 'reseller' } }];
}

function purchaseLines({ subscriptions, reservations }: Inventory): readonly PlanLine[] {
  const bought = 'value' in subscriptions ? subscriptions.value : [];
  const reserved = 'value' in reservations ? reservations.value : [];
  return [
    ...bought
      .filter(({ status }) => status !== 'deleted' && status !== 'expired')
      .map((subscription): PlanLine => ({ kind: 'subscription', subscription, fate: { is: 'stays' } })),
    ...reserved.map((reservation): PlanLine => ({ kind: 'reservation', reservation, fate: { is: 'stays' } })),
  ];
}
