// Joins services, pages and controls in one HTTP server.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { chatRoutes } from './chat/chat.js';
import type { Cloud } from './cloud.js';
import type { Controls } from './controls/controls.js';
import { controlRoutes } from './controls/routes.js';
import { certificateRoutes } from './events/certificate-routes.js';
import { graph } from './graph/graph.js';
import { login } from './login/login.js';
import { pageRoutes } from './pages/routes.js';
import { partnerCenter, partnerCenterAudit, partnerCenterWebhooks } from './partner-center/partner-center.js';
import type { WireEnv } from './wire/env.js';
import { guard } from './wire/guard.js';

// In milliseconds; slow senders are cut off.
const deadlines = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };
const largestBodyBytes = 1024 * 1024;

/** Everything under one origin: /v1.0 Graph, /v1, /webhooks/v1 and /auditactivity/v1 Partner Center, /{tenant}/oauth2 Entra, /sandbox, and the pages. */
export function application(cloud: Cloud, controls: Controls): Hono<WireEnv> {
  const app = new Hono<WireEnv>({ strict: false });
  app.use(guard, bodyLimit({ maxSize: largestBodyBytes }));
  app.route('/v1.0', graph(cloud));
  app.route('/v1', partnerCenter(cloud));
  app.route('/webhooks/v1', partnerCenterWebhooks(cloud));
  app.route('/auditactivity/v1', partnerCenterAudit(cloud));
  app.route('/', certificateRoutes(cloud));
  app.route('/sandbox', controlRoutes(controls));
  app.route('/', login(cloud));
  app.route('/chat', chatRoutes(cloud.chat));
  app.route('/', pageRoutes(cloud.world, cloud.chat));
  return app;
}

/** Listens; a port of 0 means any free one. @throws when the port is taken */
export async function listen(app: Hono<WireEnv>, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: deadlines }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** Stops listening and ends open connections, stalled ones too. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
