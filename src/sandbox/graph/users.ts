// Graph's users: the groups that one is in.
import { Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import type { World } from '../world/world.js';
import { answerMemberships, noSuchResource } from './memberships.js';
import { needsOneOf } from './permissions.js';

/**
 * POST of checkMemberGroups. An unknown group has no members. The documentation doesn't say how ids are spelt in the answer;
 * here it's as they were asked for.
 * @see https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export function userRoutes({ directory }: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  const needed = needsOneOf('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
  app.post('/:userId/checkMemberGroups', needed, async (c) => {
    const userId = c.req.param('userId');
    if (!directory.isUser(userId)) throw noSuchResource(userId);
    return answerMemberships(c, directory, userId);
  });

  return app;
}
