// The customers with which the partner has a GDAP relationship.
import { type Context, Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import type { Customer } from '../world/model.js';
import type { World } from '../world/world.js';
import { contextOf, notFound } from './answers.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { customerResource } from './resources.js';

const services = [
  { serviceName: 'Microsoft 365', address: 'https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID=' },
  { serviceName: 'Exchange', address: 'https://admin.exchange.microsoft.com/?delegatedOrg=' },
  { serviceName: 'Teams', address: 'https://admin.teams.microsoft.com/?delegatedOrg=' },
];

/** GET of delegatedAdminCustomers: not the list of customers, only those with a relationship in force. */
export function customerRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const items = world.customers().filter((customer) => isDelegated(world, customer));
    return answerList(c, readListOptions(c), { items, toWire: customerResource, fragment: 'delegatedAdminCustomers' });
  });

  app.get('/:tenantId', (c) => {
    const select = readSelect(c);
    return c.json(selected(customerResource(findCustomer(world, c)), select));
  });

  app.get('/:tenantId/serviceManagementDetails', (c) => {
    readSelect(c, []);
    const { tenantId, domain } = findCustomer(world, c);
    const fragment = `delegatedAdminCustomers/${tenantId}/serviceManagementDetails`;
    const value = services.map(({ serviceName, address }, index) => ({
      '@odata.type': '#microsoft.graph.delegatedAdminServiceManagementDetail',
      id: `e0000000-0000-4000-8000-00000000000${index + 1}`,
      serviceName,
      serviceManagementUrl: `${address}${domain}`,
    }));
    return c.json({ '@odata.context': contextOf(c, fragment), value });
  });

  return app;
}

function findCustomer(world: World, c: Context<WireEnv>): Customer {
  const customer = world.customer(c.req.param('tenantId') ?? '');
  if (!customer || !isDelegated(world, customer)) throw notFound();
  return customer;
}

function isDelegated(world: World, { tenantId }: Customer): boolean {
  const inForce = ['approved', 'activating', 'active', 'expiring', 'terminationRequested', 'terminating'];
  return world.relationshipsOf(tenantId).some(({ status }) => inForce.includes(status));
}
