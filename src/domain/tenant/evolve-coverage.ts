// Makes the next onboarding of an onboarding and a fact about how long its access lasts.
import { toldWith } from '../access/expiry-warnings.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './tenant.js';

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
    case 'coverageEnding':
      return { ...onboarding, toldEnds: toldWith(onboarding.toldEnds, fact, fact.at) };
    default:
      return fact satisfies never;
  }
}
