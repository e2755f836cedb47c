// Graph's checkMemberGroups, for users and groups.
import type { Context } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import type { Directory } from '../world/directory.js';

const mostGroups = 20;
const membershipCheck = z.object({ groupIds: z.array(z.guid()).min(1).max(mostGroups) });

/** Answers a checkMemberGroups. */
export async function answerMemberships(c: Context<WireEnv>, directory: Directory, memberId: string) {
  const { groupIds } = await readJson(c, membershipCheck, badDirectoryRequest);
  return c.json({
    '@odata.context': `${new URL(c.req.url).origin}/v1.0/$metadata#Collection(Edm.String)`,
    value: groupIds.filter((groupId) => directory.isMember(memberId, groupId)),
  });
}

/** 400 of the directory, whose errors have other codes than those of GDAP. */
export function badDirectoryRequest(message: string): Refusal {
  return new Refusal(400, 'Request_BadRequest', message);
}

/** 404 for something that the directory doesn't have. */
export function noSuchResource(id: string): Refusal {
  return new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
