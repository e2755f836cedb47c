// The calls to Microsoft that only a checkup makes.

import { z } from 'zod';
import type { DirectoryGroup } from '../domain/health/checkup-directory.js';
import type { ListedCredential } from '../domain/health/credential-expiry.js';
import type { CheckupCalls } from '../operations/ports/microsoft.js';
import { GraphDirectory } from './graph/directory.js';
import type { ClockSkew } from './http/clock-skew.js';
import { orAbsent } from './http/errors.js';
import type { HttpClient } from './http/http-client.js';
import type { HttpRequest } from './http/http-request.js';

const groupShape = z
  .object({ displayName: z.string().nullish(), securityEnabled: z.boolean().nullish() })
  .transform(({ displayName, securityEnabled }) => ({ name: displayName ?? '', isSecurity: securityEnabled === true }));
const endDateTime = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullish()
  .transform((text) => text ?? undefined);
const membersShape = z.object({ value: z.array(z.unknown()) });
const applicationShape = z
  .object({ passwordCredentials: z.array(z.object({ hint: z.string().nullish(), endDateTime })).nullish() })
  .transform(({ passwordCredentials }) =>
    (passwordCredentials ?? []).map(({ hint, endDateTime: endsAt }) => ({ hint: hint ?? '', endsAt })),
  );

/**
 * The calls of a checkup. Least (delegated) permissions: GroupMember.Read.All for groups, also User.ReadBasic.All for a
 * person's, Application.Read.All for service principals and applications. Nothing else that's always done needs them, so a
 * 403 says only that the check couldn't be made.
 * @see https://learn.microsoft.com/graph/api/group-get, /graph/api/directoryobject-checkmembergroups,
 * /graph/api/serviceprincipal-get, /graph/api/application-get (checked 2026-11-22)
 */
export class MicrosoftCheckupCalls implements CheckupCalls {
  readonly #graph: HttpClient;
  readonly #partnerCenter: HttpClient;
  readonly #directory: GraphDirectory;
  readonly #skew: ClockSkew;

  constructor({ graph, partnerCenter }: CheckupClients, skew: ClockSkew) {
    this.#graph = graph;
    this.#partnerCenter = partnerCenter;
    this.#directory = new GraphDirectory(graph);
    this.#skew = skew;
  }

  adminAgents(): Promise<readonly string[]> {
    return this.#directory.adminAgents();
  }

  group(groupId: string): Promise<DirectoryGroup | undefined> {
    const path = `/groups/${encodeURIComponent(groupId)}?$select=id,displayName,securityEnabled`;
    return orAbsent(this.#graph.read(get(path, '/groups/{id}'), groupShape));
  }

  // @see https://learn.microsoft.com/graph/api/group-list-members (checked 2026-11-28)
  async hasMembers(groupId: string): Promise<boolean> {
    const path = `/groups/${encodeURIComponent(groupId)}/members?$top=1&$select=id`;
    const found = await orAbsent(this.#graph.read(get(path, '/groups/{id}/members'), membersShape));
    return found !== undefined && found.value.length > 0;
  }

  async isIn(kind: 'users' | 'groups', id: string, groupIds: readonly string[]): Promise<boolean> {
    return (await this.#directory.groupsOf(id, groupIds, kind)).length > 0;
  }

  async hasServicePrincipal(appId: string): Promise<boolean> {
    const path = `/servicePrincipals(appId='${encodeURIComponent(appId)}')?$select=id`;
    const found = await orAbsent(this.#graph.read(get(path, "/servicePrincipals(appId='{id}')"), z.object({})));
    return found !== undefined;
  }

  credentialsOf(appId: string): Promise<readonly ListedCredential[] | undefined> {
    const path = `/applications(appId='${encodeURIComponent(appId)}')?$select=passwordCredentials`;
    return orAbsent(this.#graph.read(get(path, "/applications(appId='{id}')"), applicationShape));
  }

  async reachPartnerCenter(): Promise<void> {
    const request = get('/customers?size=1', '/customers');
    await this.#partnerCenter.read({ ...request, userOnly: true }, z.object({}));
  }

  skewSeconds(): number | undefined {
    return this.#skew.seconds;
  }
}

/** The clients that it calls with. */
interface CheckupClients {
  readonly graph: HttpClient;
  readonly partnerCenter: HttpClient;
}

function get(path: string, template: string): HttpRequest {
  return { method: 'GET', path, template, isRead: true };
}
