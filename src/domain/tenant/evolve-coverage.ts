// Makes the next onboarding of an onboarding and a fact about how long its access lasts.
import { toldWith } from '../access/expiry-warnings.js';
import type { KeepFailure, Keeping } from '../access/keeping.js';
import { withoutRepairs } from '../access/repair.js';
import { addSeconds, type Instant } from '../time.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './onboarding.js';

/** A fact about a tenant's coverage. */
export type CoverageFact = Extract<Fact, { readonly type: `coverage${string}` }>;

/** Whether a fact is about a tenant's coverage. */
export function isCoverageFact(fact: Fact): fact is CoverageFact {
  return fact.type.startsWith('coverage');
}

/** The onboarding after such a fact. */
export function evolveCoverage(onboarding: Onboarding, fact: CoverageFact): Onboarding {
  switch (fact.type) {
    case 'coverageRolledOver':
      // The read beside it has the new end.
      return onboarding;
    case 'coverageRead':
      return { ...onboarding, coverage: fact.coverage };
    case 'coverageEnding':
      return { ...onboarding, toldEnds: toldWith(onboarding.toldEnds, fact, fact.at) };
    case 'coverageDrifted':
      return { ...onboarding, toldDrift: fact.at };
    case 'coverageDriftOver':
      return { ...onboarding, toldDrift: undefined };
    case 'coverageKeepAsked': {
      const { by, at, way, relationshipId, on, emptiedGroupIds } = fact;
      const keeping = { by, at, way, relationshipId, on, ...(emptiedGroupIds && { emptiedGroupIds }) };
      const repairs = withoutRepairs(onboarding.repairs, (cause) => cause === 'autoExtend');
      return { ...onboarding, keeping, keepFailed: undefined, repairs };
    }
    case 'coverageRemovalSent': {
      const { id: operationId, retryAfterSeconds } = fact.operation;
      const askFrom = addSeconds(fact.at, retryAfterSeconds);
      return keepingWith(onboarding, { removal: { sentAt: fact.at, operationId, askFrom } });
    }
    case 'coverageExtensionSent':
      return keepingWith(onboarding, { extendedAt: fact.at });
    case 'coverageSuccessorCreated':
      return keepingWith(onboarding, { successor: fact.relationship });
    case 'coverageSuccessorLocked':
      return keepingWith(onboarding, { lockedAt: fact.at });
    case 'coverageKept': {
      if (!onboarding.keeping) return onboarding;
      const { by, way, on, emptiedGroupIds } = onboarding.keeping;
      const kept = { by, at: onboarding.keeping.at, way, on, ...(emptiedGroupIds && { emptiedGroupIds }) };
      return { ...onboarding, kept, keeping: undefined, keepFailed: undefined };
    }
    case 'coverageKeepFailed':
      return failedToKeep(onboarding, fact.failure, fact.at);
    default:
      return fact satisfies never;
  }
}

/** The onboarding once access couldn't be kept. */
export function failedToKeep(onboarding: Onboarding, failure: KeepFailure, at: Instant): Onboarding {
  return { ...onboarding, keeping: undefined, keepFailed: { at, failure } };
}

function keepingWith(onboarding: Onboarding, changes: Partial<Keeping>): Onboarding {
  return onboarding.keeping ? { ...onboarding, keeping: { ...onboarding.keeping, ...changes } } : onboarding;
}
