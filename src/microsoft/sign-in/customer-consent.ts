// Has our application a consent in a customer's tenant? It signs in there, and sees what that comes to.
import type { AccountInfo, ConfidentialClientApplication, TokenCache } from '@azure/msal-node';
import { AccessDenied } from '../../domain/errors.js';
import type { Consent } from '../../domain/offboarding/inventory.js';
import { unexpected } from '../http/errors.js';
import { aadstsNumber, nobodySignedIn, signInError } from './errors.js';

// AADSTS numbers, from https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-22).
// Nobody has consented to any permission for Graph; the application is not known in the tenant at all.
const noConsentNumbers = ['65001', '700016'];
// What comes before that question: no such user or tenant, rules of the tenant's own, or the application switched off
// there (7000112), which leaves its consent where it is.
const shutOutNumbers = [
  ...['50020', '50034', '50177', '50178', '51004', '50105', '16000'],
  ...['90002', '90072', '900023', '50128', '5000224'],
  ...['50072', '50074', '50076', '50078', '50079', '50097', '50131', '50155', '50158', '50161'],
  ...['53000', '53001', '53002', '53003', '53004', '53010', '53011', '530034', '530035'],
  ...['500011', '500212', '500213', '7000112'],
];

/** A sign-in to a customer's tenant, and the one of our own that it is made with. */
export interface Entry {
  readonly scope: string;
  /** The customer's tenant, as an address. */
  readonly authority: string;
  /** Our own tokens. */
  readonly cache: Pick<TokenCache, 'serialize' | 'deserialize'>;
  /** MSAL with nothing in its cache, which nobody else uses. */
  readonly another: () => ConfidentialClientApplication;
  /** Whose sign-in it is. */
  readonly account: () => Promise<AccountInfo | undefined>;
  /** Makes sure of our own sign-in, anew or as it was a while ago. @throws AccessDenied when it fails. */
  readonly ownSignIn: (isAnew: boolean) => Promise<void>;
  /** Puts our own tokens on disk. */
  readonly save: () => Promise<void>;
}

/**
 * Signs in to the tenant. No token that comes of it is kept, but for the refresh token in place of the one used.
 * @throws AccessDenied when it is our own sign-in that fails; CloudUnavailable; UnexpectedAnswer.
 */
export async function consentIn(entry: Entry): Promise<Consent> {
  // What is wrong with our own sign-in is found, told and counted in our own tenant, before and after.
  await entry.ownSignIn(false);
  try {
    await enter(entry);
    return 'given';
  } catch (cause) {
    const number = aadstsNumber(cause);
    const error = signInError(cause);
    const hasNone = noConsentNumbers.includes(number);
    const isShutOut = shutOutNumbers.includes(number);
    if (!hasNone && !isShutOut && !(error instanceof AccessDenied)) throw error;
    // An application that is gone from our own tenant would be unknown in the customer's, too, and prove nothing.
    await entry.ownSignIn(true);
    if (hasNone) return 'none';
    if (isShutOut) return 'noWayIn';
    throw unexpected(`sign-in to a customer's tenant: ${number}`.trimEnd(), error.problem.requestId);
  }
}

/**
 * A refresh token is bound to a user and an application, and not to a tenant, so that the new one is as good as the old.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens (checked 2026-11-22)
 */
async function enter({ scope, authority, cache, another, account: whose, save }: Entry): Promise<void> {
  const account = await whose();
  if (!account) throw nobodySignedIn();
  const msal = another();
  const before = cache.serialize();
  msal.getTokenCache().deserialize(before);
  const result = await msal.acquireTokenSilent({ account, authority, scopes: [scope], forceRefresh: true });
  // MSAL passes over an answer of 429 in silence.
  if (!result.accessToken) throw new Error('the sign-in service answered without a token');
  const ours = JSON.parse(before) as CacheText;
  const { RefreshToken: all = {} } = JSON.parse(msal.getTokenCache().serialize()) as CacheText;
  const own = Object.entries(all).filter(([, token]) => token.home_account_id === account.homeAccountId);
  cache.deserialize(JSON.stringify({ ...ours, RefreshToken: { ...ours.RefreshToken, ...Object.fromEntries(own) } }));
  await save();
}

/** MSAL's cache as text, as far as it matters here. */
interface CacheText {
  readonly RefreshToken?: Readonly<Record<string, { readonly home_account_id?: string }>>;
}
