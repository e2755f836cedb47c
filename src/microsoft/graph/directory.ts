// The partner's own directory: who is in which groups.
import { z } from 'zod';
import { NotFound } from '../../domain/errors.js';
import type { Directory } from '../../operations/ports/microsoft.js';
import type { HttpClient } from '../http/http-client.js';

const mostGroupsPerCall = 20;

const id = z.string().transform((text) => text.toLowerCase());
const groupsShape = z.object({ value: z.array(z.object({ id })) });
const groupNameShape = z.object({ displayName: z.string() });
const memberGroupsShape = z.object({ value: z.array(id) });

const noRights =
  "Gatehouse may not ask who is in a group: Graph's GroupMember.Read.All and User.ReadBasic.All have to be consented.";

/** What a member of a group is, as Graph's paths say it. */
type MemberKind = 'users' | 'groups';

/**
 * Graph's `checkMemberGroups`, which includes groups in groups. Least (delegated) permissions: GroupMember.Read.All, and for
 * people also User.ReadBasic.All.
 * @see https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export class GraphDirectory implements Directory {
  readonly #http: HttpClient;

  constructor(http: HttpClient) {
    this.#http = http;
  }

  /**
   * Ids of the groups called AdminAgents, whose members may act for the partner at its customers; every partner's tenant has
   * one. Asked as the person only, never app-only.
   * @see https://learn.microsoft.com/partner-center/permissions-overview (checked 2026-11-22)
   */
  async adminAgents(): Promise<readonly string[]> {
    const filter = encodeURIComponent("displayName eq 'AdminAgents'");
    const path = `/groups?$filter=${filter}&$select=id`;
    const template = '/groups?$filter=displayName';
    const request = { method: 'GET', path, template, isRead: true, userOnly: true, noRights } as const;
    const { value } = await this.#http.read(request, groupsShape);
    return value.map((group) => group.id);
  }

  /**
   * Which of these groups a person or a group is in, in lower case; none for a person whom the directory doesn't know.
   */
  async groupsOf(
    memberId: string,
    groupIds: readonly string[],
    kind: MemberKind = 'users',
  ): Promise<readonly string[]> {
    const asked = [...new Set(groupIds)];
    const found = new Set<string>();
    try {
      for (let start = 0; start < asked.length; start += mostGroupsPerCall) {
        const some = asked.slice(start, start + mostGroupsPerCall);
        for (const each of await this.#check(memberId, some, kind)) found.add(each);
      }
    } catch (error) {
      // Teams also knows people of other tenants.
      if (error instanceof NotFound) return [];
      throw error;
    }
    return [...new Set(asked.map((each) => each.toLowerCase()))].filter((each) => found.has(each));
  }

  /** A group's display name; `undefined`: the directory has no such group. */
  async groupName(groupId: string): Promise<string | undefined> {
    const path = `/groups/${encodeURIComponent(groupId)}?$select=displayName`;
    const request = { method: 'GET', path, template: '/groups/{id}', isRead: true, noRights } as const;
    try {
      return (await this.#http.read(request, groupNameShape)).displayName;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async #check(memberId: string, groupIds: readonly string[], kind: MemberKind): Promise<readonly string[]> {
    const path = `/${kind}/${encodeURIComponent(memberId)}/checkMemberGroups`;
    const template = `/${kind}/{id}/checkMemberGroups`;
    const request = { method: 'POST', path, template, body: { groupIds }, isRead: true, noRights } as const;
    const { value } = await this.#http.read(request, memberGroupsShape);
    return value;
  }
}
