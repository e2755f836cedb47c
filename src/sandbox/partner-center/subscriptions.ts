// Partner Center's routes for a customer's subscriptions and entitlements.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import type { World } from '../world/world.js';
import { codes, invalidProperty } from './answers.js';
import { requireUser } from './caller.js';
import { findCustomer } from './customers.js';
import { reservationResource } from './reservation-resource.js';
import { answerCollection, answerPage } from './seek-paging.js';
import {
  azureEntitlementResource,
  type Subscription,
  setStatus,
  subscriptionResource,
  subscriptionsOf,
} from './subscription-resource.js';

const ending = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.entries(body).find(([name]) => name.toLowerCase() === 'status')?.[1])
  .pipe(z.enum(['suspended', 'deleted']));

/** Subscriptions, Azure entitlements, and entitlements such as reservations. */
export function subscriptionRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/:tenantId/subscriptions', (c) => {
    const subscriptions = findSubscriptions(world, c);
    const path = `/customers/${c.req.param('tenantId')}/subscriptions`;
    return answerCollection(c, subscriptions.map(subscriptionResource), path);
  });

  app.get('/:tenantId/subscriptions/:subscriptionId', (c) => c.json(subscriptionResource(findSubscription(world, c))));

  app.patch('/:tenantId/subscriptions/:subscriptionId', async (c) => {
    requireUser(c);
    const customer = findCustomer(world, c);
    const subscription = findSubscription(world, c);
    const status = await readJson(c, ending, () => invalidProperty('Only Status=suspended or deleted can be set.'));
    if (status === 'deleted') checkWindow(world, subscription);
    if (subscription.isAzurePlan && subscription.status === 'active') {
      throw new Refusal(
        403,
        codes.azurePlanInUse,
        'An Azure plan cannot be suspended while it has active subscriptions.',
      );
    }
    setStatus(customer, subscription.id, status);
    world.changed();
    return c.json(subscriptionResource({ ...subscription, status }));
  });

  app.get('/:tenantId/subscriptions/:subscriptionId/azureEntitlements', (c) => {
    const subscription = findSubscription(world, c);
    if (!subscription.isAzurePlan) throw subscriptionNotFound();
    const path = `/customers/${c.req.param('tenantId')}/subscriptions/${subscription.id}/azureEntitlements`;
    return answerCollection(c, [azureEntitlementResource(subscription)], path);
  });

  app.get('/:tenantId/entitlements', (c) => {
    requireUser(c);
    const { tenantId, reservations } = findCustomer(world, c);
    const wanted = c.req.query('entitlementType')?.toLowerCase() ?? 'reservedinstance';
    const count = wanted.endsWith('reservedinstance') ? reservations : 0;
    const items = Array.from({ length: count }, (_, index) => reservationResource(index + 1));
    return answerPage(c, { items, toWire: (item) => item, path: `/customers/${tenantId}/entitlements` });
  });

  return app;
}

function findSubscriptions(world: World, c: Context<WireEnv>): Subscription[] {
  const customer = findCustomer(world, c);
  if (customer.quirks.some(({ kind }) => kind === 'subscriptionsRefused')) {
    throw new Refusal(
      403,
      codes.forbidden,
      'Access denied: the caller may not read the subscriptions of this customer.',
    );
  }
  return subscriptionsOf(customer);
}

function findSubscription(world: World, c: Context<WireEnv>): Subscription {
  const subscription = findSubscriptions(world, c).find(({ id }) => id === c.req.param('subscriptionId'));
  if (!subscription) throw subscriptionNotFound();
  return subscription;
}

/**
 * Requires that a subscription is within its cancellation window.
 * @see https://learn.microsoft.com/partner-center/developer/cancel-an-azure-marketplace-subscription (checked 2026-11-22)
 */
function checkWindow(world: World, { cancellableUntil, status }: Subscription): void {
  if (status === 'deleted' || (cancellableUntil !== null && cancellableUntil > world.now())) return;
  throw new Refusal(400, codes.notCancellable, 'The order can no longer be cancelled. Suspend the subscription.');
}

function subscriptionNotFound(): Refusal {
  return new Refusal(404, codes.subscriptionNotFound, 'The subscription was not found.');
}
