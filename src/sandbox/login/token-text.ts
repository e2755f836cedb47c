// What stands in an access token, for a client that looks into it?
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { account } from '../world/accounts.js';
import { partner } from '../world/partner.js';

/** The shape of what is kept of an access token. */
export const accessToken = z.object({
  audience: z.enum(['graph', 'partnerCenter']),
  kind: z.enum(['app', 'app+user']),
  mfa: z.boolean(),
  expiresAt: z.string(),
  /** What it may be used for: delegated permissions, or those of the application alone. */
  permissions: z.array(z.string()).optional(),
  /** Whose it is; absent for the application alone. */
  userId: z.string().optional(),
  /** Whether it was asked for with claims that a service had demanded. */
  hasClaims: z.boolean().optional(),
  /** The customer in whose tenant it is good; absent: the partner's own. */
  tenantId: z.string().optional(),
});

/** What an access token opens, for whom, until when. */
export type AccessToken = z.infer<typeof accessToken>;

/** Seconds for which an access token opens anything. */
export const accessSeconds = 3600;

const audiences: Readonly<Record<AccessToken['audience'], string>> = {
  graph: 'https://graph.microsoft.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
};

/**
 * A token in the form of a JWT, with the claims of version 1.0 that these services' tokens carry. The signature signs
 * nothing and is what nobody can guess: a token is good because it is known, not because of what it says.
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
    // The template id that stands for everybody who is no guest; AdminAgents is a group, and so is not among them.
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
