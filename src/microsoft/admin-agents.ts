// Is somebody in AdminAgents, the group whose members may act for the partner at its customers?
import { z } from 'zod';
import { GraphDirectory } from './graph-directory.js';
import type { Wire } from './wire.js';

const groupsShape = z.object({ value: z.array(z.object({ id: z.string() })) });
const noRights = "Gatehouse may not look into the partner's groups: Graph's GroupMember.Read.All has to be consented.";

/**
 * The object id of AdminAgents, which every partner tenant has; `undefined` where there is none, so that the tenant is
 * no partner's.
 * @see https://learn.microsoft.com/partner-center/permissions-overview (checked 2026-11-22)
 * @throws MicrosoftError
 */
export async function findAdminAgents(graph: Wire): Promise<string | undefined> {
  const filter = encodeURIComponent("displayName eq 'AdminAgents'");
  const { value } = await graph.read(
    {
      method: 'GET',
      path: `/groups?$filter=${filter}&$select=id`,
      template: '/groups?$filter=displayName',
      isRead: true,
      noRights,
    },
    groupsShape,
  );
  return value[0]?.id;
}

/**
 * Whether somebody is in AdminAgents, also through a group in it.
 * @throws MicrosoftError
 */
export async function isAdminAgent(graph: Wire, personId: string): Promise<boolean> {
  const groupId = await findAdminAgents(graph);
  return groupId !== undefined && (await new GraphDirectory(graph).groupsOf(personId, [groupId])).length > 0;
}
