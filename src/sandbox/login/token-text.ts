// The text of an access token, for clients that read it.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { account } from '../world/accounts.js';
import { partner } from '../world/partner.js';

/** The kept record of an access token. */
export const accessToken = z.object({
  audience: z.enum(['graph', 'partnerCenter']),
  kind: z.enum(['app', 'app+user']),
  mfa: z.boolean(),
  expiresAt: z.string(),
  /** Its delegated permissions, or app-only ones. */
  permissions: z.array(z.string()).optional(),
  /** Its user; absent: it's app-only. */
  userId: z.string().optional(),
  /** Whether it was requested with claims that a service had asked for. */
  hasClaims: z.boolean().optional(),
  /** The customer in whose tenant it's valid; absent: the partner's own. */
  tenantId: z.string().optional(),
});

/** What an access token opens, for whom, until when. */
export type AccessToken = z.infer<typeof accessToken>;

/** Lifetime of an access token, in seconds. */
export const accessSeconds = 3600;

const audiences: Readonly<Record<AccessToken['audience'], string>> = {
  graph: 'https://graph.microsoft.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
};

/**
 * A token in the form of a JWT, with the claims of version 1.0 that these services' tokens carry. The signature is a random
 * text: a token is valid because it's known, not because of what it says.
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference (checked 2026-11-22)
 */
export function tokenText(token: Omit<AccessToken, 'expiresAt'>, now: string): string {
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  const tenantId = token.tenantId ?? partner.tenantId;
  const claims = {
    aud: audiences[token.audience],
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + accessSeconds,
    appid: partner.clientId,
    tid: tenantId,
    ver: '1.0',
    ...(token.kind === 'app' ? applicationClaims(token) : userClaims(token)),
  };
  const [head, body] = [{ typ: 'JWT', alg: 'RS256', kid: 'sandbox' }, claims].map(base64Url);
  return `${head}.${body}.${randomBytes(32).toString('base64url')}`;
}

function userClaims({ userId = '', mfa, permissions = [] }: Omit<AccessToken, 'expiresAt'>) {
  const user = account(userId);
  return {
    idtyp: 'user',
    oid: userId,
    name: user?.name,
    upn: user?.userPrincipalName,
    amr: mfa ? ['pwd', 'mfa'] : ['pwd'],
    scp: permissions.join(' '),
    // The template id for everyone who isn't a guest; AdminAgents is a group, so it isn't among them.
    wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
  };
}

function applicationClaims({ permissions = [] }: Omit<AccessToken, 'expiresAt'>) {
  return { idtyp: 'app', oid: 'eeeeeeee-0000-4000-8000-000000000001', roles: permissions };
}

/** JSON as a part of a JWT. */
export function base64Url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
