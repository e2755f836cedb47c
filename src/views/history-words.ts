// What has happened to a tenant, as people tell it?
import type { FactType } from '../domain/facts.js';
import type { HistoryEntry } from '../domain/tenant.js';
import { dayAndTime, literal } from './text.js';

const words: Readonly<Partial<Record<FactType, string>>> = {
  onboardingRequested: 'Enabled',
  approvalLinkTaken: 'Approval link taken',
  revalidationRequested: 'Asked to look again',
  limitationsAccepted: 'Limitations accepted',
  offboarded: 'Disabled; everything about it was deleted',
  relationshipCreated: 'Relationship created',
  relationshipAdopted: 'Existing relationship found',
  microsoftAwaited: 'Awaiting Microsoft',
  approvalAwaited: 'Waiting for the customer’s approval',
  accessApproved: 'Approved',
  issuesFound: 'Issues found',
  accessLost: 'Access lost',
  delegatedAdminRemovalRequested: 'Removal of delegated admin asked for',
  delegatedAdminRemovalRefused: 'Delegated admin could not be removed',
  delegatedAdminRemoved: 'Delegated admin removed',
};

/** An event: when it was, for a text block, and what and who it was, for a text run. */
export interface HistoryLine {
  readonly when: string;
  readonly what: string;
}

/** The last events, the newest first. */
export function historyLines(history: readonly HistoryEntry[], most: number): readonly HistoryLine[] {
  return history
    .slice(-most)
    .reverse()
    .map(({ at, what, by }) => {
      const told = words[what as FactType] ?? what;
      return { when: dayAndTime(at), what: by ? `${told} · ${literal(by.name, 40)}` : told };
    });
}
