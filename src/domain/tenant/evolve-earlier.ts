// Makes the next onboarding of an onboarding and a fact about an earlier relationship.
import type { EarlierEndFailure } from '../access/earlier-relationship.js';
import type { Instant } from '../time.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './onboarding.js';

/** A fact about an earlier relationship. */
export type EarlierFact = Extract<Fact, { readonly type: `earlier${string}` }>;

/** Whether a fact is about an earlier relationship. */
export function isEarlierFact(fact: Fact): fact is EarlierFact {
  return fact.type.startsWith('earlier');
}

/** The onboarding after such a fact. */
export function evolveEarlier(onboarding: Onboarding, fact: EarlierFact): Onboarding {
  switch (fact.type) {
    case 'earlierEndAsked': {
      const { by, at, relationshipId, displayName } = fact;
      return { ...onboarding, earlierEnding: { by, at, relationshipId, displayName }, earlierEndFailed: undefined };
    }
    case 'earlierEndSent': {
      const { earlierEnding } = onboarding;
      return { ...onboarding, earlierEnding: earlierEnding && { ...earlierEnding, sentAt: fact.at } };
    }
    case 'earlierEnded':
      return { ...onboarding, earlierEnding: undefined, earlierEndFailed: undefined };
    case 'earlierEndFailed':
      return failedToEnd(onboarding, fact.failure, fact.at);
    default:
      return fact satisfies never;
  }
}

/** The onboarding once an earlier relationship couldn't be ended. */
export function failedToEnd(onboarding: Onboarding, failure: EarlierEndFailure, at: Instant): Onboarding {
  return { ...onboarding, earlierEnding: undefined, earlierEndFailed: { at, failure } };
}
