// The simulated Partner Center: customers, webhooks and audit records, for callers with a token.
import { Hono } from 'hono';
import type { Cloud } from '../cloud.js';
import { auditRecordResource } from '../events/audit-record.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, Refusal } from '../wire/refusal.js';
import { onTheWire } from '../wire/wire.js';
import { codes, partnerCenterHeaders, refuseAsPartnerCenter } from './answers.js';
import { requireToken } from './caller.js';
import { consentRoutes } from './consents.js';
import { customerRoutes } from './customers.js';
import { subscriptionRoutes } from './subscriptions.js';
import { webhookRoutes } from './webhooks.js';

/** The routes below /v1. */
export function partnerCenter(cloud: Cloud): Hono<WireEnv> {
  const app = service(cloud);
  app.route('/customers', customerRoutes(cloud.world));
  app.route('/customers', subscriptionRoutes(cloud.world));
  app.route('/customers', consentRoutes(cloud.world));
  return withoutOthers(app);
}

/** The routes below /webhooks/v1. */
export function partnerCenterWebhooks(cloud: Cloud): Hono<WireEnv> {
  const app = service(cloud);
  app.route('/registration', webhookRoutes(cloud));
  return withoutOthers(app);
}

/** The routes below /auditactivity/v1. */
export function partnerCenterAudit(cloud: Cloud): Hono<WireEnv> {
  const app = service(cloud);
  app.get('/auditrecords/:id', (c) => {
    const record = cloud.events.auditRecord(c.req.param('id'));
    if (!record) throw new Refusal(404, codes.notFound, 'Not found.');
    return c.json(auditRecordResource(record));
  });
  return withoutOthers(app);
}

function service(cloud: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.onError((error, c) => refuseAsPartnerCenter(c, asRefusal(error)));
  app.use(partnerCenterHeaders, onTheWire(cloud, refuseAsPartnerCenter), requireToken(cloud));
  return app;
}

function withoutOthers(app: Hono<WireEnv>): Hono<WireEnv> {
  return app.all('*', () => {
    throw new Refusal(404, codes.notFound, 'Not found.');
  });
}
