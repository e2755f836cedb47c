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

/** Leftover access with its span, under a tenant's names for them. */
export interface Leftover {
  readonly leftoverAccess: LeftoverAccess;
  /** Of several relationships, from the first start to the last end. Absent: nothing is left. */
  readonly leftoverSpan?: LeftoverSpan | undefined;
}

/** Nothing is left. */
export const noLeftover: Leftover = { leftoverAccess: 'none' };

/** What these relationships leave. A status that isn't understood counts as access. */
export function leftoverOf(relationships: readonly Relationship[]): Leftover {
  return relationships.reduce(leftoverWith, noLeftover);
}

/** What some relationships leave together with one more, in whatever order they come. */
export function leftoverWith(leftover: Leftover, relationship: Relationship): Leftover {
  const { leftoverAccess, leftoverSpan } = leftover;
  const access = accessOf(relationship);
  const [rank, known] = [severity.indexOf(access), severity.indexOf(leftoverAccess)];
  if (access === 'none' || rank < known) return leftover;
  const span = spanOf(relationship);
  return { leftoverAccess: access, leftoverSpan: rank > known || !leftoverSpan ? span : both(leftoverSpan, span) };
}

/**
 * Whether one relationship alone says what is left, where so much was known to be: it's more than that, or it adds nothing to
 * nothing. One that is less may have been the last, which takes all of them to know.
 */
export function saysWhatIsLeft(relationship: Relationship, known: LeftoverAccess): boolean {
  const access = accessOf(relationship);
  return severity.indexOf(access) > severity.indexOf(known) || (access === 'none' && known === 'none');
}

/** Whether a relationship gives access, or may: a status that isn't understood counts. */
export function isInForce({ status }: Relationship): boolean {
  return !isEnded(status) && !isOpen(status);
}

/** Whether two spans are equal. */
export function isSameSpan(a: LeftoverSpan | undefined, b: LeftoverSpan | undefined): boolean {
  return a?.since === b?.since && a?.endsAt === b?.endsAt;
}

// A live relationship outweighs any request.
const severity: readonly LeftoverAccess[] = ['none', 'approvalRequest', 'liveAccess'];

function accessOf(relationship: Relationship): LeftoverAccess {
  if (isInForce(relationship)) return 'liveAccess';
  return isRequest(relationship) ? 'approvalRequest' : 'none';
}

function both(a: LeftoverSpan, b: LeftoverSpan): LeftoverSpan {
  const instants = (end: keyof LeftoverSpan) => [a[end] ?? [], b[end] ?? []].flat().sort();
  return { since: instants('since')[0], endsAt: instants('endsAt').at(-1) };
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
