// The signed-in user, in the two forms that MSAL reads.
import { type Account, account, accounts } from '../world/accounts.js';
import { partner } from '../world/partner.js';
import { accessSeconds, base64Url } from './token-text.js';

/**
 * An id token of a user, for the partner's tenant or another one. Its signature is void: MSAL Node reads the token without
 * verifying it.
 */
export function idToken(userId: string, now: string, nonce?: string, tenantId = partner.tenantId): string {
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  const user = whoIs(userId);
  const claims = {
    aud: partner.clientId,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + accessSeconds,
    name: user.name,
    oid: user.objectId,
    preferred_username: user.userPrincipalName,
    sub: `subject-of-${user.objectId}`,
    tid: tenantId,
    ver: '2.0',
    ...(nonce !== undefined && { nonce }),
  };
  return [base64Url({ typ: 'JWT', alg: 'RS256', kid: 'sandbox' }), base64Url(claims), base64Url('unsigned')].join('.');
}

/** The home account of a user; a guest's is in another tenant. */
export function clientInfo(userId: string): string {
  const { objectId, homeTenantId } = whoIs(userId);
  return base64Url({ uid: objectId, utid: homeTenantId });
}

function whoIs(userId: string): Account {
  const user = account(userId) ?? accounts[0];
  if (!user) throw new Error('no account can sign in');
  return user;
}
