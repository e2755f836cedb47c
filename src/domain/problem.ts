// Why did Microsoft not do, or not say, what it was asked?
import { type Instant, secondsSince } from './time.js';

/**
 * - `noRights`: our account or application may not do this.
 * - `mfaRequired`: the sign-in behind our token was made without multifactor authentication.
 * - `signInExpired`: no token is to be had; somebody has to sign in again.
 * - `credentialRefused`: no token is to be had; the secret or certificate of our application has expired or is wrong.
 * - `notAccepted`: Microsoft found the request itself wrong, most often a role or a group in it.
 * - `nameTaken`: another relationship has the name.
 * - `notFound`: what the request speaks of is not there.
 * - `notPossibleNow`: not in the state that it is in; often a moment later.
 * - `throttled`, `unreachable`, `unexpectedAnswer`: nothing is known; asking again may help.
 */
export type ProblemReason =
  | 'noRights'
  | 'mfaRequired'
  | 'signInExpired'
  | 'credentialRefused'
  | 'notAccepted'
  | 'nameTaken'
  | 'notFound'
  | 'notPossibleNow'
  | 'throttled'
  | 'unreachable'
  | 'unexpectedAnswer';

/** A service of Microsoft's that we ask. */
export type ServiceName = 'graph' | 'partnerCenter';

/** A call that came to nothing, and the id under which Microsoft's support finds it. */
export interface Problem {
  readonly reason: ProblemReason;
  /** Who it was that refused or failed. Absent: the sign-in did, or nobody was reached. */
  readonly service?: ServiceName | undefined;
  /** Microsoft's request id. Absent: no answer came. */
  readonly requestId?: string | undefined;
  /** Microsoft's answer in short, such as `409 conflict` or `AADSTS53003`. Never its message. Absent: no answer came. */
  readonly answer?: string | undefined;
}

/** How long a check may fail for a passing reason before people are told that it could not be made. */
export const checkPatienceSeconds = 60;

const passing: readonly ProblemReason[] = ['notPossibleNow', 'throttled', 'unreachable', 'unexpectedAnswer'];

/** Whether asking again later may help without anybody mending anything. */
export function passes(problem: Problem): boolean {
  return passing.includes(problem.reason);
}

const signInReasons: readonly ProblemReason[] = ['signInExpired', 'mfaRequired', 'credentialRefused'];

/** Whether it says nothing about what was asked for, only that somebody has to sign Gatehouse in again. */
export function isAboutSignIn({ reason }: Problem): boolean {
  return signInReasons.includes(reason);
}

/** Whether a check that has been failing since then is still repeated in silence. */
export function isStillRepeated(problem: Problem, failingSince: Instant, now: Instant): boolean {
  return passes(problem) && secondsSince(failingSince, now) < checkPatienceSeconds;
}
