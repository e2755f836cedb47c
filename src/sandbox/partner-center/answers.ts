// Partner Center's errors, headers and collections.
import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';

/** Partner Center's error codes. */
export const codes = {
  accessDenied: '400',
  notFound: '1000',
  pagingEnded: '2000',
  forbidden: '2032',
  notAuthorized: '1002',
  invalidProperty: '3000',
  noCommerceRelationship: '20002',
  subscriptionNotFound: '20003',
  tenantNotFound: '60003',
  azurePlanInUse: '900115',
  notCancellable: '800063',
  appOnlyNotSupported: '900329',
  mfaMissing: '900421',
} as const;

/** An error of Partner Center; 429 has its own shape. */
export function refuseAsPartnerCenter(c: Context<WireEnv>, { status, code, message, headers }: Refusal): Response {
  if (status === 429) {
    const retryAfterSeconds = headers['Retry-After'] ?? '57';
    const throttled = `Rate limit is exceeded. Try again in ${retryAfterSeconds} seconds.`;
    return c.json({ statusCode: 429, message: throttled }, 429, { 'Retry-After': retryAfterSeconds });
  }
  return c.json(
    { code, description: message.slice(0, 1024), data: [], source: 'PartnerApiServiceCore' },
    status,
    headers,
  );
}

/** 400 for a property that's wrong, missing, or can't be changed. */
export function invalidProperty(message: string): Refusal {
  return new Refusal(400, codes.invalidProperty, message);
}

/** 403 for a caller without the role, or something that Microsoft doesn't do. */
export function forbidden(message: string): Refusal {
  return new Refusal(403, codes.forbidden, message);
}

/** 403 for a customer that isn't the partner's (any more). */
export function noCommerceRelationship(tenantId: string): Refusal {
  return new Refusal(
    403,
    codes.noCommerceRelationship,
    `The partner ID ${partner.partnerId} has no commerce relationship with the customer ID ${tenantId}.`,
  );
}

/** Returns the ids that the client gave its request, or new ones. */
export const partnerCenterHeaders: MiddlewareHandler<WireEnv> = async (c, next) => {
  c.header('MS-RequestId', c.req.header('ms-requestid') ?? randomUUID());
  c.header('MS-CorrelationId', c.req.header('ms-correlationid') ?? randomUUID());
  c.header('MS-CV', `${randomUUID().slice(0, 8)}.0`);
  c.header('MS-ServerId', 'sandbox');
  c.header('X-Locale', c.req.header('x-locale') ?? 'en-US');
  await next();
};

/** A link to a resource, as Partner Center writes it. */
export function link(uri: string, headers: readonly { key: string; value: string }[] = []) {
  return { uri, method: 'GET', headers };
}
