// What does the simulated Microsoft Graph answer? GDAP and group membership, for whoever has a token.
import { randomUUID } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, Refusal } from '../wire/refusal.js';
import { onTheWire } from '../wire/wire.js';
import { notFound, refuseAsGraph } from './answers.js';
import { applicationRoutes } from './applications.js';
import { assignmentRoutes } from './assignments.js';
import { customerRoutes } from './customers.js';
import { groupRoutes } from './groups.js';
import { operationRoutes } from './operations.js';
import { needsOneOf } from './permissions.js';
import { relationshipRoutes } from './relationships.js';
import { requestRoutes } from './requests.js';
import { userRoutes } from './users.js';

/** The routes below /v1.0. */
export function graph(cloud: Cloud): Hono<WireEnv> {
  const { world } = cloud;
  const app = new Hono<WireEnv>();
  const refuse = (c: Context<WireEnv>, refusal: Refusal) => refuseAsGraph(c, refusal, world.now());
  app.onError((error, c) => refuse(c, asRefusal(error)));
  app.use(requestIds, onTheWire(cloud, refuse), requireToken(cloud));
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

/** Graph wants a living token of its own audience; a user's must come from a sign-in with MFA. */
function requireToken({ tokens, world }: Cloud): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    const token = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!token) throw unauthenticated('Access token is empty.');
    const caller = tokens.lookUp(token);
    if (!caller) throw unauthenticated('The access token is malformed or unknown.');
    if (caller.expiresAt <= world.now()) throw unauthenticated('Access token has expired or is not yet valid.');
    if (caller.audience !== 'graph') throw unauthenticated('Access token validation failure. Invalid audience.');
    if (caller.tenantId !== undefined) throw unauthenticated('The access token is for another tenant.');
    if (caller.kind === 'app+user' && !caller.mfa)
      throw unauthenticated('The access token lacks a multi-factor sign-in.');
    c.set('caller', caller);
    await next();
  };
}

function unauthenticated(message: string): Refusal {
  return new Refusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': 'Bearer realm="", error="invalid_token"',
  });
}
