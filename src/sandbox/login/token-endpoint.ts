// What does POST /{tenantId}/oauth2/v2.0/token answer?
import type { Context } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { grantToBot, isBot } from './bot-client.js';
import { checkClient } from './client-authentication.js';
import { clientInfo, idToken } from './id-token.js';
import { delegatedTo, readScope, type Wanted } from './scopes.js';
import { checkTenant } from './tenant.js';
import { accessSeconds } from './token-text.js';
import type { Redemption, Session } from './tokens.js';

/** Answers one token request; tenant, client and what it asks for are checked before anything is used up. */
export async function answerTokenRequest(cloud: Cloud, c: Context<WireEnv>): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const tenant = c.req.param('tenantId') ?? '';
  if (isBot(form, cloud.world)) return c.json(grantToBot(form, tenant, cloud.world));
  checkTenant(tenant);
  await checkClient(form, cloud.world, cloud.identity);
  const grant = form.get('grant_type');
  const wanted = readScope(form.get('scope') ?? '');
  c.header('Cache-Control', 'no-store');
  if (grant === 'refresh_token') return c.json(grantToUser(cloud, wanted, redeemRefreshToken(cloud, form, wanted)));
  if (grant === 'authorization_code') return c.json(grantForCode(cloud, form, wanted));
  if (grant === 'client_credentials') return c.json(grantToApplication(cloud, wanted));
  throw new Refusal(
    400,
    'unsupported_grant_type',
    `AADSTS70003: The app requested an unsupported grant type '${grant}'.`,
  );
}

function redeemRefreshToken({ tokens, world }: Cloud, form: URLSearchParams, wanted: Wanted): Session {
  delegatedTo(world.registration, wanted);
  const token = form.get('refresh_token') ?? '';
  const redemption = tokens.redeem(token, world.now());
  if (redemption !== 'redeemed') throw refusalOf(redemption);
  return tokens.sessionOf(token);
}

function grantForCode(cloud: Cloud, form: URLSearchParams, wanted: Wanted) {
  const { session, nonce } = cloud.codes.redeem(form, cloud.world.now());
  return grantToUser(cloud, wanted, session, nonce);
}

function grantToUser({ tokens, world }: Cloud, wanted: Wanted, session: Session, nonce?: string) {
  const now = world.now();
  const { audience, scopes, isIdTokenWanted } = wanted;
  const { permissions, qualified } = delegatedTo(world.registration, wanted);
  const { userId } = session;
  const mfa = world.behaviour.mfa && session.hasMfa;
  const answer = {
    token_type: 'Bearer',
    scope: [...new Set([...qualified, ...scopes])].join(' '),
    expires_in: accessSeconds,
    ext_expires_in: accessSeconds,
    access_token: tokens.issueAccess({ audience, kind: 'app+user', mfa, permissions, userId }, now),
    refresh_token: tokens.issueRefresh(now, session),
    client_info: clientInfo(userId),
    ...(isIdTokenWanted && { id_token: idToken(userId, now, nonce) }),
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
  const permissions = world.registration.application[audience];
  const access_token = tokens.issueAccess({ audience, kind: 'app', mfa: false, permissions }, now);
  world.changed();
  return { token_type: 'Bearer', expires_in: accessSeconds, ext_expires_in: accessSeconds, access_token };
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
