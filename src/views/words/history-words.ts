// The words for a tenant's history.
import type { ToldFactType } from '../../domain/tenant/fact-traits.js';
import type { HistoryEntry } from '../../domain/tenant/tenant.js';
import { dayAndTime, literal } from '../render/text.js';

/** The words for each kind of fact that a history or the audit log tells. */
export const factWords: Readonly<Record<ToldFactType, string>> = {
  onboardingRequested: 'Enabled',
  approvalLinkTaken: 'Approval link copied',
  revalidationRequested: 'Revalidate requested',
  limitationsAccepted: 'Limitations accepted',
  customerLeft: 'No longer among your customers in Partner Center',
  customerListed: 'Among your customers in Partner Center again',
  disabled: 'Disabled; everything about it was deleted',
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
  delegatedAdminRemovalSent: 'Removal of delegated admin sent',
  relationshipLocked: 'Request sent to the customer',
  accessAssigned: 'Roles assigned to a group',
  assignmentWidened: 'Roles added to a group',
  assignmentRemoved: 'Failed access assignment removed',
  stepRefused: 'Refused by Microsoft',
  offboardingDecided: 'Decided to offboard it completely',
  offboardingApproved: 'Second admin agreed to offboard it',
  offboardingUndone: 'Offboarding undone before it began',
  offboardingDropped: 'Offboarding dropped; nothing was done',
  offboardingBegun: 'Offboarding began',
  offboardingTaskSent: 'Removal requested',
  offboardingTaskProved: 'Verified removed',
  offboardingTaskRefused: 'Removal refused',
  offboardingRetried: 'Asked to try again what was refused',
  offboardingRestLeft: 'Went on without what was refused',
  offboardingCertified: 'Offboarded completely; certificate written',
};

/** One event: its time for a text block, the fact and the person for a text run. */
export interface HistoryLine {
  readonly when: string;
  readonly what: string;
}

/** The last events, the newest first. `most`: how many. */
export function historyLines(history: readonly HistoryEntry[], most: number): readonly HistoryLine[] {
  return history
    .slice(-most)
    .reverse()
    .map(({ at, what, by }) => {
      const told = factWords[what as ToldFactType] ?? what;
      return { when: dayAndTime(at), what: by ? `${told} · ${literal(by.name, 40)}` : told };
    });
}
