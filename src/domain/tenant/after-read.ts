// What one read of Microsoft makes of an onboarding.

import type { AzureKnowledge } from '../access/observation.js';
import type { Relationship } from '../access/relationship.js';
import { isRequestRefusal } from '../access/retry.js';
import { lagPatienceSeconds, type Problem, passes } from '../problem.js';
import { type Instant, secondsBetween } from '../time.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './onboarding.js';

type MicrosoftRead = Extract<Fact, { readonly type: 'microsoftRead' }>;

/** What is known of a relationship that has just become the followed one. */
export const unread = {
  lockedAt: undefined,
  nudgedFor: undefined,
  assignments: undefined,
  takenAway: undefined,
  lacking: undefined,
  repairs: undefined,
  assignmentsUnread: undefined,
  refusals: [],
  retries: undefined,
  widenedEtags: [],
  retryGroupIds: [],
};

/** The onboarding with what was read. */
export function afterRead(onboarding: Onboarding, fact: MicrosoftRead): Onboarding {
  const { assignments } = fact;
  const relationship = isNotListedYet(onboarding, fact) ? onboarding.relationship : fact.relationship;
  const isSame = relationship?.id === onboarding.relationship?.id;
  const { held: _, agreedTo: __, ...known } = isSame ? onboarding : { ...onboarding, ...unread };
  return {
    ...known,
    ...(fact.held && { held: fact.held }),
    relationship,
    lacking: relationship === fact.relationship ? fact.lacking : known.lacking,
    refusals: isPastRequest(relationship)
      ? known.refusals.filter((refusal) => !isRequestRefusal(refusal))
      : known.refusals,
    wanted: relationship === undefined && onboarding.wanted,
    checkFailed: onboarding.revalidation && unreadPart(known, fact),
    requestElsewhere: fact.requestElsewhere,
    nextName: fact.nextName,
    fingerprint: fact.fingerprint,
    coverage: fact.coverage,
    earlier: fact.earlier,
    keeping: known.keeping && { ...known.keeping, ...(fact.successor && { successor: fact.successor }) },
    checkedAt: isFresh(known.checkedAt, fact.at) ? known.checkedAt : fact.at,
    azure: azureAfter(onboarding, fact),
    ...(assignments &&
      'value' in assignments && {
        assignments: assignments.value,
        takenAway: fact.takenAway,
        assignmentsUnread: undefined,
      }),
    ...(assignments &&
      'failed' in assignments && {
        assignmentsUnread: sameOr(known.assignmentsUnread, assignments.failed, fact.at),
      }),
  };
}

// One made a moment ago isn't gone because a part of Microsoft doesn't know of it yet.
function isNotListedYet({ relationship: known }: Onboarding, { relationship, at }: MicrosoftRead): boolean {
  return (
    relationship?.status === 'gone' &&
    known?.createdAt !== undefined &&
    secondsBetween(known.createdAt, at) < lagPatienceSeconds
  );
}

/** Why a part of a check said nothing: what's known of it from before must not pass for an answer. */
function unreadPart(known: Onboarding, { azure, assignments, at }: MicrosoftRead): Onboarding['checkFailed'] {
  if (assignments && 'failed' in assignments && known.assignments) return { problem: assignments.failed, at };
  return azure && 'failed' in azure && known.azure === 'active' ? { problem: azure.failed, at } : undefined;
}

// A check that changes nothing isn't worth a write, so its time is kept roughly.
function isFresh(checkedAt: Instant | undefined, at: Instant): boolean {
  return checkedAt !== undefined && checkedAt <= at && secondsBetween(checkedAt, at) < 43_200;
}

// A refusal to lock the request for approval means nothing once the customer has it.
function isPastRequest(relationship: Relationship | undefined): boolean {
  return relationship !== undefined && relationship.status !== 'created';
}

/**
 * A failed check doesn't make what was in place look worse, and for a passing reason it changes nothing. After
 * Revalidate, though, or when the check will go on failing, an old answer must not pass for a new one.
 */
function azureAfter(
  { azure: known, revalidation }: Onboarding,
  { azure: read, at }: MicrosoftRead,
): AzureKnowledge | undefined {
  if (!read) return known;
  if ('value' in read) return read.value;
  if (known === 'active') return known;
  if (typeof known === 'string' && !revalidation && passes(read.failed)) return known;
  const { problem: failed, since } = sameOr(
    typeof known === 'object' ? { problem: known.failed, since: known.since } : undefined,
    read.failed,
    at,
  );
  return { failed, since };
}

/** A problem and since when; the same one again is no news, whatever its request id. */
function sameOr(
  known: { readonly problem: Problem; readonly since: Instant } | undefined,
  problem: Problem,
  at: Instant,
): { readonly problem: Problem; readonly since: Instant } {
  return { problem: known?.problem.reason === problem.reason ? known.problem : problem, since: known?.since ?? at };
}
