// Why there's no token and who can fix that: Entra's codes as reasons.
import type { AuthError } from '@azure/msal-node';
import { AccessDenied, CloudUnavailable, MicrosoftError } from '../../domain/errors.js';
import type { ProblemReason } from '../../domain/problem.js';
import { whatKeptItAway } from '../http/no-answer.js';

// OAuth's and MSAL's codes with which a person must act, whatever number comes along.
const lastingCodes = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'unsupported_grant_type',
  'access_denied',
  'interaction_required',
  'consent_required',
  'login_required',
  'no_tokens_found',
  'refresh_token_expired',
  'bad_token',
];
// OAuth's codes and Entra's numbers for faults and limits of the sign-in service itself.
const passingCodes = ['temporarily_unavailable', 'server_error'];
const passingNumbers = ['90006', '90012', '90024', '90033', '90055', '50196'];

/**
 * What some AADSTS numbers stand for. Entra may change them at any time, so an unknown one is shown by its number.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-28)
 */
const numbersOf: { readonly [reason in ProblemReason]?: string } = {
  mfaRequired: '50072 50074 50076 50078 50079',
  // 53003 and its relatives: the policy itself; 50097 to 50161: a policy asks for something that a service can't give.
  accessBlocked:
    '53000 53001 53002 53003 53004 53009 53010 53011 530031 530032 530034 530035 50097 50131 50155 50158 50161',
  accountDisabled: '50057',
  accountLocked: '50053',
  accountNotAssigned: '50105',
  accountUnknown: '50034 51004',
  noRights: '65001 65004 650057 90000 90094 90095 50020 50177',
  credentialExpired: '7000222',
  credentialRefused: '7000215 7000218 700027 50027 70021 70025 700211 700212 700213',
  appUnknown: '700016',
  appDisabled: '7000112',
  tenantUnknown: '90002 900023 5000224 50059',
  serviceMissing: '500011 650052',
  serviceDisabled: '500014',
  signInExpired: '700082 70008 700081 700084 70043 50173 50132 50133 50055 50144 54005 9002313 50085 50089 50143',
};

const reasonOf: ReadonlyMap<string, ProblemReason> = new Map(
  (Object.keys(numbersOf) as ProblemReason[]).flatMap((reason) =>
    (numbersOf[reason]?.split(' ') ?? []).map((number) => [number, reason] as const),
  ),
);

/** The error for a missing token. The text of MSAL's error stays in `cause`, which is never shown. */
export function signInError(cause: unknown): MicrosoftError {
  if (cause instanceof MicrosoftError) return cause;
  const number = aadstsNumber(cause);
  if (!isAuthError(cause) || passesByItself(cause, number)) return noSignInService(cause, number);
  // Without a number MSAL has no tokens, or OAuth says in its plainest way that they're no good.
  const reason = reasonOf.get(number) ?? (number === '' ? 'signInExpired' : 'signInRefused');
  const answer = number === '' ? cause.errorCode : `AADSTS${number}`;
  const problem = { reason, requestId: cause.correlationId || undefined, answer };
  return new AccessDenied(`sign-in: ${cause.errorCode} ${number}`.trimEnd(), problem, { cause });
}

/** The error before anyone has signed in. */
export function nobodySignedIn(): AccessDenied {
  return new AccessDenied('sign-in: not signed in yet', { reason: 'signInExpired' });
}

function passesByItself(cause: AuthError, number: string): boolean {
  if (passingCodes.includes(cause.errorCode) || passingNumbers.includes(number)) return true;
  // An unknown code says that a person must act, unless it comes with a fault of the service itself.
  const isFault = 'status' in cause && typeof cause.status === 'number' && cause.status >= 500;
  return !lastingCodes.includes(cause.errorCode) && (number === '' || isFault);
}

function noSignInService(cause: unknown, number: string): CloudUnavailable {
  const answer = number === '' ? whatKeptItAway(cause) : `AADSTS${number}`;
  return new CloudUnavailable('sign-in: no answer', { reason: 'unreachable', answer }, { cause });
}

/** The AADSTS number of what MSAL threw; empty where there is none. */
export function aadstsNumber(error: unknown): string {
  return isAuthError(error) ? (/AADSTS(\d+)/.exec(error.errorMessage)?.[1] ?? '') : '';
}

// By what it has, so that telling one doesn't load MSAL.
function isAuthError(error: unknown): error is AuthError {
  return error instanceof Error && 'errorCode' in error && 'errorMessage' in error;
}
