// Partner Center's routes for customers.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import type { Customer } from '../world/model.js';
import { partner } from '../world/partner.js';
import { isReseller, resellers } from '../world/reseller.js';
import type { World } from '../world/world.js';
import { answeredOnce } from './answered-once.js';
import { codes, invalidProperty, noCommerceRelationship } from './answers.js';
import { requireUser } from './caller.js';
import { answerPatch } from './customer-patch.js';
import { customerInFull, customerInList } from './customer-resource.js';
import { answerCollection, answerPage } from './seek-paging.js';

const customerFilter = z.object({
  Field: z.enum(['CompanyName', 'Domain']),
  Value: z.string(),
  Operator: z.literal('starts_with'),
});

/** The list, one customer, its PATCH, and the invitation to become a customer. */
export function customerRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const isWanted = readFilter(c.req.query('filter'));
    const items = isWanted ? resellers(world).filter(isWanted) : resellers(world);
    const { tokenOnLastPage, pagingLoops: loops } = world.behaviour;
    return answerPage(c, { items, toWire: customerInList, path: '/v1/customers', tokenOnLastPage, loops });
  });

  app.get('/relationshiprequests', (c) => {
    requireUser(c);
    const query = `invType=ResellerRelationship&partnerId=${partner.tenantId}&msppId=0&DAP=false`;
    const url = `https://admin.microsoft.com/Adminportal/Home?${query}#/BillingAccounts/partner-invitation`;
    return c.json({ url, attributes: { objectType: 'RelationshipRequest' } });
  });

  app.get('/:tenantId', (c) => c.json(customerInFull(world, findCustomer(world, c))));

  app.patch('/:tenantId', answeredOnce(), (c) => {
    requireUser(c);
    return answerPatch(world, c, findCustomer(world, c));
  });

  app.get('/:tenantId/orders', (c) => {
    const { tenantId } = findCustomer(world, c);
    return answerCollection(c, [], `/customers/${tenantId}/orders`);
  });

  app.get('/:tenantId/relationships', (c) => {
    requireUser(c);
    const { tenantId } = findCustomer(world, c);
    return answerCollection(c, [], `/customers/${tenantId}/relationships`);
  });

  return app;
}

/** The customer of the path. @throws Refusal 404 for an unknown tenant, 403 for one that's no longer the partner's */
export function findCustomer(world: World, c: Context<WireEnv>): Customer {
  const tenantId = c.req.param('tenantId') ?? '';
  const customer = world.customer(tenantId);
  if (!customer) throw new Refusal(404, codes.tenantNotFound, `The tenant ${tenantId} was not found.`);
  if (!isReseller(world, customer)) throw noCommerceRelationship(tenantId);
  return customer;
}

/** `undefined`: every customer is wanted. */
function readFilter(filter: string | undefined): ((customer: Customer) => boolean) | undefined {
  if (filter === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(filter);
  } catch {
    throw invalidProperty('The filter is not valid JSON.');
  }
  const wanted = customerFilter.safeParse(json);
  if (!wanted.success) throw invalidProperty('The filter needs a Field, a Value and the Operator starts_with.');
  const { Field, Value } = wanted.data;
  return ({ name, domain }) => (Field === 'Domain' ? domain : name).toLowerCase().startsWith(Value.toLowerCase());
}
