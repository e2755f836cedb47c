// A tenant's history and the audit log.
import type { ToldFactType } from '../../../domain/tenant/fact-traits.js';
import { historyReasons } from './history-reasons.js';
import { icu } from './icu.js';

/** What happened, by kind of fact. */
export const history = {
  facts: {
    onboardingRequested: 'Enabled',
    approvalLinkTaken: 'Approval link copied',
    revalidationRequested: 'Revalidation requested',
    limitationsAccepted: 'Limitations accepted',
    acceptanceTakenBack: 'Acceptance withdrawn',
    customerLeft: 'No longer among your customers in Partner Center',
    customerListed: 'Among your customers in Partner Center again',
    disabled: 'Disabled; stored data deleted, except IDs in the audit log',
    tagged: 'Tags changed',
    relationshipCreated: 'Relationship created',
    relationshipAdopted: 'Existing relationship adopted',
    coverageRolledOver: 'Access rolled over',
    microsoftAwaited: 'Awaiting Microsoft',
    approvalAwaited: 'Waiting for the customer’s approval',
    accessApproved: 'Approved',
    issuesFound: 'Issues found',
    accessLost: 'Access lost',
    delegatedAdminRemovalRequested: 'Removal of delegated admin requested',
    delegatedAdminRemovalRefused: 'Delegated admin couldn’t be removed',
    delegatedAdminRemoved: 'Delegated admin removed',
    delegatedAdminRemovalSent: 'Removal of delegated admin sent',
    relationshipLocked: 'Request sent to the customer',
    accessAssigned: 'Roles assigned to a group',
    assignmentWidened: 'Roles added to a group',
    assignmentRemoved: 'Failed access assignment removed',
    stepRefused: 'Refused by Microsoft',
    offboardingDecided: 'Complete offboarding requested',
    offboardingApproved: 'Complete offboarding approved by a second admin',
    offboardingUndone: 'Offboarding undone before it started',
    offboardingDropped: 'Offboarding canceled; nothing was done',
    offboardingBegun: 'Offboarding started',
    offboardingTaskSent: 'Removal requested',
    offboardingTaskProved: 'Verified removed',
    offboardingTaskRefused: 'Removal failed',
    offboardingRetried: 'Failed removals tried again',
    offboardingRestLeft: 'Continued without failed removals',
    offboardingCertified: 'Offboarding ended; certificate written',
  } satisfies Readonly<Record<ToldFactType, string>>,
  /** Lines of the audit log about tenants that may have been forgotten by then. */
  others: {
    watchedRequestBecameActive: 'A request was approved after the offboarding',
    watchedRequestTerminationAsked: 'Termination of its access requested',
    watchedRequestTerminationSent: 'Termination sent',
    watchedRequestTerminationRefused: 'Termination refused',
    watchedRequestOver: 'Stopped watching a request',
    certificateOpened: 'Exit certificate opened',
    offboardingPlanOpened: 'Exported plan opened',
  },
  reasons: historyReasons,
  denied: ({ asked }: { asked: string }) => `Denied: ${asked}`,
  refused: ({ asked, why }: { asked: string; why: string }) => `Refused: ${asked} (${why})`,
  /** What happened, and to what. */
  of: ({ what, subject }: { what: string; subject: string }) => `${what}: ${subject}`,
  because: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  subjects: {
    consent: 'consent of your application',
    delegatedAdmin: 'delegated admin (DAP)',
    reseller: 'reseller relationship',
    assignmentOf: ({ relationship }: { relationship: string }) => `an access assignment of ${relationship}`,
    relationship: ({ relationship }: { relationship: string }) => `GDAP relationship “${relationship}”`,
    relationshipById: ({ id }: { id: string }) => `GDAP relationship ${id}`,
    otherRelationship: 'a GDAP relationship created outside Gatehouse',
  },
  /** What a person asked for with /tag. */
  tags: 'Tags',
  title: ({ tenant }: { tenant: string }) => `History of ${tenant}`,
  nothing: 'There’s no history for this tenant yet.',
  range: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} of {total, plural, one {# entry} other {# entries}}, newest first.',
  ),
  pageTooltip: ({ title, tenant, page, pages }: { title: string; tenant: string; page: number; pages: number }) =>
    `${title}: history of ${tenant}, page ${page} of ${pages}`,
  requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}`,
  which: 'Which tenant?',
  noMatch: ({ search }: { search: string }) => `No tenant matches “${search}”`,
  didYouMean: ({ nearest }: { nearest: string }) => `Did you mean ${nearest}? Say /history and the name.`,
  howToAsk: 'Say /history and part of a name, a domain or a tenant ID.',
  howToAskForgotten:
    'Say /history and part of a name or a domain. For a tenant that Gatehouse no longer stores, say its tenant ID.',
};
