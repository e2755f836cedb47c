// Makes the next onboarding of an onboarding and a fact.

import { areAmong } from '../access/limitation.js';
import { isStuck } from '../access/relationship.js';
import { endedRepairs, withoutRepairs } from '../access/repair.js';
import { isKeepStep, isRequestRefusal, isSameTry, type Tried } from '../access/retry.js';
import { afterRead, unread } from './after-read.js';
import { evolveCoverage, failedToKeep, isCoverageFact } from './evolve-coverage.js';
import { evolveEarlier, failedToEnd, isEarlierFact } from './evolve-earlier.js';
import { evolveRepair } from './evolve-repair.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './onboarding.js';

/** A fact that only an onboarding takes in. */
export type OnboardingFact = Exclude<
  Fact,
  {
    readonly type:
      | `customer${string}`
      | `delegatedAdmin${string}`
      | `offboarding${string}`
      | `ownership${string}`
      | `note${'Written' | 'Deleted'}`
      | `snooze${string}`
      | `secondAdmin${string}`
      | `ticket${string}`
      | 'leftoverAccessSeen'
      | 'tagged'
      | 'templateChosen'
      | 'disabled';
  }
>;

/** The onboarding after the fact; `undefined` stays so until a person asks for one. */
export function evolveOnboarding(onboarding: Onboarding | undefined, fact: OnboardingFact): Onboarding | undefined {
  if (fact.type === 'onboardingRequested') return begun(onboarding, fact);
  if (!onboarding) return undefined;
  if (isCoverageFact(fact)) return evolveCoverage(onboarding, fact);
  if (isEarlierFact(fact)) return evolveEarlier(onboarding, fact);
  switch (fact.type) {
    case 'approvalLinkTaken':
      return { ...onboarding, linkCopiedAt: fact.at };
    case 'revalidationRequested':
      return askedAgain(onboarding, fact);
    case 'limitationsAccepted':
      return {
        ...onboarding,
        accepted: { by: fact.by, at: fact.at, ...fact.terms, limitations: onboarding.limitations },
      };
    case 'acceptanceReviewDue': {
      const { accepted } = onboarding;
      return accepted ? { ...onboarding, accepted: { ...accepted, remindedAt: fact.at } } : onboarding;
    }
    case 'acceptanceTakenBack':
      return { ...onboarding, accepted: undefined };
    case 'stepsBegun':
      return { ...onboarding, hasBegunSteps: true };
    case 'stepsOver':
      return { ...onboarding, hasBegunSteps: undefined };
    case 'relationshipCreated':
      return { ...onboarding, relationship: fact.relationship, wanted: false, ...unread };
    case 'requestNudged':
      return { ...onboarding, nudgedFor: fact.due };
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
      return {
        ...onboarding,
        limitations: [],
        accepted: undefined,
        repairs: endedRepairs(onboarding.repairs, true),
        ...answered(onboarding, fact),
      };
    case 'issuesFound':
    case 'accessLost': {
      const { limitations } = fact;
      // What was accepted stays accepted as long as nothing has come on top of it.
      const accepted = onboarding.accepted && areAmong(limitations, onboarding.accepted.limitations);
      return {
        ...onboarding,
        limitations,
        accepted: accepted ? onboarding.accepted : undefined,
        repairs: endedRepairs(onboarding.repairs, false),
        ...answered(onboarding, fact),
      };
    }
    case 'nothingChanged':
      return { ...onboarding, ...answered(onboarding, fact), foundUnchanged: fact.at };
    case 'repairBegun':
      return evolveRepair(onboarding, fact);
    case 'relationshipAdopted':
      return onboarding;
    default:
      return fact satisfies never;
  }
}

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

function begun(onboarding: Onboarding | undefined, fact: FactOf<'onboardingRequested'>): Onboarding {
  return {
    requestedBy: fact.by,
    requestedAt: fact.at,
    conversationId: fact.conversationId,
    template: fact.byRule ? undefined : (fact.template ?? onboarding?.template),
    wanted: true,
    relationship: onboarding?.relationship,
    azure: onboarding?.azure,
    takenNames: onboarding?.takenNames ?? [],
    limitations: [],
    ...unread,
    ...(fact.agreedTo !== undefined && { agreedTo: fact.agreedTo }),
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
    takenAway: undefined,
    repairs: withoutRepairs(onboarding.repairs, (cause) => cause !== 'autoExtend'),
    retryGroupIds: failed.map(({ groupId }) => groupId),
  };
}

function refused(onboarding: Onboarding, { refusal, at }: FactOf<'stepRefused'>): Onboarding {
  if (refusal.step === 'endEarlier') return failedToEnd(onboarding, { why: 'microsoft', problem: refusal.problem }, at);
  // It keeps nothing from Approved.
  if (isKeepStep(refusal)) return failedToKeep(onboarding, { why: 'microsoft', problem: refusal.problem }, at);
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
