// OpenID discovery: which tenant a domain is of, without signing in.
import { type Context, Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { findTenant } from '../world/tenants.js';
import type { World } from '../world/world.js';

/**
 * GET of a tenant's metadata, by its id or one of its domains.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc (checked 2026-11-29)
 */
export function discoveryRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.get('/', (c) => {
    const asked = c.req.param('tenantId') ?? '';
    if (!/^[a-z0-9.-]+$/i.test(asked)) {
      throw invalidTenant(
        `AADSTS900023: Specified tenant identifier '${asked}' is neither a valid DNS name, nor a valid external domain.`,
      );
    }
    const tenant = findTenant(world, asked);
    if (!tenant) {
      throw invalidTenant(
        `AADSTS90002: Tenant '${asked}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      );
    }
    return c.json(metadataOf(c, tenant.tenantId));
  });
  return app;
}

function metadataOf(c: Context, tenantId: string) {
  const { origin } = new URL(c.req.url);
  return {
    token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${tenantId}/v2.0`,
    authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
    tenant_region_scope: 'NA',
    cloud_instance_name: 'microsoftonline.com',
  };
}

function invalidTenant(message: string): Refusal {
  return new Refusal(400, 'invalid_tenant', message);
}
