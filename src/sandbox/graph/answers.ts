// Microsoft Graph's errors, etags and dates.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';

const base = '/v1.0/tenantRelationships';

/** An error of Graph, with the ids that its headers have too. */
export function refuseAsGraph(
  c: Context<WireEnv>,
  { status, code, message, headers, innerCode }: Refusal,
  now: string,
): Response {
  const requestId = c.res.headers.get('request-id') ?? randomUUID();
  const clientRequestId = c.res.headers.get('client-request-id') ?? requestId;
  const innerError = {
    ...(innerCode !== undefined && { code: innerCode }),
    date: now.slice(0, 19),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  };
  return c.json({ error: { code, message, innerError } }, status, {
    ...headers,
    'request-id': requestId,
    'client-request-id': clientRequestId,
  });
}

/** 400 for an invalid request. */
export function badRequest(message: string): Refusal {
  return new Refusal(400, 'badRequest', message);
}

/** 404 for something that isn't there (any more). */
export function notFound(message = 'The resource could not be found.'): Refusal {
  return new Refusal(404, 'itemNotFound', message);
}

/** 409 for a conflict. */
export function conflict(message: string): Refusal {
  return new Refusal(409, 'conflict', message);
}

/** The weak etag of a revision. */
export function etag(revision: number): string {
  const mark = `'"${revision.toString(16).padStart(8, '0')}-0000-1900-0000-650000010000"'`;
  return `W/"${Buffer.from(mark).toString('base64')}"`;
}

/** @throws Refusal 400 without If-Match, 412 when it isn't the present etag */
export function checkIfMatch(c: Context, { revision }: { revision: number }): void {
  const ifMatch = c.req.header('if-match');
  if (!ifMatch) throw badRequest('The If-Match header is required: send the last known etag.');
  if (ifMatch !== etag(revision)) throw new Refusal(412, 'preconditionFailed', 'The etag value is not valid.');
}

/** An instant with the seven fractional digits that Graph writes. */
export function graphDate(instant: string): string;
/** The same; `null` stays so. */
export function graphDate(instant: string | null): string | null;
export function graphDate(instant: string | null): string | null {
  return instant?.replace('Z', '0000Z') ?? null;
}

/** The absolute address of a resource, with the request's own host. */
export function addressOf(c: Context, path: string): string {
  return `${new URL(c.req.url).origin}${base}/${path}`;
}

/** The `@odata.context` of an answer. */
export function contextOf(c: Context, fragment: string): string {
  return `${addressOf(c, '$metadata')}#${fragment}`;
}
