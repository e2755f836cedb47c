// Makes the next onboarding of an onboarding and a fact.

import { areAmong } from '../access/limitation.js';
import type { AzureKnowledge } from '../access/observation.js';
import { isStuck, type Relationship } from '../access/relationship.js';
import { isRequestRefusal, isSameTry, type Tried } from '../access/retry.js';
import { lagPatienceSeconds, type Problem, passes } from '../problem.js';
import { type Instant, secondsBetween } from '../time.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './tenant.js';

/** A fact that only an onboarding takes in. */
export type OnboardingFact = Exclude<
  Fact,
  {
    readonly type:
      | `customer${string}`
      | `delegatedAdmin${string}`
      | `offboarding${string}`
      | 'leftoverAccessSeen'
      | 'disabled';
  }
>;

/** The onboarding after the fact; `undefined` stays so until a person asks for one. */
export function evolveOnboarding(onboarding: Onboarding | undefined, fact: OnboardingFact): Onboarding | undefined {
  if (fact.type === 'onboardingRequested') return begun(onboarding, fact);
  if (!onboarding) return undefined;
  switch (fact.type) {
    case 'approvalLinkTaken':
      return { ...onboarding, linkCopiedAt: fact.at };
    case 'revalidationRequested':
      return askedAgain(onboarding, fact);
    case 'limitationsAccepted':
      return { ...onboarding, accepted: { by: fact.by, at: fact.at, limitations: onboarding.limitations } };
    case 'acceptanceTakenBack':
      return { ...onboarding, accepted: undefined };
    case 'relationshipCreated':
      return { ...onboarding, relationship: fact.relationship, wanted: false, ...unread };
    case 'relationshipLocked':
      return { ...onboarding, lockedAt: fact.at };
    case 'accessAssigned': {
      const others = (onboarding.assignments ?? []).filter(({ id }) => id !== fact.assignment.id);
      return { ...onboarding, assignments: [...others, fact.assignment] };
    }
    case 'assignmentRemoved':
      return {
        ...onboarding,
        retryGroupIds: onboarding.retryGroupIds.filter((groupId) => groupId !== fact.groupId),
        assignments: onboarding.assignments?.map((each) =>
          each.id === fact.assignmentId ? { ...each, status: 'deleting' } : each,
        ),
      };
    case 'assignmentWidened':
      return { ...onboarding, widenedEtags: [...onboarding.widenedEtags, fact.etag] };
    case 'stepRefused':
      return refused(onboarding, fact);
    case 'stepPutOff': {
      const others = (onboarding.retries ?? []).filter(({ tried }) => !isSameTry(tried, fact.retry.tried));
      return { ...onboarding, retries: [...others, fact.retry] };
    }
    case 'retriesOver':
      return withoutRetries(onboarding, fact.tried);
    case 'waitIsLong':
      return { ...onboarding, isSlow: true };
    case 'checkFailed':
      return { ...onboarding, revalidation: undefined, checkFailed: { problem: fact.problem, at: fact.at } };
    case 'microsoftRead':
      return afterRead(onboarding, fact);
    case 'microsoftAwaited':
      // What was accepted may turn up again.
      return { ...onboarding, limitations: [], ...answered(onboarding, fact) };
    case 'approvalAwaited':
    case 'accessApproved':
      return { ...onboarding, limitations: [], accepted: undefined, ...answered(onboarding, fact) };
    case 'issuesFound':
    case 'accessLost': {
      const { limitations } = fact;
      // What was accepted stays accepted as long as nothing has come on top of it.
      const accepted = onboarding.accepted && areAmong(limitations, onboarding.accepted.limitations);
      return {
        ...onboarding,
        limitations,
        accepted: accepted ? onboarding.accepted : undefined,
        ...answered(onboarding, fact),
      };
    }
    case 'nothingChanged':
      return { ...onboarding, ...answered(onboarding, fact), foundUnchanged: fact.at };
    case 'relationshipAdopted':
      return onboarding;
    default:
      return fact satisfies never;
  }
}

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

const unread = {
  lockedAt: undefined,
  assignments: undefined,
  assignmentsUnread: undefined,
  refusals: [],
  retries: undefined,
  widenedEtags: [],
  retryGroupIds: [],
};

function begun(onboarding: Onboarding | undefined, fact: FactOf<'onboardingRequested'>): Onboarding {
  return {
    requestedBy: fact.by,
    requestedAt: fact.at,
    conversationId: fact.conversationId,
    wanted: true,
    relationship: onboarding?.relationship,
    azure: onboarding?.azure,
    takenNames: onboarding?.takenNames ?? [],
    limitations: [],
    ...unread,
  };
}

function askedAgain(onboarding: Onboarding, fact: FactOf<'revalidationRequested'>): Onboarding {
  const failed = (onboarding.assignments ?? []).filter((each) => each.status === 'error' || isStuck(each, fact.at));
  return {
    ...onboarding,
    revalidation: { by: fact.by, at: fact.at },
    wanted: onboarding.relationship === undefined,
    lockedAt: onboarding.relationship?.status === 'created' ? undefined : onboarding.lockedAt,
    refusals: [],
    // Since when it has been failing stays: asking again doesn't restart the wait.
    retries: onboarding.retries?.map((retry) => ({ ...retry, nextAt: fact.at })),
    checkFailed: undefined,
    foundUnchanged: undefined,
    widenedEtags: [],
    retryGroupIds: failed.map(({ groupId }) => groupId),
  };
}

function refused(onboarding: Onboarding, { refusal }: FactOf<'stepRefused'>): Onboarding {
  const isTaken = isRequestRefusal(refusal) && refusal.problem.reason === 'nameTaken';
  return {
    ...onboarding,
    refusals: [...onboarding.refusals, refusal],
    takenNames: isTaken ? [...onboarding.takenNames, refusal.relationshipName] : onboarding.takenNames,
  };
}

/** The person who asked has an answer; what Microsoft refused isn't tried again unasked. */
function answered(onboarding: Onboarding, fact: Fact): Partial<Onboarding> {
  return {
    revalidation: undefined,
    foundUnchanged: undefined,
    isSlow: undefined,
    // What Microsoft has neither refused nor done is still tried.
    wanted: onboarding.wanted && (fact.type === 'microsoftAwaited' || hasUnansweredRequest(onboarding)),
  };
}

function hasUnansweredRequest({ refusals, retries }: Onboarding): boolean {
  return !refusals.some(isRequestRefusal) && (retries ?? []).some(({ tried }) => tried.step === 'createRelationship');
}

function withoutRetries(onboarding: Onboarding, over: readonly Tried[]): Onboarding {
  const retries = (onboarding.retries ?? []).filter(({ tried }) => !over.some((each) => isSameTry(each, tried)));
  return { ...onboarding, retries: retries.length === 0 ? undefined : retries };
}

function afterRead(onboarding: Onboarding, fact: FactOf<'microsoftRead'>): Onboarding {
  const { assignments } = fact;
  const relationship = isNotListedYet(onboarding, fact) ? onboarding.relationship : fact.relationship;
  const isSame = relationship?.id === onboarding.relationship?.id;
  const known = isSame ? onboarding : { ...onboarding, ...unread };
  return {
    ...known,
    relationship,
    refusals: isPastRequest(relationship)
      ? known.refusals.filter((refusal) => !isRequestRefusal(refusal))
      : known.refusals,
    wanted: relationship === undefined && onboarding.wanted,
    checkFailed: onboarding.revalidation && unreadPart(known, fact),
    requestElsewhere: fact.requestElsewhere,
    nextName: fact.nextName,
    fingerprint: fact.fingerprint,
    checkedAt: isFresh(known.checkedAt, fact.at) ? known.checkedAt : fact.at,
    azure: azureAfter(onboarding, fact),
    ...(assignments && 'value' in assignments && { assignments: assignments.value, assignmentsUnread: undefined }),
    ...(assignments &&
      'failed' in assignments && {
        assignmentsUnread: sameOr(known.assignmentsUnread, assignments.failed, fact.at),
      }),
  };
}

// One made a moment ago isn't gone because a part of Microsoft doesn't know of it yet.
function isNotListedYet({ relationship: known }: Onboarding, { relationship, at }: FactOf<'microsoftRead'>): boolean {
  return (
    relationship?.status === 'gone' &&
    known?.createdAt !== undefined &&
    secondsBetween(known.createdAt, at) < lagPatienceSeconds
  );
}

/** Why a part of a check said nothing: what's known of it from before must not pass for an answer. */
function unreadPart(known: Onboarding, { azure, assignments, at }: FactOf<'microsoftRead'>): Onboarding['checkFailed'] {
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
  { azure: read, at }: FactOf<'microsoftRead'>,
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
