// The simulated Microsoft Graph: GDAP, the directory and applications, for callers with a token.

import { randomUUID } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Cloud } from '../cloud.js';
import type { AccessToken } from '../login/token-text.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, Refusal } from '../wire/refusal.js';
import { onTheWire } from '../wire/wire.js';
import type { Behaviour } from '../world/behaviour.js';
import { notFound, refuseAsGraph } from './answers.js';
import { applicationRoutes } from './applications.js';
import { assignmentRoutes } from './assignments.js';
import { customerRoutes } from './customers.js';
import { groupRoutes } from './groups.js';
import { operationRoutes } from './operations.js';
import { needsOneOf } from './permissions.js';
import { relationshipRoutes } from './relationships.js';
import { requestRoutes } from './requests.js';
import { tenantInformationRoutes } from './tenant-information.js';
import { userRoutes } from './users.js';

/** The routes below /v1.0. */
export function graph(cloud: Cloud): Hono<WireEnv> {
  const { world } = cloud;
  const app = new Hono<WireEnv>();
  const refuse = (c: Context<WireEnv>, refusal: Refusal) => refuseAsGraph(c, refusal, world.now());
  app.onError((error, c) => refuse(c, asRefusal(error)));
  app.use(requestIds, onTheWire(cloud, refuse), requireToken(cloud));
  app.route('/tenantRelationships', tenantInformationRoutes(world));
  const [read, write] = ['DelegatedAdminRelationship.Read.All', 'DelegatedAdminRelationship.ReadWrite.All'];
  app.get('/tenantRelationships/*', needsOneOf(read, write));
  app.on(['POST', 'PATCH', 'DELETE'], '/tenantRelationships/*', needsOneOf(write));
  const relationships = '/tenantRelationships/delegatedAdminRelationships';
  app.route(`${relationships}/:relationshipId/requests`, requestRoutes(world));
  app.route(`${relationships}/:relationshipId/operations`, operationRoutes(world));
  app.route(`${relationships}/:relationshipId/accessAssignments`, assignmentRoutes(world));
  app.route(relationships, relationshipRoutes(world));
  app.route('/tenantRelationships/delegatedAdminCustomers', customerRoutes(world));
  app.route('/groups', groupRoutes(world));
  app.route('/users', userRoutes(world));
  app.route('/', applicationRoutes(world));
  app.all('*', () => {
    throw notFound('Resource not found for the segment.');
  });
  return app;
}

const requestIds: MiddlewareHandler<WireEnv> = async (c, next) => {
  const requestId = randomUUID();
  c.header('request-id', requestId);
  c.header('client-request-id', c.req.header('client-request-id') ?? requestId);
  await next();
};

/** Requires a valid token of Graph's own audience; a user's must come from a sign-in with MFA. */
function requireToken({ tokens, world }: Cloud): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    const token = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!token) throw unauthenticated('Access token is empty.');
    const caller = tokens.lookUp(token);
    if (!caller) throw unauthenticated('The access token is malformed or unknown.');
    if (caller.expiresAt <= world.now()) throw unauthenticated('Access token has expired or is not yet valid.');
    if (caller.audience !== 'graph') throw unauthenticated('Access token validation failure. Invalid audience.');
    if (caller.tenantId !== undefined) throw unauthenticated('The access token is for another tenant.');
    if (caller.kind === 'app+user') checkAccess(caller, world.behaviour.accessEvaluation);
    if (caller.kind === 'app+user' && !caller.mfa)
      throw unauthenticated('The access token lacks a multi-factor sign-in.');
    c.set('caller', caller);
    await next();
  };
}

/**
 * Continuous access evaluation. The inner code is as reported by clients that were refused for their location.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge (checked 2026-11-28)
 * @see https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/3322 (checked 2026-11-28)
 */
function checkAccess({ hasClaims }: AccessToken, evaluation: Behaviour['accessEvaluation']): void {
  if (evaluation === 'off' || (evaluation === 'challenged' && hasClaims)) return;
  const claims = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1795341600"}}}').toString('base64');
  const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`;
  const message = 'Continuous access evaluation resulted in challenge with result: InteractionRequired';
  const refusal = new Refusal(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': challenge });
  refusal.innerCode = 'LocationConditionEvaluationSatisfied';
  throw refusal;
}

function unauthenticated(message: string): Refusal {
  return new Refusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': 'Bearer realm="", error="invalid_token"',
  });
}
