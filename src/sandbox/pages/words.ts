// Plain words for Microsoft's terms, on the pages.
import type { AssignmentStatus, AzurePlanState, Bought, RelationshipStatus } from '../world/model.js';

/** A state in words, with an icon and a tone that only repeats the words. */
export interface Words {
  readonly icon: string;
  readonly text: string;
  readonly tone: 'good' | 'waiting' | 'bad' | 'quiet';
}

/** Statuses of a relationship in words. */
export const relationshipWords: Readonly<Record<RelationshipStatus, Words>> = {
  created: { icon: '✎', text: 'Draft', tone: 'quiet' },
  approvalPending: { icon: '✉', text: 'Waiting for approval', tone: 'waiting' },
  approved: { icon: '…', text: 'Approved, not active yet', tone: 'waiting' },
  activating: { icon: '…', text: 'Activating', tone: 'waiting' },
  active: { icon: '✓', text: 'Active', tone: 'good' },
  expiring: { icon: '…', text: 'Expiring', tone: 'waiting' },
  expired: { icon: '×', text: 'Expired', tone: 'quiet' },
  terminationRequested: { icon: '…', text: 'End requested', tone: 'waiting' },
  terminating: { icon: '…', text: 'Ending', tone: 'waiting' },
  terminated: { icon: '×', text: 'Ended', tone: 'quiet' },
};

/** Statuses of an access assignment in words. */
export const assignmentWords: Readonly<Record<AssignmentStatus, Words>> = {
  pending: { icon: '…', text: 'Pending', tone: 'waiting' },
  active: { icon: '✓', text: 'Active', tone: 'good' },
  deleting: { icon: '…', text: 'Deleting', tone: 'waiting' },
  deleted: { icon: '×', text: 'Deleted', tone: 'quiet' },
  error: { icon: '!', text: 'Error', tone: 'bad' },
};

/** States of an Azure plan in words. */
export const azurePlanWords: Readonly<Record<AzurePlanState, Words>> = {
  active: { icon: '✓', text: 'Active', tone: 'good' },
  suspended: { icon: '!', text: 'Suspended', tone: 'bad' },
  none: { icon: '–', text: 'None', tone: 'quiet' },
};

/** Whether there's delegated admin, in words. */
export const delegatedAdminWords: Readonly<Record<'yes' | 'no', Words>> = {
  yes: { icon: '!', text: 'Yes', tone: 'bad' },
  no: { icon: '–', text: 'No', tone: 'quiet' },
};

/** Yes and no without a judgement, in words. */
export const yesNoWords: Readonly<Record<'yes' | 'no', Words>> = {
  yes: { icon: '✓', text: 'Yes', tone: 'good' },
  no: { icon: '–', text: 'No', tone: 'quiet' },
};

/** Statuses of a subscription in words. */
export const subscriptionWords: Readonly<Record<Bought['status'], Words>> = {
  active: { icon: '✓', text: 'Active', tone: 'good' },
  pending: { icon: '…', text: 'Pending', tone: 'waiting' },
  suspended: { icon: '!', text: 'Suspended', tone: 'bad' },
  expired: { icon: '×', text: 'Expired', tone: 'quiet' },
  disabled: { icon: '×', text: 'Disabled', tone: 'quiet' },
  deleted: { icon: '×', text: 'Canceled', tone: 'quiet' },
};

/** A page's words after a control has done its work, by the control's name. */
export const doneWords: Readonly<Record<string, string>> = {
  approve: 'You approved the request. Microsoft is setting up the access.',
  reject: 'You rejected the request. The partner gets no access.',
  end: 'The relationship is being ended.',
  expire: 'The relationship has reached its end.',
  'auto-extend': 'Automatic extension has changed.',
  'operations-fail': 'Changes of roles now work this way.',
  'drop-role': 'The role was removed.',
  'clean-up': 'Microsoft has removed the relationship.',
  fail: 'The access assignment has failed.',
  remove: 'The access assignment is being removed.',
  'azure-plan': 'The Azure plan has changed.',
  reservations: 'The number of reservations has changed.',
  'cancel-reservation': 'One reserved instance was canceled.',
  'add-subscription': 'The subscription was added.',
  'end-subscriptions': 'All subscriptions have ended.',
  consent: 'The consent is changing.',
  removing: 'Removals now work this way.',
  'delegated-admin': 'Delegated admin has changed.',
  behaviour: 'Microsoft now works this way.',
  forward: 'Time is passing.',
  'next-end': 'Time is passing.',
  stop: 'Time passes as everywhere again.',
  speaker: 'You’re now this person in the chat.',
};

/** A page's words when a control refused, by the code of the refusal. */
export const refusedWords: Readonly<Record<string, string>> = {
  wrongStatus: 'This is no longer possible, because something has changed since you opened this page.',
  notFound: 'It no longer exists.',
  globalAdministrator: 'A relationship with the Global Administrator role can’t be extended automatically.',
  noEnd: 'No active relationship has an end.',
  lastRole: 'It’s the last role. Remove the access instead.',
  noCustomer: 'Enter your tenant ID. Find it in the list of customers.',
};

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** "22 Nov 2025, 09:30 UTC". */
export function dateWords(instant: string): string {
  return `${dateFormat.format(new Date(instant))} UTC`;
}

/** "730 days (2 years)". */
export function durationWords(days: number): string {
  if (days === 730) return '730 days (2 years)';
  return days === 1 ? '1 day' : `${days} days`;
}
