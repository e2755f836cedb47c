// Why there's no token and who can fix that: Entra's codes as reasons and remedies.
import { AuthError, ServerError } from '@azure/msal-node';
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

const again = 'run `npm run sign-in`';
const andGoesOn = 'Gatehouse then goes on by itself.';

/** What some AADSTS numbers stand for. `remedy` is for the person. */
interface Meaning {
  readonly numbers: readonly string[];
  readonly reason: ProblemReason;
  readonly remedy: string;
}

/**
 * AADSTS numbers. Entra may change them at any time, so an unknown one is told by its number.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-28)
 */
const meanings: readonly Meaning[] = [
  {
    numbers: ['50072', '50074', '50076', '50078', '50079'],
    reason: 'mfaRequired',
    remedy: `Gatehouse has to be signed in with multifactor authentication: ${again}.`,
  },
  {
    // 53003 and its relatives: the policy itself; 50097 to 50161: a policy asks for something that a service can't give.
    numbers: [
      ...['53000', '53001', '53002', '53003', '53004', '53009', '53010', '53011'],
      ...['530031', '530032', '530034', '530035', '50097', '50131', '50155', '50158', '50161'],
    ],
    reason: 'accessBlocked',
    remedy: `A Conditional Access policy of your own tenant blocks Gatehouse's account: an Entra administrator finds which one in the account's sign-in logs. ${andGoesOn}`,
  },
  {
    numbers: ['50057'],
    reason: 'accountDisabled',
    remedy: `The account that Gatehouse signs in with is disabled: an Entra administrator enables it (Users). ${andGoesOn}`,
  },
  {
    numbers: ['50053'],
    reason: 'accountLocked',
    remedy: `The account that Gatehouse signs in with is locked: an Entra administrator looks at its sign-in logs and unlocks it. ${andGoesOn}`,
  },
  {
    numbers: ['50105'],
    reason: 'accountNotAssigned',
    remedy: `The account is not assigned to Gatehouse's app: an Entra administrator assigns it (Enterprise applications, the app, Users and groups). ${andGoesOn}`,
  },
  {
    numbers: ['50034', '51004'],
    reason: 'accountUnknown',
    remedy: `The account that Gatehouse was signed in with is not in your tenant any more: ${again} with another one.`,
  },
  {
    numbers: ['65001', '65004', '650057', '90000', '90094', '90095'],
    reason: 'noRights',
    remedy: `Consent to the app's permissions in the partner tenant is missing: ${again}, which shows the link to give it.`,
  },
  {
    numbers: ['50020', '50177'],
    reason: 'noRights',
    remedy: `The account is no member of the partner's tenant: ${again} with one that is.`,
  },
  {
    numbers: ['7000222'],
    reason: 'credentialExpired',
    remedy: "The app's client secret has expired: make a new one, and set PARTNER_CLIENT_SECRET.",
  },
  {
    numbers: ['7000215', '7000218'],
    reason: 'credentialRefused',
    remedy: "The app's client secret is wrong: check PARTNER_CLIENT_SECRET.",
  },
  {
    numbers: ['700027', '50027'],
    reason: 'credentialRefused',
    remedy:
      "The app's certificate is not accepted: check that the one in PARTNER_CLIENT_CERTIFICATE is registered for it and has not expired.",
  },
  {
    numbers: ['70021', '70025', '700211', '700212', '700213'],
    reason: 'credentialRefused',
    remedy: 'The app has no federated credential for the managed identity in PARTNER_MANAGED_IDENTITY.',
  },
  {
    numbers: ['700016'],
    reason: 'appUnknown',
    remedy: 'There is no such app in the partner tenant: check PARTNER_CLIENT_ID.',
  },
  {
    numbers: ['7000112'],
    reason: 'appDisabled',
    remedy: `Gatehouse's app is disabled in your tenant: an Entra administrator enables it (Enterprise applications, the app, Properties). ${andGoesOn}`,
  },
  {
    numbers: ['90002', '900023', '5000224', '50059'],
    reason: 'tenantUnknown',
    remedy: 'There is no tenant of that id or domain: check PARTNER_TENANT_ID.',
  },
  {
    numbers: ['500011', '650052'],
    reason: 'serviceMissing',
    remedy: `A service that Gatehouse uses is missing in your tenant: an Entra administrator consents to the app's permissions, which adds it. ${andGoesOn}`,
  },
  {
    numbers: ['500014'],
    reason: 'serviceDisabled',
    remedy: `A service that Gatehouse uses is disabled in your tenant: an Entra administrator enables Microsoft Graph and Microsoft Partner Center (Enterprise applications). ${andGoesOn}`,
  },
  {
    numbers: [
      ...['700082', '70008', '700081', '700084', '70043', '50173', '50132', '50133', '50055', '50144'],
      ...['54005', '9002313', '50085', '50089', '50143'],
    ],
    reason: 'signInExpired',
    remedy: `The sign-in has expired or was withdrawn: ${again}.`,
  },
];

const meaningOf: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap((meaning) => meaning.numbers.map((number) => [number, meaning] as const)),
);

/** The error for a missing token. The text of MSAL's error stays in `cause`, which is never shown. */
export function signInError(cause: unknown): MicrosoftError {
  if (cause instanceof MicrosoftError) return cause;
  const number = aadstsNumber(cause);
  if (!(cause instanceof AuthError) || passesByItself(cause, number)) return noSignInService(cause, number);
  const { reason, remedy } = meaningOf.get(number) ?? unknownMeaning(number);
  const answer = number === '' ? cause.errorCode : `AADSTS${number}`;
  const problem = { reason, requestId: cause.correlationId || undefined, answer };
  return new AccessDenied(`sign-in: ${cause.errorCode} ${number}`.trimEnd(), remedy, problem, { cause });
}

/** The error before anyone has signed in. */
export function nobodySignedIn(): AccessDenied {
  return new AccessDenied(
    'sign-in: nobody has signed in',
    `Nobody has signed Gatehouse in to Microsoft yet: ${again}.`,
    { reason: 'signInExpired' },
  );
}

function passesByItself(cause: AuthError, number: string): boolean {
  if (passingCodes.includes(cause.errorCode) || passingNumbers.includes(number)) return true;
  // An unknown code says that a person must act, unless it comes with a fault of the service itself.
  const isFault = cause instanceof ServerError && cause.status !== undefined && cause.status >= 500;
  return !lastingCodes.includes(cause.errorCode) && (number === '' || isFault);
}

function noSignInService(cause: unknown, number: string): CloudUnavailable {
  const answer = number === '' ? whatKeptItAway(cause) : `AADSTS${number}`;
  return new CloudUnavailable(
    'sign-in: no answer',
    'Microsoft cannot be reached for signing in. Gatehouse tries again by itself.',
    { reason: 'unreachable', answer },
    { cause },
  );
}

// Without a number MSAL has no tokens, or OAuth says in its plainest way that they're no good.
function unknownMeaning(number: string): Pick<Meaning, 'reason' | 'remedy'> {
  if (number === '') return { reason: 'signInExpired', remedy: `The sign-in has expired or was withdrawn: ${again}.` };
  return {
    reason: 'signInRefused',
    remedy: `Microsoft Entra refuses the sign-in with AADSTS${number}, which https://login.microsoftonline.com/error?code=${number} explains; the account's sign-in logs in Entra say more.`,
  };
}

/** The AADSTS number of what MSAL threw; empty where there is none. */
export function aadstsNumber(error: unknown): string {
  return error instanceof AuthError ? (/AADSTS(\d+)/.exec(error.errorMessage)?.[1] ?? '') : '';
}
