// The simulated Entra sign-in service, and its errors.
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, type Refusal } from '../wire/refusal.js';
import { onTheWire } from '../wire/wire.js';
import { authorizeRoutes } from './authorize.js';
import { discoveryRoutes } from './discovery.js';
import { identityRoutes } from './managed-identity.js';
import { answerTokenRequest } from './token-endpoint.js';

/** The token endpoint, discovery, the sign-in pages, and the machine's managed identity. */
export function login(cloud: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const refuse = (c: Context<WireEnv>, refusal: Refusal) => refuseSignIn(c, refusal, cloud.world.now());
  app.onError((error, c) => refuse(c, asRefusal(error)));
  app.post('/:tenantId/oauth2/v2.0/token', onTheWire(cloud, refuse), (c) => answerTokenRequest(cloud, c));
  const discovery = '/:tenantId/v2.0/.well-known/openid-configuration';
  app.use(discovery, onTheWire(cloud, refuse));
  app.route(discovery, discoveryRoutes(cloud.world));
  app.route('/', authorizeRoutes(cloud));
  app.route('/msi', identityRoutes(cloud.world, cloud.identity));
  return app;
}

/** An OAuth error with Entra's additions; the AADSTS number of the message is also its `error_codes`. */
function refuseSignIn(c: Context<WireEnv>, { status, code, message, headers }: Refusal, now: string): Response {
  const traceId = randomUUID();
  const correlationId = c.req.header('client-request-id') ?? randomUUID();
  const timestamp = `${now.slice(0, 19).replace('T', ' ')}Z`;
  const number = /AADSTS(\d+)/.exec(message)?.[1];
  return c.json(
    {
      error: code,
      error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: number ? [Number(number)] : [],
      ...(number === '65001' && { suberror: 'consent_required' }),
      ...(number === '53003' && { suberror: 'message_only' }),
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      ...(number && { error_uri: `https://login.microsoftonline.com/error?code=${number}` }),
    },
    status,
    headers,
  );
}
