// Why something was refused, failed or ended, in a few words of a tenant's history.
import type { RepairCause } from '../../../domain/access/repair.js';
import type { ReasonNot } from '../../../domain/offboarding/obstacles.js';
import type { WatchOver } from '../../../domain/offboarding/watch-request.js';
import type { ProblemReason, SignInReason } from '../../../domain/problem.js';
import type { RefusalReason } from '../../../domain/tenant/decide.js';

type Failure = Exclude<ProblemReason, SignInReason> | ReasonNot | 'notSignedIn' | 'unconfirmed';

/** In brackets after what was asked for or done. */
export const historyReasons = {
  /** Why Gatehouse refused what a person asked for. */
  refusals: {
    alreadyUnderWay: 'already in progress',
    alreadyDone: 'already done',
    notOnboarded: 'not configured',
    microsoftAtWork: 'Microsoft was working on it',
    doesNotApply: 'didn’t apply to the status',
    outdated: 'the card was out of date',
    noCustomer: 'not a customer in Partner Center',
    ofSomeoneElse: 'someone else wrote it',
    neverSnoozed: 'lost access can’t be snoozed',
    ownedByOther: 'someone else looks after it',
    tooManyTags: 'too many tags',
    ticketMissing: 'no ticket was given',
    busy: 'Gatehouse was busy with the tenant',
    offboardingUnderWay: 'being offboarded completely',
    awaitsSecondAdmin: 'a second admin was waited for',
    noSuchRequest: 'nothing waited for a second admin',
    notTheAsker: 'someone else asked for it',
    sameAdmin: 'another admin must approve',
    tooLate: 'it had already started',
    noSuchOffboarding: 'nothing left to decide',
    notRead: 'the relationships couldn’t be read',
    noSteps: 'no step was selected',
    over: 'no longer watched',
    notApproved: 'not approved by the customer',
  } satisfies Readonly<Record<RefusalReason | 'over' | 'notApproved', string>>,
  /** Why a step failed: what Microsoft said, or what was in the way. */
  failures: {
    notSignedIn: 'Gatehouse couldn’t sign in',
    noRights: 'no permission',
    partnerCenterClosed: 'Partner Center refuses Gatehouse',
    notAccepted: 'not accepted',
    nameTaken: 'the name was taken',
    notFound: 'not found',
    notPossibleNow: 'not possible at the time',
    throttled: 'Microsoft asked Gatehouse to wait',
    unreachable: 'no answer',
    unexpectedAnswer: 'the answer couldn’t be read',
    reservations: 'Azure reserved instances must be canceled first',
    activeSubscriptions: 'active subscriptions must be canceled first',
    unread: 'couldn’t read whether something prevents it',
    noWayIn: 'no access to the tenant',
    noRoleForConsent: 'no role that may do it',
    pendingInvitation: 'a request can’t be withdrawn',
    unconfirmed: 'accepted by Microsoft, but still shown',
  } satisfies Readonly<Record<Failure, string>>,
  /** Why an offboarding was canceled before it started. */
  drops: {
    lapsed: 'no second admin approved within a day',
    stale: 'the access had changed',
  } satisfies Readonly<Record<'lapsed' | 'stale', string>>,
  /** What Gatehouse has put right by itself. */
  repairs: {
    autoExtend: 'auto-extend was off',
    rolesTakenAway: 'roles were taken away',
    assignmentGone: 'access assignment was removed',
    assignmentFailed: 'assignment had failed',
  } satisfies Readonly<Record<RepairCause, string>>,
  /** Why an earlier relationship couldn't be ended. */
  earlier: {
    unconfirmed: 'accepted by Microsoft, but still shown as active',
    notPossible: 'not possible within an hour',
  },
  /** Why access couldn't be kept. */
  keeping: {
    operationFailed: 'Microsoft failed to remove the role',
    unconfirmed: 'accepted by Microsoft, but not shown as done',
    ended: 'the relationship ended first',
    notApproved: 'not approved by the customer',
  },
  /** Why a request is no longer watched. */
  ends: {
    lapsed: 'the request expired',
    gone: 'Microsoft no longer has it',
    ended: 'it has ended',
    onboarded: 'the tenant is managed again',
  } satisfies Readonly<Record<WatchOver, string>>,
};
