// Makes the next knowledge about delegated admin (DAP) of that before and a fact.
import type { DelegatedAdmin } from '../access/delegated-admin.js';
import { isSameAnswer } from '../problem.js';
import type { Fact } from './facts.js';

type DelegatedAdminFact = Extract<Fact, { type: `delegatedAdmin${string}` }>;

/** The knowledge after the fact. Reading that it's gone ends a removal; reading that it's there doesn't. */
export function evolveDelegatedAdmin(known: DelegatedAdmin, fact: DelegatedAdminFact): DelegatedAdmin {
  switch (fact.type) {
    case 'delegatedAdminRead':
      return fact.granted ? { ...known, state: 'granted' } : { state: 'none' };
    case 'delegatedAdminRemovalRequested':
      return { state: known.state, removal: { by: fact.by, at: fact.at, requestId: fact.requestId } };
    case 'delegatedAdminRemovalSent':
      return known.removal ? { ...known, removal: { ...known.removal, sentAt: fact.at, failing: undefined } } : known;
    case 'delegatedAdminRemovalTried': {
      const { removal } = known;
      if (!removal || isSameAnswer(fact.problem, removal.failing?.problem)) return known;
      return {
        ...known,
        removal: { ...removal, failing: { problem: fact.problem, since: removal.failing?.since ?? fact.at } },
      };
    }
    case 'delegatedAdminRemovalRefused':
      return { state: known.state, refused: fact.refusal };
    case 'delegatedAdminRemoved':
      return { state: 'none' };
    default:
      return fact satisfies never;
  }
}
