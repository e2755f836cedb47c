// What becomes of each kind of fact besides what it changes: whether the audit log, the history and cards hear of it.
import type { FactType } from './facts.js';

/** What becomes of a kind of fact. */
export interface FactTraits {
  /** The audit log has a line for it. What was only seen, or is tried again anyway, has none. */
  readonly audited: boolean;
  /** The tenant's history has an entry for it. */
  readonly inHistory: boolean;
  /** Buttons mean something else afterwards, so that a card drawn before is refused. */
  readonly bumpsVersion: boolean;
}

const recorded = { audited: true, inHistory: true, bumpsVersion: true } as const;
/** Changes a detail that no button is about. */
const detail = { audited: true, inHistory: false, bumpsVersion: false } as const;
/** People read of it, but every button still means what it meant. */
const told = { audited: true, inHistory: true, bumpsVersion: false } as const;
const seen = { audited: false, inHistory: true, bumpsVersion: true } as const;
const silent = { audited: false, inHistory: false, bumpsVersion: false } as const;

/** The traits of every kind of fact. */
export const factTraits = {
  customerRenamed: silent,
  leftoverAccessSeen: silent,
  customerLeft: seen,
  customerListed: seen,
  customerByGdap: seen,
  customerAdded: recorded,
  customerRemoved: recorded,
  onboardingRequested: recorded,
  approvalLinkTaken: told,
  customerNoticeTaken: told,
  customerLanguageChosen: detail,
  revalidationRequested: recorded,
  limitationsAccepted: recorded,
  acceptanceTakenBack: recorded,
  acceptanceReviewDue: silent,
  disabled: recorded,
  tagged: told,
  templateChosen: told,
  noteWritten: told,
  noteDeleted: told,
  ticketSet: told,
  ticketRemoved: told,
  snoozed: told,
  snoozeEnded: told,
  ownershipTaken: told,
  ownershipGiven: told,
  ownershipReleased: told,
  secondAdminAsked: recorded,
  secondAdminApproved: recorded,
  secondAdminDeclined: recorded,
  secondAdminDropped: recorded,
  stepsBegun: silent,
  stepsOver: silent,
  relationshipCreated: recorded,
  relationshipLocked: detail,
  accessAssigned: detail,
  assignmentWidened: detail,
  assignmentRemoved: detail,
  stepRefused: detail,
  stepPutOff: silent,
  retriesOver: silent,
  microsoftRead: silent,
  checkFailed: silent,
  relationshipAdopted: recorded,
  coverageRolledOver: told,
  coverageRead: silent,
  coverageEnding: silent,
  coverageDrifted: told,
  coverageDriftOver: silent,
  coverageKeepAsked: recorded,
  coverageRemovalSent: detail,
  coverageExtensionSent: detail,
  coverageSuccessorCreated: recorded,
  coverageSuccessorLocked: detail,
  coverageKept: recorded,
  coverageKeepFailed: recorded,
  repairBegun: recorded,
  earlierEndAsked: recorded,
  earlierEndSent: detail,
  earlierEnded: recorded,
  earlierEndFailed: recorded,
  microsoftAwaited: seen,
  waitIsLong: silent,
  approvalAwaited: recorded,
  requestNudged: silent,
  accessApproved: recorded,
  issuesFound: recorded,
  accessLost: recorded,
  nothingChanged: silent,
  delegatedAdminRead: silent,
  delegatedAdminRemovalRequested: recorded,
  delegatedAdminRemovalSent: detail,
  delegatedAdminRemovalTried: silent,
  delegatedAdminRemovalRefused: recorded,
  delegatedAdminRemoved: recorded,
  offboardingDecided: recorded,
  offboardingApproved: recorded,
  offboardingUndone: recorded,
  offboardingDropped: recorded,
  offboardingRetried: recorded,
  offboardingRestLeft: recorded,
  offboardingPutOff: silent,
  offboardingBegun: recorded,
  offboardingTaskTried: silent,
  offboardingTaskSent: detail,
  offboardingTaskProved: detail,
  offboardingTaskRefused: recorded,
  offboardingRemainsUnread: silent,
  offboardingEnded: silent,
  offboardingCertified: recorded,
} as const satisfies Record<FactType, FactTraits>;

/** A kind of fact that people read about, in a history or the audit log, so that it has words. */
export type ToldFactType = {
  [T in FactType]: true extends (typeof factTraits)[T]['audited' | 'inHistory'] ? T : never;
}[FactType];
