// Why is no token to be had, and who can mend that?
import { AuthError } from '@azure/msal-node';
import { AccessDenied, CloudUnavailable, MicrosoftError } from '../domain/errors.js';
import type { ProblemReason } from '../domain/problem.js';
import { aadstsNumber } from './aadsts-number.js';

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
const consentNumbers = ['65001', '500011', '90000'];
const guestNumbers = ['50020', '50177'];
const secretNumbers = ['7000215', '7000218'];
const certificateNumbers = ['700027', '50027'];
const identityNumbers = ['70021', '700211', '700212', '700213'];

const again = 'run `npm run sign-in`';

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
  const number = aadstsNumber(cause);
  const denied = (reason: ProblemReason, remedy: string) =>
    new AccessDenied(
      `sign-in: ${cause.errorCode} ${number}`.trimEnd(),
      remedy,
      { reason, requestId: cause.correlationId || undefined },
      { cause },
    );
  if (mfaNumbers.includes(number)) {
    return denied('mfaRequired', `Gatehouse has to be signed in with multifactor authentication: ${again}.`);
  }
  if (consentNumbers.includes(number)) {
    return denied(
      'noRights',
      `Consent to the app's permissions in the partner tenant is missing: ${again}, which shows the link to give it.`,
    );
  }
  if (guestNumbers.includes(number)) {
    return denied('noRights', `The account is no member of the partner's tenant: ${again} with one that is.`);
  }
  if (number === '7000222') {
    return denied(
      'credentialRefused',
      "The app's client secret has expired: make a new one, and set PARTNER_CLIENT_SECRET.",
    );
  }
  if (number === '700016') {
    return denied('credentialRefused', 'There is no such app in the partner tenant: check PARTNER_CLIENT_ID.');
  }
  if (secretNumbers.includes(number)) {
    return denied('credentialRefused', "The app's client secret is wrong: check PARTNER_CLIENT_SECRET.");
  }
  if (certificateNumbers.includes(number)) {
    return denied(
      'credentialRefused',
      "The app's certificate is not accepted: check that the one in PARTNER_CLIENT_CERTIFICATE is registered for it and has not expired.",
    );
  }
  if (identityNumbers.includes(number)) {
    return denied(
      'credentialRefused',
      'The app has no federated credential for the managed identity in PARTNER_MANAGED_IDENTITY.',
    );
  }
  return denied('signInExpired', `The sign-in has expired or was withdrawn: ${again}.`);
}

/** Nobody has signed in yet. */
export function nobodySignedIn(): AccessDenied {
  return new AccessDenied(
    'sign-in: nobody has signed in',
    `Nobody has signed Gatehouse in to Microsoft yet: ${again}.`,
    { reason: 'signInExpired' },
  );
}
