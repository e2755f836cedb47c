// Why did Microsoft not do, or not say, what it was asked?
import { type Instant, secondsSince } from '../time.js';

/**
 * Why no token can be had, or why a service takes none of ours. It says nothing about what was asked for.
 * - `signInExpired`: the sign-in has expired, was withdrawn or was never made.
 * - `mfaRequired`: the sign-in behind our token was made without multifactor authentication.
 * - `accessBlocked`: a policy of the partner's own tenant keeps the account out (Conditional Access), or its location does.
 * - `accountDisabled`, `accountLocked`, `accountNotAssigned`, `accountUnknown`: the account that Gatehouse signs in with.
 * - `credentialExpired`: the secret or certificate of our application has expired.
 * - `credentialRefused`: the secret, certificate or managed identity of our application is not the one that Entra knows.
 * - `appUnknown`, `appDisabled`: our application in the partner's tenant.
 * - `tenantUnknown`: there is no tenant of the id or domain in our settings.
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

/** A reason that is about the sign-in. */
export type SignInReason = (typeof signInReasons)[number];

/**
 * Every reason; those of `signInReasons`, and
 * - `noRights`: our account or application may not do this.
 * - `partnerCenterClosed`: Partner Center lets this partner's applications do nothing, as is so for an indirect reseller.
 * - `notAccepted`: Microsoft found the request itself wrong.
 * - `nameTaken`: another relationship has the name.
 * - `notFound`: what the request speaks of is not there.
 * - `notPossibleNow`: not in the state that it is in; often a moment later.
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

/** Why Microsoft did not do, or not say, what it was asked. */
export type ProblemReason = (typeof problemReasons)[number];

/** A service of Microsoft's that we ask. */
export type ServiceName = 'graph' | 'partnerCenter';

/** A call that came to nothing, and the id under which Microsoft's support finds it. */
export interface Problem {
  readonly reason: ProblemReason;
  /** Who it was that refused or failed. Absent: the sign-in did, or nobody was reached. */
  readonly service?: ServiceName | undefined;
  /** Microsoft's request id. Absent: no answer came. */
  readonly requestId?: string | undefined;
  /**
   * Microsoft's answer in short, such as `409 conflict` or `AADSTS53003`, or what kept it from coming, such as
   * `ECONNRESET`. Never its message. Absent: there is nothing to say.
   */
  readonly answer?: string | undefined;
}

/** A problem that is about the sign-in. */
export interface SignInProblem extends Problem {
  readonly reason: SignInReason;
}

/** How long a check may fail for a passing reason before people are told that it could not be made. */
export const checkPatienceSeconds = 60;

const passing: readonly ProblemReason[] = ['notPossibleNow', 'throttled', 'unreachable', 'unexpectedAnswer'];

/** Whether two problems are the same one again, apart from the call. */
export function isSameAnswer(problem: Problem, known: Problem | undefined): boolean {
  return problem.reason === known?.reason && problem.answer === known.answer;
}

/** Whether asking again later may help without anybody mending anything. */
export function passes(problem: Problem): boolean {
  return passing.includes(problem.reason);
}

/** Whether it says nothing about what was asked for, only that Gatehouse cannot sign in as it is. */
export function isAboutSignIn(problem: Problem): problem is SignInProblem {
  return isSignInReason(problem.reason);
}

const lagging: readonly ProblemReason[] = ['notAccepted', 'notFound', 'nameTaken'];

/**
 * Whether it may be a part of Microsoft that does not know yet of what another part has just made: a relationship, a
 * group, a customer. Once is no verdict then; the same for minutes is one.
 */
export function mayBeLag({ reason }: Problem): boolean {
  return lagging.includes(reason);
}

/**
 * How long a "no" that may be lag is not believed. What was just made is known everywhere after 5 to 20 seconds by public
 * reports; fifteen times the longest of them has passed by then.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21550 (checked 2026-11-28)
 */
export const lagPatienceSeconds = 300;

/** Whether a reason is about the sign-in. */
export function isSignInReason(reason: ProblemReason): reason is SignInReason {
  return (signInReasons as readonly ProblemReason[]).includes(reason);
}

/**
 * Whether only a new sign-in ends it. Whatever else keeps Gatehouse from signing in may be put right at Microsoft at any
 * moment, and shows only when it is tried again.
 */
export function takesNewSignIn({ reason }: Problem): boolean {
  return reason === 'signInExpired' || reason === 'mfaRequired';
}

/** Whether a check that has been failing since then is still repeated in silence. */
export function isStillRepeated(problem: Problem, failingSince: Instant, now: Instant): boolean {
  const patience = mayBeLag(problem) ? lagPatienceSeconds : passes(problem) ? checkPatienceSeconds : 0;
  return secondsSince(failingSince, now) < patience;
}
