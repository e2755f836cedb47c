// What does POST /{tenantId}/oauth2/v2.0/token answer?
import type { Context } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';
import { clientInfo, idToken } from './id-token.js';
import { readScope, type Wanted } from './scopes.js';
import { accessSeconds, type Redemption } from './tokens.js';

/** Answers one token request; the tenant, the client and its secret are checked before anything is used up. */
export async function answerTokenRequest(cloud: Cloud, c: Context<WireEnv>): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  checkTenant(c.req.param('tenantId') ?? '');
  checkClient(form);
  const grant = form.get('grant_type');
  const wanted = readScope(form.get('scope') ?? '');
  c.header('Cache-Control', 'no-store');
  if (grant === 'refresh_token') return c.json(grantToUser(cloud, form, wanted));
  if (grant === 'client_credentials') return c.json(grantToApplication(cloud, wanted));
  throw new Refusal(
    400,
    'unsupported_grant_type',
    `AADSTS70003: The app requested an unsupported grant type '${grant}'.`,
  );
}

function grantToUser({ tokens, world }: Cloud, form: URLSearchParams, wanted: Wanted) {
  const now = world.now();
  const redemption = tokens.redeem(form.get('refresh_token') ?? '', now);
  if (redemption !== 'redeemed') throw refusalOf(redemption);
  const { audience, scopes, isIdTokenWanted } = wanted;
  const answer = {
    token_type: 'Bearer',
    scope: scopes.join(' '),
    expires_in: accessSeconds,
    ext_expires_in: accessSeconds,
    access_token: tokens.issueAccess({ audience, kind: 'app+user', mfa: world.behaviour.mfa }, now),
    refresh_token: tokens.issueRefresh(now),
    client_info: clientInfo(),
    ...(isIdTokenWanted && { id_token: idToken(now) }),
  };
  world.changed();
  return answer;
}

function grantToApplication({ tokens, world }: Cloud, { audience, scopes }: Wanted) {
  if (!scopes.every((scope) => scope.endsWith('/.default'))) {
    throw new Refusal(
      400,
      'invalid_scope',
      'AADSTS1002012: The provided value for scope is not valid. It must be the resource identifier with /.default.',
    );
  }
  const now = world.now();
  const access_token = tokens.issueAccess({ audience, kind: 'app', mfa: false }, now);
  world.changed();
  return { token_type: 'Bearer', expires_in: accessSeconds, ext_expires_in: accessSeconds, access_token };
}

function checkTenant(tenant: string): void {
  if ([partner.tenantId, partner.domain].includes(tenant.toLowerCase())) return;
  throw new Refusal(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
}

function checkClient(form: URLSearchParams): void {
  const clientId = form.get('client_id');
  if (clientId?.toLowerCase() !== partner.clientId) {
    throw new Refusal(
      400,
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${partner.name}'.`,
    );
  }
  if (form.get('client_secret') !== partner.clientSecret) {
    throw new Refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  }
}

function refusalOf(redemption: Exclude<Redemption, 'redeemed'>): Refusal {
  switch (redemption) {
    case 'used':
      return invalidGrant('AADSTS700082: The refresh token has already been redeemed.');
    case 'expired':
      return invalidGrant('AADSTS700082: The refresh token has expired due to inactivity.');
    case 'revoked':
      return invalidGrant('AADSTS50173: The provided grant has expired due to it being revoked.');
    case 'unknown':
      return invalidGrant('AADSTS9002313: Invalid request. Request is malformed or invalid.');
    default:
      return redemption satisfies never;
  }
}

function invalidGrant(message: string): Refusal {
  return new Refusal(400, 'invalid_grant', message);
}
