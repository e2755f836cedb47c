// Who is the signed-in user, in the two forms in which MSAL wants to hear it?
import { partner } from '../world/partner.js';
import { accessSeconds } from './tokens.js';

/** An id token of the partner's user. Its signature signs nothing: MSAL Node reads the token, it does not verify it. */
export function idToken(now: string): string {
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  const { tenantId, clientId, user } = partner;
  const claims = {
    aud: clientId,
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
  };
  return [base64Url({ typ: 'JWT', alg: 'RS256', kid: 'sandbox' }), base64Url(claims), base64Url('unsigned')].join('.');
}

/** The home account of the partner's user. */
export function clientInfo(): string {
  return base64Url({ uid: partner.user.objectId, utid: partner.tenantId });
}

function base64Url(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}
