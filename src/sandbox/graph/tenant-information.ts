// Graph's functions that say whose a tenant is, whether it's a customer or not.
import { type Context, Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { findTenant, type Tenant } from '../world/tenants.js';
import type { World } from '../world/world.js';
import { badRequest, notFound } from './answers.js';
import { needsOneOf } from './permissions.js';

const call = /^findTenantInformationBy(TenantId|DomainName)\((tenantId|domainName)='([^']*)'\)$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * GET of both functions. Which error an unknown tenant is answered with isn't published.
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-findtenantinformationbytenantid,
 * /graph/api/tenantrelationship-findtenantinformationbydomainname (checked 2026-11-29)
 */
export function tenantInformationRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const mayRead = needsOneOf('CrossTenantInformation.ReadBasic.All');
  app.get('/:call', async (c, next) => {
    const [, by, parameter, value = ''] = call.exec(c.req.param('call')) ?? [];
    if (by === undefined) return next();
    await mayRead(c, async () => undefined);
    if (parameter?.toLowerCase() !== by.toLowerCase()) throw badRequest('The parameter has another name.');
    const isId = by === 'TenantId';
    if (isId && !guid.test(value)) throw badRequest('The tenant id is not a GUID.');
    const tenant = isId === guid.test(value) ? findTenant(world, value) : undefined;
    if (!tenant) throw notFound('The tenant could not be found.');
    return c.json(informationOf(c, tenant));
  });
  return app;
}

function informationOf(c: Context, { tenantId, name, domain }: Tenant) {
  return {
    '@odata.context': `${new URL(c.req.url).origin}/v1.0/$metadata#microsoft.graph.tenantInformation`,
    tenantId,
    federationBrandName: null,
    displayName: name,
    defaultDomainName: domain,
  };
}
