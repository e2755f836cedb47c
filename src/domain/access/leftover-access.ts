// Leftover access of a tenant that Gatehouse doesn't manage, from its relationships.

import { addDays, type Instant } from '../time.js';
import { approvalLapsesAfterDays, isEnded, isOpen, type Relationship } from './relationship.js';

/** What's still at Microsoft while the tenant is Not configured: an unanswered request, or live access. */
export type LeftoverAccess = 'none' | 'approvalRequest' | 'liveAccess';

/** Since when and until when access is left, or a request can be approved, as far as Microsoft says. */
export interface LeftoverSpan {
  readonly since?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
}

/** The leftover access of these relationships. A status that isn't understood counts as access. */
export function leftoverAccessOf(relationships: readonly Relationship[]): LeftoverAccess {
  if (relationships.some(isLive)) return 'liveAccess';
  return relationships.some(isRequest) ? 'approvalRequest' : 'none';
}

/** Since when and until when it exists: of several relationships, from the first start to the last end. */
export function leftoverSpanOf(
  relationships: readonly Relationship[],
  leftoverAccess: LeftoverAccess,
): LeftoverSpan | undefined {
  if (leftoverAccess === 'none') return undefined;
  const spans = relationships.filter(leftoverAccess === 'liveAccess' ? isLive : isRequest).map(spanOf);
  return {
    since: spans.flatMap(({ since }) => since ?? []).sort()[0],
    endsAt: spans
      .flatMap(({ endsAt }) => endsAt ?? [])
      .sort()
      .at(-1),
  };
}

/** Whether two spans are equal. */
export function isSameSpan(a: LeftoverSpan | undefined, b: LeftoverSpan | undefined): boolean {
  return a?.since === b?.since && a?.endsAt === b?.endsAt;
}

function isLive({ status }: Relationship): boolean {
  return !isEnded(status) && !isOpen(status);
}

function isRequest({ status }: Relationship): boolean {
  return status === 'approvalPending';
}

function spanOf(relationship: Relationship): LeftoverSpan {
  const { createdAt, activatedAt, endsAt } = relationship;
  if (!isRequest(relationship)) return { since: activatedAt ?? createdAt, endsAt };
  return { since: createdAt, endsAt: lapsesAt(createdAt) };
}

function lapsesAt(createdAt: Instant | undefined): Instant | undefined {
  return createdAt === undefined ? undefined : addDays(createdAt, approvalLapsesAfterDays);
}
