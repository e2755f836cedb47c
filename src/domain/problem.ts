// Why a call to Microsoft didn't succeed.
import { type Instant, secondsSince } from './time.js';

/**
 * Why there's no token, or why a service accepts none of ours. They say nothing about what was asked for.
 * - `signInExpired`: the sign-in has expired, was withdrawn or was never made.
 * - `mfaRequired`: the sign-in behind our token was made without multifactor authentication.
 * - `accessBlocked`: Conditional Access of the partner's own tenant keeps the account out, or its location does.
 * - `accountDisabled`, `accountLocked`, `accountNotAssigned`, `accountUnknown`: the account that Gatehouse signs in with.
 * - `credentialExpired`, `credentialRefused`: our application's credential has ended, or isn't the one that Entra knows.
 * - `appUnknown`, `appDisabled`, `tenantUnknown`: our application in the partner's tenant, and the tenant of our settings.
 * - `serviceMissing`, `serviceDisabled`: Graph or Partner Center as an enterprise application of the partner's tenant.
 * - `signInRefused`: anything else that lasts; only Microsoft's own code says what.
 */
export const signInReasons = [
  'signInExpired',
  'mfaRequired',
  'accessBlocked',
  'accountDisabled',
  'accountLocked',
  'accountNotAssigned',
  'accountUnknown',
  'credentialExpired',
  'credentialRefused',
  'appUnknown',
  'appDisabled',
  'tenantUnknown',
  'serviceMissing',
  'serviceDisabled',
  'signInRefused',
] as const;

/** A reason that's about the sign-in. */
export type SignInReason = (typeof signInReasons)[number];

/**
 * Every reason: those of `signInReasons`, and
 * - `noRights`, `partnerCenterClosed`: our account or application may not do this, or not use Partner Center at all.
 * - `notAccepted`: Microsoft found the request itself wrong.
 * - `nameTaken`, `notFound`: another relationship has the name, or the subject of the request isn't there.
 * - `notPossibleNow`: not in its present state; often a moment later.
 * - `throttled`, `unreachable`, `unexpectedAnswer`: nothing is known; asking again may help.
 */
export const problemReasons = [
  ...signInReasons,
  'noRights',
  'partnerCenterClosed',
  'notAccepted',
  'nameTaken',
  'notFound',
  'notPossibleNow',
  'throttled',
  'unreachable',
  'unexpectedAnswer',
] as const;

/** Why a call to Microsoft didn't succeed. */
export type ProblemReason = (typeof problemReasons)[number];

/** A service of Microsoft that Gatehouse calls. */
export type ServiceName = 'graph' | 'partnerCenter';

/** A call that failed, and the id by which Microsoft's support finds it. */
export interface Problem {
  readonly reason: ProblemReason;
  /** The service that refused or failed. Absent: the sign-in did, or no service was reached. */
  readonly service?: ServiceName | undefined;
  /** Microsoft's request id. Absent: no answer came. */
  readonly requestId?: string | undefined;
  /**
   * Microsoft's answer in short, such as `409 conflict` or `AADSTS53003`, or what kept it from coming, such as `ECONNRESET`.
   * Never its message. Absent: there's nothing to say.
   */
  readonly answer?: string | undefined;
}

/** A problem that's about the sign-in. */
export interface SignInProblem extends Problem {
  readonly reason: SignInReason;
}

/** Seconds that a check may fail for a passing reason before people are told that it failed. */
export const checkPatienceSeconds = 60;

const passing: readonly ProblemReason[] = ['notPossibleNow', 'throttled', 'unreachable', 'unexpectedAnswer'];

/** Whether two problems are the same answer, apart from the request id. */
export function isSameAnswer(problem: Problem, known: Problem | undefined): boolean {
  return problem.reason === known?.reason && problem.answer === known.answer;
}

/** Whether a later try may succeed without a person doing anything. */
export function passes(problem: Problem): boolean {
  return passing.includes(problem.reason);
}

/** Whether it says only that Gatehouse can't sign in, and nothing about what was asked for. */
export function isAboutSignIn(problem: Problem): problem is SignInProblem {
  return isSignInReason(problem.reason);
}

/** Whether a service itself refuses us with 401 or 403; for want of a token it isn't even asked. */
export function isDeniedBy(service: ServiceName, problem: Problem): boolean {
  const isDenial = ['noRights', 'partnerCenterClosed'].includes(problem.reason) || isAboutSignIn(problem);
  return problem.service === service && isDenial;
}

const lagging: readonly ProblemReason[] = ['notAccepted', 'notFound', 'nameTaken'];

/**
 * Whether a part of Microsoft may not know yet what another part has just made: a relationship, a group, a customer. Said
 * once it's no verdict; said for minutes it is.
 */
export function mayBeLag({ reason }: Problem): boolean {
  return lagging.includes(reason);
}

/**
 * Seconds for which a "no" that may be lag isn't believed. What was just made is known everywhere after 5 to 20 seconds by
 * public reports; this is fifteen times the longest of them.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21550 (checked 2026-11-28)
 */
export const lagPatienceSeconds = 300;

/** Whether a reason is about the sign-in. */
export function isSignInReason(reason: ProblemReason): reason is SignInReason {
  return (signInReasons as readonly ProblemReason[]).includes(reason);
}

/**
 * Whether only a new sign-in ends it. Any other cause may be fixed at Microsoft at any moment, which shows only when the
 * sign-in is tried again.
 */
export function takesNewSignIn({ reason }: Problem): boolean {
  return reason === 'signInExpired' || reason === 'mfaRequired';
}

/** Whether a check that has been failing since then is still repeated without telling people. */
export function isStillRepeated(problem: Problem, failingSince: Instant, now: Instant): boolean {
  const patience = mayBeLag(problem) ? lagPatienceSeconds : passes(problem) ? checkPatienceSeconds : 0;
  return secondsSince(failingSince, now) < patience;
}
