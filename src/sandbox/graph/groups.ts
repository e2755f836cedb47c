// The partner's groups: Graph's list with its filter by name, one group, and its memberships.
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import type { Directory } from '../world/directory.js';
import type { Group } from '../world/model.js';
import type { World } from '../world/world.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { answerMemberships, badDirectoryRequest, noSuchResource } from './memberships.js';
import { needsOneOf } from './permissions.js';

// A security group; others take other values, which nothing here needs.
const groupCreate = z.object({
  displayName: z.string().min(1).max(256),
  description: z.string().max(1024).nullish(),
  mailEnabled: z.literal(false),
  mailNickname: z
    .string()
    .max(64)
    .regex(/^[^@()\\[\]";:<>, ]+$/, 'has characters that are not allowed'),
  securityEnabled: z.literal(true),
});

/**
 * GET of the list and of one, POST of a security group, and POST of checkMemberGroups.
 * @see https://learn.microsoft.com/graph/api/group-list, /graph/api/group-get,
 * /graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export function groupRoutes(world: World): Hono<WireEnv> {
  const { directory } = world;
  const app = new Hono<WireEnv>();
  const mayRead = needsOneOf('GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All');
  app.get('/', mayRead, (c) => {
    const options = readListOptions(c, { filterable: ['displayName'] });
    const isAskedFor = ({ name }: Group) =>
      options.conditions.every(({ value }) => value.toLowerCase() === name.toLowerCase());
    const items = directory.groups().filter(isAskedFor);
    return answerList(c, options, { items, toWire, fragment: 'groups' });
  });
  // Entra takes a name twice. @see https://learn.microsoft.com/graph/api/group-post-groups (checked 2026-11-29)
  app.post('/', needsOneOf('Group.ReadWrite.All', 'Group.Create', 'Directory.ReadWrite.All'), async (c) => {
    const { displayName: name } = await readJson(c, groupCreate, badDirectoryRequest);
    const group = { id: randomUUID(), name, memberIds: [], isSecurity: true };
    directory.addGroup(group);
    world.changed();
    const context = `${new URL(c.req.url).origin}/v1.0/$metadata#groups/$entity`;
    return c.json({ '@odata.context': context, ...toWire(group) }, 201);
  });
  app.get('/:groupId', mayRead, (c) => {
    const select = readSelect(c);
    return c.json(selected(toWire(findGroup(directory, c.req.param('groupId'))), select));
  });
  // @see https://learn.microsoft.com/graph/api/group-list-members (checked 2026-11-28)
  app.get('/:groupId/members', mayRead, (c) => {
    const { memberIds } = findGroup(directory, c.req.param('groupId'));
    const top = Number(c.req.query('$top') ?? memberIds.length);
    return c.json({ value: memberIds.slice(0, top).map((id) => ({ id })) });
  });
  app.post('/:groupId/checkMemberGroups', mayRead, async (c) => {
    const { id } = findGroup(directory, c.req.param('groupId'));
    return answerMemberships(c, directory, id);
  });
  return app;
}

function findGroup(directory: Directory, groupId: string): Group {
  const group = directory.group(groupId);
  if (!group) throw noSuchResource(groupId);
  return group;
}

function toWire({ id, name, isSecurity }: Group) {
  return { id, displayName: name, securityEnabled: isSecurity, mailEnabled: !isSecurity };
}
