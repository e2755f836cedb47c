// The request that waits for a tenant's administrator: the first one, or one for a successor beside living access.
import type { Relationship } from '../access/relationship.js';
import type { Instant } from '../time.js';
import type { Tenant } from './tenant.js';

/** A request that waits, and since when. */
export interface ApprovalRequest {
  readonly relationship: Relationship;
  readonly since: Instant;
}

/** The request that waits for the customer's approval; `undefined`: there's none. */
export function approvalRequestOf({ status, since, onboarding, offboarding }: Tenant): ApprovalRequest | undefined {
  if (!onboarding || offboarding) return undefined;
  const { relationship, lockedAt, keeping } = onboarding;
  if (status === 'needsApproval')
    return relationship && { relationship, since: lockedAt ?? relationship.createdAt ?? since };
  const successor = keeping?.successor;
  if (!keeping || successor?.status !== 'approvalPending') return undefined;
  return { relationship: successor, since: keeping.lockedAt ?? successor.createdAt ?? keeping.at };
}
