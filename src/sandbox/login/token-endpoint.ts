// POST /{tenantId}/oauth2/v2.0/token.
import type { Context } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';
import { grantToBot, isBot } from './bot-client.js';
import { checkClient } from './client-authentication.js';
import { grantAtCustomer } from './customer-grant.js';
import { clientInfo, idToken } from './id-token.js';
import { redeem } from './redemption.js';
import { delegatedTo, readScope, type Wanted } from './scopes.js';
import { refuseIfAsked } from './sign-in-refusal.js';
import { checkTenant } from './tenant.js';
import { accessSeconds } from './token-text.js';
import type { Session } from './tokens.js';

/** Answers one token request; tenant, client and request are checked before anything is used up. */
export async function answerTokenRequest(cloud: Cloud, c: Context<WireEnv>): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const tenant = c.req.param('tenantId') ?? '';
  if (isBot(form, cloud.world)) return c.json(grantToBot(form, tenant, cloud.world));
  const customer = cloud.world.customer(tenant);
  if (!customer) checkTenant(tenant);
  await checkClient(form, cloud, customer?.tenantId ?? partner.tenantId);
  if (customer) return c.json(grantAtCustomer(cloud, form, customer));
  const grant = form.get('grant_type');
  // MSAL sends the parameter with every request, mostly empty.
  const hasClaims = form.get('claims')?.includes('access_token') ?? false;
  const wanted = readScope(form.get('scope') ?? '');
  c.header('Cache-Control', 'no-store');
  refuseIfAsked(cloud.world.behaviour.signInRefusal, grant);
  if (grant === 'refresh_token')
    return c.json(grantToUser(cloud, wanted, redeemRefreshToken(cloud, form, wanted), { hasClaims }));
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
  return redeem(tokens, form.get('refresh_token') ?? '', world.now());
}

function grantForCode(cloud: Cloud, form: URLSearchParams, wanted: Wanted) {
  const { session, nonce } = cloud.codes.redeem(form, cloud.world.now());
  return grantToUser(cloud, wanted, session, { nonce });
}

function grantToUser(
  { tokens, world }: Cloud,
  wanted: Wanted,
  session: Session,
  { nonce, hasClaims = false }: { readonly nonce?: string | undefined; readonly hasClaims?: boolean },
) {
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
    access_token: tokens.issueAccess({ audience, kind: 'app+user', mfa, permissions, userId, hasClaims }, now),
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
