// Which facts do people wait for, so that a message has to tell them?
import type { Fact } from './facts.js';
import { areAmong } from './limitation.js';
import type { Tenant } from './tenant.js';

/** What a message tells. */
export type News = 'approved' | 'issuesFound' | 'accessLost';

/** The news in a fact, seen from the tenant before it; `undefined` for everything that only the card shows. */
export function newsIn(before: Tenant, fact: Fact): News | undefined {
  switch (fact.type) {
    case 'accessApproved':
      return 'approved';
    case 'accessLost':
      return 'accessLost';
    case 'issuesFound': {
      // Fewer limitations than before are good news for the card, not a reason to call people; nor is what was accepted.
      const { limitations = [], accepted } = before.onboarding ?? {};
      const known = before.status === 'issuesFound' ? limitations : (accepted?.limitations ?? []);
      return areAmong(fact.limitations, known) ? undefined : 'issuesFound';
    }
    default:
      return undefined;
  }
}
