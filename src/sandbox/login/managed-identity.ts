// The managed identity of the bot's machine, in the form of App Service and Container Apps.

import { type Context, Hono } from 'hono';
import { type CryptoKey, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { WireEnv } from '../wire/env.js';
import { partner } from '../world/partner.js';
import type { World } from '../world/world.js';

/** Sent as `X-IDENTITY-HEADER` by permitted callers, which keeps web pages away. It opens nothing but the sandbox. */
export const identityHeader = 'sandbox-identity-header';

const exchange = 'api://AzureADTokenExchange';
const issuer = `https://login.microsoftonline.com/${partner.tenantId}/v2.0`;
const principalId = 'ffffffff-0000-4000-8000-0000000000aa';
const tokenSeconds = 24 * 3600;

/** The identity's key pair, made at its first use. */
export class ManagedIdentity {
  #keys: Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> | undefined;

  /** A token that the application trusts in place of a secret. */
  async token(audience: string, now: Date): Promise<string> {
    const issuedAt = Math.floor(now.getTime() / 1000);
    return new SignJWT({ oid: principalId, tid: partner.tenantId })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'sandbox-identity' })
      .setIssuer(issuer)
      .setSubject(principalId)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + tokenSeconds)
      .sign((await this.#pair()).privateKey);
  }

  /** Whether a token is this identity's, unexpired, and for the exchange. */
  async hasIssued(token: string, currentDate: Date): Promise<boolean> {
    const expected = { issuer, subject: principalId, audience: exchange, currentDate, clockTolerance: 300 };
    return jwtVerify(token, (await this.#pair()).publicKey, expected).then(
      () => true,
      () => false,
    );
  }

  #pair() {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}

/**
 * GET of the endpoint that IDENTITY_ENDPOINT names.
 * @see https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference (checked 2026-11-22)
 */
export function identityRoutes(world: World, identity: ManagedIdentity): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const refuse = (c: Context, message: string) => c.json({ statusCode: 400, message }, 400);
  app.get('/token', async (c) => {
    const { resource, client_id: clientId, 'api-version': version } = c.req.query();
    const { isOn, clientId: ours } = world.registration.managedIdentity;
    if (c.req.header('x-identity-header') !== identityHeader) return c.json({ statusCode: 401 }, 401);
    if (version !== '2019-08-01') return refuse(c, 'The api-version is not supported.');
    if (!isOn) return refuse(c, 'No Managed Identity found for specified ClientId/ResourceId/PrincipalId.');
    if (clientId !== undefined && clientId !== ours) return refuse(c, 'No User Assigned identity found for ClientId.');
    const now = new Date(world.now());
    return c.json({
      access_token: await identity.token(resource ?? '', now),
      expires_on: String(Math.floor(now.getTime() / 1000) + tokenSeconds),
      resource,
      token_type: 'Bearer',
      client_id: ours,
    });
  });
  return app;
}
