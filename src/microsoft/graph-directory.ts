// What do we ask of the partner's own directory? Which groups a person is in.
import { z } from 'zod';
import { NotFound } from '../domain/errors.js';
import type { Wire } from './wire.js';

const mostGroupsPerCall = 20;

const memberGroupsShape = z.object({ value: z.array(z.string().transform((id) => id.toLowerCase())) });

const noRights =
  "Gatehouse may not ask who is in a group: Graph's GroupMember.Read.All and User.ReadBasic.All have to be consented.";

/**
 * Graph's `checkMemberGroups`, which looks through groups in groups. Least (delegated) permissions: GroupMember.Read.All
 * and User.ReadBasic.All.
 * @see https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export class GraphDirectory {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Which of these groups the person is in, in lower case; none for somebody whom the directory does not know. */
  async groupsOf(personId: string, groupIds: readonly string[]): Promise<readonly string[]> {
    const asked = [...new Set(groupIds)];
    const found = new Set<string>();
    try {
      for (let start = 0; start < asked.length; start += mostGroupsPerCall) {
        for (const id of await this.#check(personId, asked.slice(start, start + mostGroupsPerCall))) found.add(id);
      }
    } catch (error) {
      // Teams also knows people of other tenants.
      if (error instanceof NotFound) return [];
      throw error;
    }
    return [...new Set(asked.map((id) => id.toLowerCase()))].filter((id) => found.has(id));
  }

  async #check(personId: string, groupIds: readonly string[]): Promise<readonly string[]> {
    const { value } = await this.#wire.read(
      {
        method: 'POST',
        path: `/users/${encodeURIComponent(personId)}/checkMemberGroups`,
        template: '/users/{id}/checkMemberGroups',
        body: { groupIds },
        isRead: true,
        noRights,
      },
      memberGroupsShape,
    );
    return value;
  }
}
