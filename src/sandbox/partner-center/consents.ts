// Partner Center's routes for an application's consents at a customer.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { isConsentListed, mayConsent, setConsented } from '../world/consent.js';
import type { Customer } from '../world/model.js';
import { partner } from '../world/partner.js';
import { removing } from '../world/removals.js';
import type { World } from '../world/world.js';
import { answeredOnce } from './answered-once.js';
import { codes, forbidden, invalidProperty } from './answers.js';
import { requireUser } from './caller.js';
import { findCustomer } from './customers.js';

const consentCreate = z.object({
  applicationId: z.string(),
  displayName: z.string().optional(),
  applicationGrants: z.array(z.object({ enterpriseApplicationId: z.guid(), scope: z.string() })).min(1),
});

/**
 * POST and DELETE of the consent of the partner's own application, for a user with the role for it there.
 * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
 */
export function consentRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const path = '/:tenantId/applicationconsents';

  app.post(path, answeredOnce(), async (c) => {
    const customer = findCustomer(world, c);
    const refuse = () => invalidProperty('A consent needs an applicationId and applicationGrants.');
    const consent = await readJson(c, consentCreate, refuse);
    check(world, c, customer, consent.applicationId);
    if (isConsentListed(customer)) throw new Refusal(409, codes.invalidProperty, 'Permission entry already exists.');
    setConsented(world, customer, true);
    return c.json(consent, 201);
  });

  app.delete(`${path}/:applicationId`, answeredOnce(), (c) => {
    const customer = findCustomer(world, c);
    check(world, c, customer, c.req.param('applicationId'));
    if (removing(world, customer.tenantId, 'consent') === 'refused') throw forbidden('Access denied.');
    if (!isConsentListed(customer)) throw new Refusal(404, codes.notFound, 'The consent was not found.');
    setConsented(world, customer, false);
    return c.body(null, 200);
  });

  return app;
}

function check(world: World, c: Context<WireEnv>, customer: Customer, applicationId: string): void {
  requireUser(c);
  if (applicationId.toLowerCase() !== partner.clientId) {
    throw forbidden('The application of the token is not the application of the consent.');
  }
  if (!mayConsent(world, customer, c.get('caller').userId)) {
    throw forbidden('Access denied: the user has no role in the tenant of the customer that may manage applications.');
  }
}
