// Which groups is a user of the partner in? Graph's checkMemberGroups.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import type { World } from '../world/world.js';
import { needsOneOf } from './permissions.js';

const mostGroups = 20;
const membershipCheck = z.object({ groupIds: z.array(z.guid()).min(1).max(mostGroups) });

/**
 * POST of checkMemberGroups. A group that is not there has no members. The documentation does not say how ids are
 * spelt in the answer; here it is as they were asked for.
 * @see https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export function userRoutes({ directory }: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  const needed = needsOneOf('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
  app.post('/:userId/checkMemberGroups', needed, async (c) => {
    const userId = c.req.param('userId');
    const { groupIds } = await readJson(c, membershipCheck, badDirectoryRequest);
    if (!directory.isUser(userId)) throw noSuchResource(userId);
    return c.json({
      '@odata.context': `${originOf(c)}/v1.0/$metadata#Collection(Edm.String)`,
      value: groupIds.filter((groupId) => directory.isMember(userId, groupId)),
    });
  });

  return app;
}

// The directory's errors have codes of their own, unlike those of GDAP.
function badDirectoryRequest(message: string): Refusal {
  return new Refusal(400, 'Request_BadRequest', message);
}

function noSuchResource(id: string): Refusal {
  return new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}
