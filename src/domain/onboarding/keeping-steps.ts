// The steps that keep access beyond its end, and what readings say of how far they are.

import { type AccessTemplate, missingRoles, rolesOf } from '../access/access-template.js';
import { hasGlobalAdministrator } from '../access/coverage.js';
import { isUnconfirmed, type KeepFailure, type Keeping } from '../access/keeping.js';
import type { Observation } from '../access/observation.js';
import { isEnded, isOpen, type Relationship } from '../access/relationship.js';
import { numberInName } from '../access/relationship-name.js';
import { lagPatienceSeconds } from '../problem.js';
import type { FactData } from '../tenant/facts.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsBetween } from '../time.js';

/** A call that keeps access, as data. */
export type KeepingStep =
  /** Switches auto-extend on. */
  | { readonly do: 'setAutoExtend'; readonly relationshipId: string }
  /** Takes Global Administrator out of a relationship, the only change of roles that an active one allows. */
  | { readonly do: 'removeGlobalAdministrator'; readonly relationshipId: string }
  /** Creates a relationship beside the one that ends. */
  | ({
      readonly do: 'createSuccessor';
      readonly tenantId: string;
      readonly customerName: string;
      readonly displayName: string;
    } & AskedAccess)
  | { readonly do: 'lockSuccessor'; readonly relationshipId: string; readonly displayName: string };

/** What a new relationship asks for. */
export interface AskedAccess {
  readonly roleIds: readonly string[];
  readonly durationDays: number;
  readonly autoExtend: boolean;
}

/** What a template has a new relationship ask for. */
export function askedBy(template: AccessTemplate): AskedAccess {
  const { durationDays, autoExtend } = template;
  return { roleIds: rolesOf(template).map(({ id }) => id), durationDays, autoExtend };
}

/**
 * The step that keeping access takes next, going by what was just read: one at most. Global Administrator and auto-extend are
 * never changed in one call, of which nothing is published.
 */
export function keepingSteps(
  { tenantId, customer }: Pick<Tenant, 'tenantId' | 'customer'>,
  onboarding: Onboarding,
  template: AccessTemplate,
): readonly KeepingStep[] {
  const { keeping, nextName } = onboarding;
  if (!keeping) return [];
  const { relationshipId, successor } = keeping;
  const extension = keeping.extendedAt === undefined ? [{ do: 'setAutoExtend' as const, relationshipId }] : [];
  switch (keeping.way) {
    case 'extend':
      return extension;
    case 'removeGlobalAdministrator':
      if (isFree(onboarding, relationshipId)) return extension;
      return keeping.removal ? [] : [{ do: 'removeGlobalAdministrator', relationshipId }];
    case 'request': {
      if (successor)
        return successor.status === 'created' && keeping.lockedAt === undefined
          ? [{ do: 'lockSuccessor', relationshipId: successor.id, displayName: successor.displayName }]
          : [];
      if (nextName === undefined) return [];
      const { displayName: customerName } = customer;
      return [{ do: 'createSuccessor', tenantId, customerName, displayName: nextName, ...askedBy(template) }];
    }
    default:
      return keeping.way satisfies never;
  }
}

/** Whether a relationship that was asked to keep access has no Global Administrator, as last read. */
function isFree({ relationship: followed, coverage }: Onboarding, relationshipId: string): boolean {
  if (followed?.id === relationshipId) return !hasGlobalAdministrator(followed);
  return coverage?.keep === 'extend' && coverage.relationshipId === relationshipId;
}

/**
 * The relationship that is to follow, as just read: by its id, or by our name for it where a crash came between its creation
 * and saving it. `undefined`: none was asked for, or there's none yet.
 */
export function successorIn(
  tenantId: string,
  { keeping, relationship: followed }: Onboarding,
  relationships: readonly Relationship[],
  template: AccessTemplate,
): Relationship | undefined {
  if (keeping?.way !== 'request') return undefined;
  const { successor } = keeping;
  if (successor) return relationships.find(({ id }) => id === successor.id) ?? { ...successor, status: 'gone' };
  return relationships.find(
    (each) =>
      each.id !== followed?.id &&
      (isOpen(each.status) || each.status === 'approved' || each.status === 'activating') &&
      numberInName(tenantId, each.displayName) !== undefined &&
      missingRoles(template, each.roleIds).length === 0,
  );
}

/** The facts of a reading about access that is being kept: that it's done, or that it won't be. */
export function followKeeping(onboarding: Onboarding, seen: Observation, now: Instant): readonly FactData[] {
  const { keeping } = onboarding;
  if (!keeping) return [];
  const outcome =
    keeping.way === 'request' ? outcomeOfRequest(keeping, now) : outcomeOfExtension(onboarding, keeping, seen, now);
  if (outcome === undefined) return [];
  return [outcome === 'kept' ? { type: 'coverageKept' } : { type: 'coverageKeepFailed', failure: outcome }];
}

type Outcome = 'kept' | KeepFailure | undefined;

function outcomeOfRequest({ successor }: Keeping, now: Instant): Outcome {
  if (!successor) return undefined;
  const { status, createdAt } = successor;
  if (status === 'active') return 'kept';
  // What was made a moment ago isn't known everywhere at once.
  const isNew = createdAt !== undefined && secondsBetween(createdAt, now) < lagPatienceSeconds;
  if (status === 'gone' && isNew) return undefined;
  return isEnded(status) ? { why: 'notApproved' } : undefined;
}

function outcomeOfExtension(
  onboarding: Onboarding,
  { relationshipId, removal, extendedAt }: Keeping,
  { relationships, operation }: Observation,
  now: Instant,
): Outcome {
  const relationship = relationships.find(({ id }) => id === relationshipId);
  // Another one may go on by itself meanwhile.
  if (onboarding.coverage?.is === 'rollsOver') return 'kept';
  if (relationship?.status !== 'active') return { why: 'ended' };
  const isBlocked = hasGlobalAdministrator(relationship);
  if (relationship.autoExtends && !isBlocked) return 'kept';
  if (removal && isBlocked) {
    if (operation && 'value' in operation && operation.value === 'failed') return { why: 'operationFailed' };
    return isUnconfirmed(removal.sentAt, now) ? { why: 'unconfirmed' } : undefined;
  }
  // One that isn't followed, beside another that is to be extended, takes no further step.
  const isLeft = removal !== undefined && extendedAt === undefined && !isFree(onboarding, relationshipId);
  const sentAt = extendedAt ?? (isLeft ? removal.sentAt : undefined);
  return sentAt !== undefined && isUnconfirmed(sentAt, now) ? { why: 'unconfirmed' } : undefined;
}
