// Findings about the sign-in, its permissions and the credentials behind it.

import { isAboutSignIn, type Problem, passes, type SignInProblem } from '../problem.js';
import { daysBetween, type Instant } from '../time.js';
import type { CheckName, Finding } from './checkup.js';
import { couldNotCheck } from './checkup.js';
import { endOfOurs, type ListedCredential } from './credential-expiry.js';
import { missingPermissions, type Permission } from './permissions.js';
import { type SignIn, signInEnd } from './sign-in.js';

// When an approaching end is first told, and when it becomes urgent.
const soonDays = 30;
const lastDays = 1;

/**
 * Who is signed in, and for how long. `problem`: why the checkup's first call failed, if the sign-in was the cause.
 */
export function signInFinding(
  { account, renewedAt, failing }: SignIn,
  problem: Problem | undefined,
  now: Instant,
): Finding {
  const check = 'signIn';
  // A missing second factor and a missing consent have checks of their own.
  const why = failing?.problem ?? problem;
  if (why?.reason === 'signInExpired') {
    if (!account) return { check, state: 'wrong', what: 'signedOut' };
    return { check, state: 'wrong', what: 'signInEnded', userName: account.userName };
  }
  if (why && isBlocked(why)) return { check, state: 'wrong', what: 'signInBlocked', problem: why };
  if (!account) return problem ? couldNotCheck(check, problem) : { check, state: 'wrong', what: 'signedOut' };
  if (failing && passes(failing.problem)) return couldNotCheck(check, failing.problem);
  const { userName } = account;
  const endsAt = signInEnd({ renewedAt });
  if (endsAt === undefined) return { check, state: 'good', what: 'signedInSince', userName };
  const daysLeft = daysBetween(now, endsAt);
  if (daysLeft < 0) return { check, state: 'wrong', what: 'signInEnded', userName };
  if (daysLeft <= soonDays)
    return { check, state: daysLeft <= lastDays ? 'wrong' : 'warning', what: 'signInEnds', userName, daysLeft };
  return { check, state: 'good', what: 'signedIn', userName, daysLeft };
}

// The app's own credential and a missing second factor have checks of their own.
function isBlocked(problem: Problem): problem is SignInProblem {
  return isAboutSignIn(problem) && problem.reason !== 'mfaRequired' && !isCredentialRefused(problem);
}

/** Whether Entra refuses the secret, certificate or managed identity of the app. */
export function isCredentialRefused({ reason }: Problem): boolean {
  return reason === 'credentialExpired' || reason === 'credentialRefused';
}

/** Whether the sign-in was made with multifactor authentication. */
export function mfaFinding({ hasMfa, failing }: SignIn, problem: Problem | undefined): Finding {
  const check = 'mfa';
  const isDemanded = [problem, failing?.problem].some((each) => each?.reason === 'mfaRequired');
  if (hasMfa === false || isDemanded) return { check, state: 'wrong', what: 'mfaMissing' };
  if (hasMfa === true) return { check, state: 'good', what: 'mfaSeen' };
  return problem ? couldNotCheck(check, problem) : { check, state: 'notChecked', what: 'mfaNotTold' };
}

/** Whether the token has every permission that's needed. */
export function permissionsFinding(
  granted: readonly string[] | undefined,
  needed: readonly Permission[],
  problem: Problem | undefined,
): Finding {
  const check = 'graphPermissions';
  if (granted === undefined) {
    if (problem && isMissingConsent(problem))
      return { check, state: 'wrong', what: 'permissionsMissing', missing: needed };
    return problem ? couldNotCheck(check, problem) : { check, state: 'notChecked', what: 'permissionsNotTold' };
  }
  const missing = missingPermissions(needed, granted);
  if (missing.length > 0) return { check, state: 'wrong', what: 'permissionsMissing', missing };
  return { check, state: 'good', what: 'permissionsGranted', count: needed.length };
}

/** Whether the sign-in service said no, which is so when the permission has no consent. */
export function isMissingConsent({ reason, service }: Problem): boolean {
  return reason === 'noRights' && service === undefined;
}

/** When the credential in use ends, among all that the application has. */
export function credentialFinding(
  check: Extract<CheckName, 'appCredential' | 'botCredential'>,
  hint: string,
  listed: readonly ListedCredential[],
  now: Instant,
): Finding {
  if (!listed.some((each) => each.hint === hint)) return { check, state: 'warning', what: 'credentialNotListed' };
  const endsAt = endOfOurs(hint, listed);
  if (endsAt === undefined) return { check, state: 'good', what: 'credentialHasNoEnd' };
  return credentialEndFinding(check, endsAt, now);
}

/** The finding about a credential with a known end. */
export function credentialEndFinding(check: CheckName, endsAt: Instant, now: Instant): Finding {
  const days = daysBetween(now, endsAt);
  if (endsAt <= now) return { check, state: 'wrong', what: 'credentialEnded', endsAt, days };
  if (days <= soonDays)
    return { check, state: days <= lastDays ? 'wrong' : 'warning', what: 'credentialEnds', endsAt, days };
  return { check, state: 'good', what: 'credentialLasts', endsAt, days };
}
