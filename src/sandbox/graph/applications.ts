// Graph's applications and service principals in the partner's tenant, by their application id.
import { type Context, Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { daysAfter } from '../world/instants.js';
import { partner } from '../world/partner.js';
import type { World } from '../world/world.js';
import { readSelect, selected } from './collection.js';
import { noSuchResource } from './memberships.js';
import { needsOneOf } from './permissions.js';

const gdapAppId = '2832473f-ec63-45fb-976f-5d45a7d4bb91';
const byAppId = /^(applications|servicePrincipals)\(appId='([^']*)'\)$/;

/**
 * GET of one application and of one service principal by `appId`; there are no other routes to them.
 * @see https://learn.microsoft.com/graph/api/application-get, /graph/api/serviceprincipal-get (checked 2026-11-22)
 */
export function applicationRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const mayRead = needsOneOf('Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All');
  app.get('/:segment', async (c, next) => {
    const [, collection, appId = ''] = byAppId.exec(c.req.param('segment')) ?? [];
    if (collection === undefined) return next();
    await mayRead(c, async () => undefined);
    const resource = collection === 'applications' ? application(world, appId) : servicePrincipal(world, appId);
    if (!resource) throw noSuchResource(appId);
    return c.json(selected({ '@odata.context': contextOf(c, collection), ...resource }, readSelect(c)));
  });
  return app;
}

function application(world: World, appId: string): object | undefined {
  const id = appId.toLowerCase();
  const secrets = secretsOf(world.registration, id);
  return (
    secrets && {
      appId: id,
      passwordCredentials: secrets.map((one) => credential(one, world.now())),
      keyCredentials: [],
    }
  );
}

function secretsOf({ isSecretExpired, secretEndsAt, bot }: World['registration'], appId: string) {
  if (appId === partner.clientId)
    return [{ hint: partner.clientSecret.slice(0, 3), endsAt: secretEndsAt, isSecretExpired }];
  if (appId === bot?.clientId) return [{ hint: bot.secretHint, endsAt: bot.secretEndsAt, isSecretExpired: false }];
  return undefined;
}

interface Secret {
  readonly hint: string;
  readonly endsAt: string | null;
  readonly isSecretExpired: boolean;
}

function credential({ hint, endsAt, isSecretExpired }: Secret, now: string) {
  return {
    customKeyIdentifier: null,
    displayName: 'A secret',
    hint,
    endDateTime: isSecretExpired ? daysAfter(now, -1) : (endsAt ?? daysAfter(now, 365)),
    secretText: null,
  };
}

function servicePrincipal({ registration }: World, appId: string): object | undefined {
  if (appId.toLowerCase() !== gdapAppId || !registration.hasGdapServicePrincipal) return undefined;
  return {
    id: 'eeeeeeee-0000-4000-8000-000000000001',
    appId: gdapAppId,
    displayName: 'Partner Customer Delegated Administration',
  };
}

function contextOf(c: Context, collection: string): string {
  return `${new URL(c.req.url).origin}/v1.0/$metadata#${collection}/$entity`;
}
