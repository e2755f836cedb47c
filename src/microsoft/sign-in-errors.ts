// Why is no token to be had, and who can mend that?
import { AuthError } from '@azure/msal-node';
import { AccessDenied, CloudUnavailable, MicrosoftError } from '../domain/errors.js';
import type { ProblemReason } from '../domain/problem.js';

// OAuth's and MSAL's codes that say that somebody has to do something. Every other one may pass by itself.
const lastingCodes = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_scope',
  'interaction_required',
  'consent_required',
  'login_required',
  'no_tokens_found',
  'refresh_token_expired',
  'bad_token',
];
// AADSTS numbers, from https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-22).
const mfaNumbers = ['50074', '50076', '50079', '53003'];
const consentNumbers = ['65001', '50020', '50177', '500011', '90000'];
const secretNumbers = ['7000215', '7000222', '700016', '7000218'];

/** The error for a token that could not be had. The text of MSAL's error stays in `cause`, which never is shown. */
export function signInError(cause: unknown): MicrosoftError {
  if (cause instanceof MicrosoftError) return cause;
  if (!(cause instanceof AuthError) || !lastingCodes.includes(cause.errorCode)) {
    return new CloudUnavailable(
      'sign-in: no answer',
      'Microsoft cannot be reached for signing in. Gatehouse tries again by itself.',
      { reason: 'unreachable' },
      { cause },
    );
  }
  const number = /AADSTS(\d+)/.exec(cause.errorMessage)?.[1] ?? '';
  const denied = (reason: ProblemReason, remedy: string) =>
    new AccessDenied(
      `sign-in: ${cause.errorCode} ${number}`.trimEnd(),
      remedy,
      { reason, requestId: cause.correlationId || undefined },
      { cause },
    );
  if (mfaNumbers.includes(number)) {
    return denied('mfaRequired', 'Sign in to Gatehouse again with multifactor authentication.');
  }
  if (consentNumbers.includes(number)) {
    return denied('noRights', "Consent to the app's permissions in the partner tenant is missing.");
  }
  if (secretNumbers.includes(number)) {
    return denied(
      'signInExpired',
      "The app's id or secret is wrong or has expired: check PARTNER_CLIENT_ID and PARTNER_CLIENT_SECRET.",
    );
  }
  return denied('signInExpired', 'The sign-in has expired or was withdrawn: set a new PARTNER_REFRESH_TOKEN.');
}
