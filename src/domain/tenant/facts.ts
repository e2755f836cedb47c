// What can have happened to a tenant. Facts change the tenant, fill its history, choose the message and feed the card.
import type { Coverage } from '../access/coverage.js';
import type { DelegatedAdminRefusal } from '../access/delegated-admin.js';
import type { EarlierEndFailure, EarlierEnding, EarlierRelationship } from '../access/earlier-relationship.js';
import type { HeldRoles } from '../access/held-roles.js';
import type { KeepFailure, Keeping, StartedOperation } from '../access/keeping.js';
import type { LackingRole } from '../access/lacking-roles.js';
import type { LeftoverAccess, LeftoverSpan } from '../access/leftover-access.js';
import type { Limitation } from '../access/limitation.js';
import type { Observation } from '../access/observation.js';
import type { AccessAssignment, Relationship } from '../access/relationship.js';
import type { RepairCause } from '../access/repair.js';
import type { Retry, StepRefusal, Tried } from '../access/retry.js';
import type { TakenAway } from '../access/taken-away.js';
import type { Customer } from '../customer.js';
import type { MessageLanguage } from '../message-languages.js';
import type { CertificateHashes } from '../offboarding/certificate.js';
import type { Offboarding } from '../offboarding/offboarding.js';
import type { Plan } from '../offboarding/plan.js';
import type { TaskRefusal } from '../offboarding/task.js';
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { TagChange } from '../tag.js';
import type { Instant } from '../time.js';
import type { AwaitedSecond } from './awaited-second.js';
import type { CustomerNotice } from './customer-notice.js';
import type { AcceptanceTerms } from './onboarding.js';

/** Done by a call of ours. */
interface Traced {
  /** Microsoft's id of the call. Absent: no call was needed, or an earlier try had done it. */
  readonly requestId?: string | undefined;
}

/** What a person chose can lead to another access template. */
interface Agreed {
  /** Its hash. Absent: it's the one that it was, or nothing of a template is ever held for a second admin. */
  readonly agreedTo?: string | undefined;
}

/** A fact without its time. */
export type FactData =
  // The customer, as Partner Center lists it.
  | { readonly type: 'customerRenamed'; readonly customer: Customer }
  | {
      readonly type: 'leftoverAccessSeen';
      readonly leftoverAccess: LeftoverAccess;
      readonly span?: LeftoverSpan | undefined;
    }
  /** Neither Partner Center nor GDAP makes it a customer any longer, and something of ours is still there. */
  | { readonly type: 'customerLeft' }
  /** Partner Center doesn't list it, and GDAP makes it a customer. */
  | { readonly type: 'customerByGdap' }
  /** Partner Center lists it (again). */
  | { readonly type: 'customerListed'; readonly customer: Customer }
  /** A person said that it's to be a customer, though neither list has it; `customer`: as Microsoft's directory has it. */
  | { readonly type: 'customerAdded'; readonly by: Person; readonly customer: Customer }
  /** A person took back that it was added. The tenant is forgotten in the same write. */
  | { readonly type: 'customerRemoved'; readonly by: Person }
  // What people asked for.
  | ({
      readonly type: 'onboardingRequested';
      readonly by: Person;
      readonly conversationId: string;
      /** Name of the access template that was chosen. Absent: the one before stays, or none was. */
      readonly template?: string | undefined;
      /** What was chosen before is forgotten, so that the rules say which one. Absent: it stays. */
      readonly byRule?: true | undefined;
      /** Name of the template that the person has read about. Absent: there's one for all. */
      readonly shownTemplate?: string | undefined;
    } & Agreed)
  | { readonly type: 'approvalLinkTaken'; readonly by: Person }
  /** A text for the customer was taken that says what is about to be done. */
  | { readonly type: 'customerNoticeTaken'; readonly by: Person; readonly customerNotice: CustomerNotice }
  | { readonly type: 'customerLanguageChosen'; readonly by: Person; readonly language: MessageLanguage }
  | { readonly type: 'revalidationRequested'; readonly by: Person }
  | { readonly type: 'limitationsAccepted'; readonly by: Person; readonly terms?: AcceptanceTerms | undefined }
  /** The day has come on which they're looked at again. */
  | { readonly type: 'acceptanceReviewDue' }
  | { readonly type: 'acceptanceTakenBack'; readonly by: Person }
  | { readonly type: 'disabled'; readonly by: Person }
  | ({ readonly type: 'tagged'; readonly by: Person } & TagChange & Agreed)
  /** Which access template it has from now on, whatever the rules say. */
  | ({ readonly type: 'templateChosen'; readonly by: Person; readonly template: string } & Agreed)
  | { readonly type: 'noteWritten'; readonly by: Person; readonly text: string }
  | { readonly type: 'noteDeleted'; readonly by: Person; readonly writtenAt: Instant; readonly writer: string }
  /** By no one: a system of the partner's own has opened it. */
  | { readonly type: 'ticketSet'; readonly by?: Person | undefined; readonly ticket: string }
  | { readonly type: 'ticketRemoved'; readonly by: Person }
  | { readonly type: 'snoozed'; readonly by: Person; readonly days: number; readonly reason: string }
  /** By no one: its days are over. */
  | { readonly type: 'snoozeEnded'; readonly by?: Person | undefined }
  | { readonly type: 'ownershipTaken'; readonly by: Person }
  /** Someone has given it to a person to look after. `isTold`: the new owner gets a message. Absent: they don't, as it's one of many. */
  | { readonly type: 'ownershipGiven'; readonly by: Person; readonly owner: Person; readonly isTold?: true }
  /** By no one: its owner has left it alone for too long. */
  | { readonly type: 'ownershipReleased'; readonly by?: Person | undefined }
  // What a second admin must approve. What comes of a yes follows it as facts of its own.
  | {
      readonly type: 'secondAdminAsked';
      readonly by: Person;
      readonly asked: Pick<AwaitedSecond, 'id' | 'action' | 'conversationId' | 'basis'>;
    }
  | { readonly type: 'secondAdminApproved'; readonly by: Person }
  /** By another admin, or taken back by who had asked. */
  | { readonly type: 'secondAdminDeclined'; readonly by: Person }
  /** No second admin approved within the day, or what was agreed to has changed. */
  | { readonly type: 'secondAdminDropped'; readonly why: 'lapsed' | 'stale' }
  // What we did at Microsoft, or couldn't do.
  | { readonly type: 'stepsBegun' }
  | { readonly type: 'stepsOver' }
  | ({ readonly type: 'relationshipCreated'; readonly relationship: Relationship } & Traced)
  | ({ readonly type: 'relationshipLocked' } & Traced)
  | ({ readonly type: 'accessAssigned'; readonly assignment: AccessAssignment } & Traced)
  | ({ readonly type: 'assignmentWidened'; readonly etag: string } & Traced)
  | ({ readonly type: 'assignmentRemoved'; readonly assignmentId: string; readonly groupId: string } & Traced)
  | { readonly type: 'stepRefused'; readonly refusal: StepRefusal }
  /** It failed, and is tried again. */
  | { readonly type: 'stepPutOff'; readonly retry: Retry }
  /** What failed needn't be tried any more: it's done, or nothing asks for it now. */
  | { readonly type: 'retriesOver'; readonly tried: readonly Tried[] }
  // What was read there.
  | {
      readonly type: 'microsoftRead';
      /** The one that was chosen. */
      readonly relationship: Relationship | undefined;
      readonly requestElsewhere: string | undefined;
      readonly nextName: string;
      readonly fingerprint: string;
      readonly coverage: Coverage | undefined;
      /** Absent: there are none. */
      readonly earlier?: readonly EarlierRelationship[] | undefined;
      /** The relationship that is to follow, if one was asked for. */
      readonly successor?: Relationship | undefined;
      readonly assignments: Observation['assignments'];
      /** Roles of the template that it doesn't have. Absent: it has all, or there's none. */
      readonly lacking?: readonly LackingRole[] | undefined;
      /** Counts where the assignments were read. Absent: nothing is. */
      readonly takenAway?: readonly TakenAway[] | undefined;
      /** Absent: nothing is held. */
      readonly held?: readonly HeldRoles[] | undefined;
      readonly azure: Observation['azure'];
    }
  | { readonly type: 'checkFailed'; readonly problem: Problem }
  | { readonly type: 'relationshipAdopted'; readonly relationshipName: string }
  /** Microsoft has extended a relationship by itself (auto-extend), of which nothing else tells. */
  | { readonly type: 'coverageRolledOver'; readonly from: Instant; readonly to: Instant }
  /** Until when there's access, which the last check didn't say. */
  | { readonly type: 'coverageRead'; readonly coverage: Coverage }
  /** Access ends on that day, and the tightest threshold that has passed is so many days before it. */
  | { readonly type: 'coverageEnding'; readonly on: Instant; readonly withinDays: number }
  /** Auto-extend is off although the template wants it. `withEnd`: a warning of that end is due as well, whose card says so. */
  | { readonly type: 'coverageDrifted'; readonly on: Instant; readonly withEnd?: true }
  /** Auto-extend is on again. */
  | { readonly type: 'coverageDriftOver' }
  // Keeping access beyond its end.
  | ({ readonly type: 'coverageKeepAsked'; readonly by: Person } & Pick<
      Keeping,
      'way' | 'relationshipId' | 'on' | 'emptiedGroupIds'
    >)
  /** Microsoft has begun to remove Global Administrator from the relationship. */
  | ({ readonly type: 'coverageRemovalSent'; readonly operation: StartedOperation } & Traced)
  | ({ readonly type: 'coverageExtensionSent' } & Traced)
  | ({ readonly type: 'coverageSuccessorCreated'; readonly relationship: Relationship } & Traced)
  | ({ readonly type: 'coverageSuccessorLocked' } & Traced)
  /** A reading says that access goes on beyond its end. */
  | { readonly type: 'coverageKept' }
  | { readonly type: 'coverageKeepFailed'; readonly failure: KeepFailure }
  /** Gatehouse puts something right by itself, as the template says. `groupIds`: of the groups that it's about. */
  | {
      readonly type: 'repairBegun';
      readonly by: Person;
      readonly cause: RepairCause;
      readonly groupIds: readonly string[];
      /** The tenant is Approved, so that no one waits for news of it. */
      readonly isQuiet?: true;
    }
  // Ending a relationship that another has taken the place of.
  | ({ readonly type: 'earlierEndAsked'; readonly by: Person } & Pick<EarlierEnding, 'relationshipId' | 'displayName'>)
  | ({ readonly type: 'earlierEndSent' } & Traced)
  /** A reading says that it's over. */
  | { readonly type: 'earlierEnded' }
  | { readonly type: 'earlierEndFailed'; readonly failure: EarlierEndFailure }
  // Where that leaves the tenant.
  | { readonly type: 'microsoftAwaited' }
  /** Microsoft takes longer than usual. */
  | { readonly type: 'waitIsLong' }
  | { readonly type: 'approvalAwaited' }
  /** The customer still hasn't answered; `due`: when the reminder was. */
  | { readonly type: 'requestNudged'; readonly due: Instant }
  | { readonly type: 'accessApproved' }
  | { readonly type: 'issuesFound'; readonly limitations: readonly Limitation[] }
  | { readonly type: 'accessLost'; readonly limitations: readonly Limitation[] }
  | { readonly type: 'nothingChanged' }
  // Delegated admin.
  | { readonly type: 'delegatedAdminRead'; readonly granted: boolean }
  | { readonly type: 'delegatedAdminRemovalRequested'; readonly by: Person; readonly requestId: string }
  | ({ readonly type: 'delegatedAdminRemovalSent' } & Traced)
  /** Its outcome isn't known; it's tried again under the same id. */
  | { readonly type: 'delegatedAdminRemovalTried'; readonly problem: Problem }
  | { readonly type: 'delegatedAdminRemovalRefused'; readonly refusal: DelegatedAdminRefusal }
  | { readonly type: 'delegatedAdminRemoved' }
  // Offboarding completely: what people decided,
  | { readonly type: 'offboardingDecided'; readonly by: Person; readonly offboarding: Offboarding }
  | { readonly type: 'offboardingApproved'; readonly by: Person; readonly beginsAt: Instant }
  | { readonly type: 'offboardingUndone'; readonly by: Person }
  /** No second admin agreed within the day, or the plan has changed meanwhile. */
  | { readonly type: 'offboardingDropped'; readonly why: 'lapsed' | 'stale' }
  /** Refused tasks are tried again; `requestIds` by task, for those that Partner Center tells apart by them. */
  | {
      readonly type: 'offboardingRetried';
      readonly by: Person;
      readonly requestIds: Readonly<Record<string, string>>;
    }
  /** A person decided to go on without what was refused. */
  | { readonly type: 'offboardingRestLeft'; readonly by: Person }
  // and what came of it.
  /** The process was down when it was due to begin, so no one could have pressed Undo: the time for that starts again. */
  | { readonly type: 'offboardingPutOff'; readonly beginsAt: Instant }
  | { readonly type: 'offboardingBegun' }
  /** Microsoft said that it's not possible now, or the outcome isn't known (`isUnknown`). */
  | {
      readonly type: 'offboardingTaskTried';
      readonly taskId: string;
      readonly isUnknown?: true;
      readonly problem?: Problem;
    }
  /** Microsoft has accepted it, or was already working on it (`wasUnderWay`). */
  | ({ readonly type: 'offboardingTaskSent'; readonly taskId: string; readonly wasUnderWay?: true } & Traced)
  | { readonly type: 'offboardingTaskProved'; readonly taskId: string }
  | ({ readonly type: 'offboardingTaskRefused'; readonly taskId: string; readonly refusal: TaskRefusal } & Traced)
  /** Nothing is left to do, but what's still there couldn't be read. */
  | { readonly type: 'offboardingRemainsUnread' }
  /** Nothing is left to do; this is what a last reading found still there. */
  | { readonly type: 'offboardingEnded'; readonly remains: Plan }
  /** The certificate is written, and everything else about the tenant deleted. */
  | { readonly type: 'offboardingCertified'; readonly by: Person; readonly certificate: CertificateHashes };

/** Something that happened, and when. */
export type Fact = FactData & { readonly at: Instant };

/** The kind of a fact. */
export type FactType = Fact['type'];
