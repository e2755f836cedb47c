// What does the simulated Partner Center answer? Its part under /v1, for whoever has a token.
import { Hono } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, Refusal } from '../wire/refusal.js';
import { onTheWire } from '../wire/wire.js';
import { codes, partnerCenterHeaders, refuseAsPartnerCenter } from './answers.js';
import { requireToken } from './caller.js';
import { customerRoutes } from './customers.js';
import { subscriptionRoutes } from './subscriptions.js';

/** The routes below /v1. */
export function partnerCenter(cloud: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.onError((error, c) => refuseAsPartnerCenter(c, asRefusal(error)));
  app.use(partnerCenterHeaders, onTheWire(cloud, refuseAsPartnerCenter), requireToken(cloud));
  app.route('/customers', customerRoutes(cloud.world));
  app.route('/customers', subscriptionRoutes(cloud.world));
  app.all('*', () => {
    throw new Refusal(404, codes.notFound, 'Not found.');
  });
  return app;
}
