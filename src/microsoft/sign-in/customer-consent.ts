// Finds out by a sign-in whether our application has a consent in a customer's tenant.
import type { AccountInfo, ConfidentialClientApplication, TokenCache } from '@azure/msal-node';
import { AccessDenied } from '../../domain/errors.js';
import type { Consent } from '../../domain/offboarding/inventory.js';
import { unexpected } from '../http/errors.js';
import { aadstsNumber, nobodySignedIn, signInError } from './errors.js';

// AADSTS numbers, from https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-22).
// No permission for Graph has a consent; the application isn't known in the tenant.
const noConsentNumbers = ['65001', '700016'];
// What's decided before that question: no such user or tenant, the tenant's own policies, or the application disabled there
// (7000112), which leaves its consent in place.
const shutOutNumbers = [
  ...['50020', '50034', '50177', '50178', '51004', '50105', '16000'],
  ...['90002', '90072', '900023', '50128', '5000224'],
  ...['50072', '50074', '50076', '50078', '50079', '50097', '50131', '50155', '50158', '50161'],
  ...['53000', '53001', '53002', '53003', '53004', '53010', '53011', '530034', '530035'],
  ...['500011', '500212', '500213', '7000112'],
];

/** A sign-in to a customer's tenant, and our own sign-in that it uses. */
export interface CustomerSignIn {
  readonly scope: string;
  /** The customer's tenant, as an authority URL. */
  readonly authority: string;
  /** Our own tokens. */
  readonly cache: Pick<TokenCache, 'serialize' | 'deserialize'>;
  /** A separate MSAL client with an empty cache. */
  readonly another: () => Promise<ConfidentialClientApplication>;
  /** The account that signs in. */
  readonly account: () => Promise<AccountInfo | undefined>;
  /** Checks our own sign-in, again or as it was a while ago. @throws AccessDenied when it fails. */
  readonly ownSignIn: (isAnew: boolean) => Promise<void>;
  /** Saves our own tokens. */
  readonly save: () => Promise<void>;
}

/**
 * Signs in to the tenant. No token of that tenant is kept, only the refresh token that replaces the used one.
 * @throws AccessDenied when our own sign-in fails; CloudUnavailable; UnexpectedAnswer.
 */
export async function consentIn(entry: CustomerSignIn): Promise<Consent> {
  // A fault of our own sign-in is found, told and counted in our own tenant, before and after.
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
    // An application deleted in our own tenant would be unknown in the customer's too, which proves nothing.
    await entry.ownSignIn(true);
    if (hasNone) return 'none';
    if (isShutOut) return 'noWayIn';
    throw unexpected(`sign-in to a customer's tenant: ${number}`.trimEnd(), error.problem.requestId);
  }
}

/**
 * A refresh token is bound to a user and an application, not to a tenant, so the new one is as good as the old one.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens (checked 2026-11-22)
 */
async function enter({ scope, authority, cache, another, account: whose, save }: CustomerSignIn): Promise<void> {
  const account = await whose();
  if (!account) throw nobodySignedIn();
  const msal = await another();
  const before = cache.serialize();
  msal.getTokenCache().deserialize(before);
  const result = await msal.acquireTokenSilent({ account, authority, scopes: [scope], forceRefresh: true });
  // MSAL ignores an answer of 429 in silence.
  if (!result.accessToken) throw new Error('the sign-in service answered without a token');
  const ours = JSON.parse(before) as CacheText;
  const { RefreshToken: all = {} } = JSON.parse(msal.getTokenCache().serialize()) as CacheText;
  const own = Object.entries(all).filter(([, token]) => token.home_account_id === account.homeAccountId);
  cache.deserialize(JSON.stringify({ ...ours, RefreshToken: { ...ours.RefreshToken, ...Object.fromEntries(own) } }));
  await save();
}

/** MSAL's serialized cache, as far as it's read here. */
interface CacheText {
  readonly RefreshToken?: Readonly<Record<string, { readonly home_account_id?: string }>>;
}
