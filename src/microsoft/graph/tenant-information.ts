// What Graph says of any tenant: what it's called.
import { z } from 'zod';
import { AccessDenied, NotFound, Refused } from '../../domain/errors.js';
import type { HttpClient } from '../http/http-client.js';

const shape = z.object({ displayName: z.string(), defaultDomainName: z.string().nullish() });

/** A tenant's names. Foreign text. */
export interface NamesInGraph {
  readonly displayName: string;
  /** Empty: Graph doesn't say. */
  readonly domain: string;
}

/**
 * What a tenant is called; `undefined`: the permission for it, CrossTenantInformation.ReadBasic.All, isn't consented, or Graph
 * doesn't know the tenant.
 * @throws MicrosoftError for anything else
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-findtenantinformationbytenantid (checked 2026-11-29)
 */
export async function namesOfTenant(http: HttpClient, tenantId: string): Promise<NamesInGraph | undefined> {
  const call = (id: string) => `/tenantRelationships/findTenantInformationByTenantId(tenantId='${id}')`;
  const request = { method: 'GET', path: call(encodeURIComponent(tenantId)), template: call('{id}') } as const;
  try {
    const { displayName, defaultDomainName } = await http.read({ ...request, isRead: true }, shape);
    return displayName === '' ? undefined : { displayName, domain: defaultDomainName ?? '' };
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) return undefined;
    if (error instanceof AccessDenied && error.problem.reason === 'noRights') return undefined;
    throw error;
  }
}
