// OpenID discovery: which tenant a domain is of, and in which cloud. Anyone may ask; there's no sign-in.
import { z } from 'zod';
import type { Clock } from '../../runtime/clock.js';
import { abortAfter } from '../../runtime/timeout.js';
import { errorFrom, noAnswer, unexpected } from '../http/errors.js';
import type { HttpRequest } from '../http/http-request.js';

const timeoutMs = 5000;

const shape = z.object({
  issuer: z.url(),
  cloud_instance_name: z.string().optional(),
  tenant_region_scope: z.string().nullish(),
});
const refusalShape = z.object({ error: z.string(), error_description: z.string().optional() });
const idInIssuer = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/;

// No such tenant; no domain, or none that anyone has verified.
// @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-29)
const unknownNumbers = /AADSTS(?:90002|900021|900023)\b/;

/** A tenant, as Entra's metadata names it. */
export interface DiscoveredTenant {
  /** In lower case. */
  readonly tenantId: string;
  /** Tells clouds apart: equal for two tenants of the same one. */
  readonly cloud: string;
}

/**
 * The tenant with this id or domain; `undefined`: Entra knows none.
 * @throws MicrosoftError
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc (checked 2026-11-29)
 */
export async function discoverTenant(
  idOrDomain: string,
  loginUrl: string,
  clock: Clock,
): Promise<DiscoveredTenant | undefined> {
  const template = '/{tenant}/v2.0/.well-known/openid-configuration';
  const request: HttpRequest = { method: 'GET', path: '', template, isRead: true };
  const address = `${loginUrl}/${encodeURIComponent(idOrDomain)}/v2.0/.well-known/openid-configuration`;
  const { response, body } = await abortAfter(clock, timeoutMs, async (signal) => {
    const answer = await fetch(address, { redirect: 'error', signal });
    return { response: answer, body: parsed(await answer.text()) };
  }).catch((error) => {
    throw noAnswer(request, error);
  });
  const { status, headers } = response;
  const requestId = headers.get('x-ms-request-id') ?? undefined;
  if (response.ok) return tenantIn(body, requestId);
  const { error, error_description: why = '' } = refusalShape.safeParse(body).data ?? {};
  if (status === 400 && (error === 'invalid_tenant' || unknownNumbers.test(why))) return undefined;
  throw errorFrom({ service: 'graph', request, status, headers, body, requestId });
}

// The issuer's host is the cloud's own, also where its metadata is had from another. The United States' government has a region
// in common with no one, and more of its tenants are told by that than by the host.
function tenantIn(body: unknown, requestId: string | undefined): DiscoveredTenant {
  const { data } = shape.safeParse(body);
  const [, tenantId] = idInIssuer.exec(data?.issuer.toLowerCase() ?? '') ?? [];
  if (!data || tenantId === undefined) throw unexpected('tenant metadata: no issuer', requestId);
  const isGovernment = data.tenant_region_scope?.toUpperCase().startsWith('USG') === true;
  const cloud = [new URL(data.issuer).host, data.cloud_instance_name, isGovernment && 'government'].join(' ');
  return { tenantId, cloud };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
