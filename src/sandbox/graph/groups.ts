// The partner's groups: Graph's list with its filter by name, one group, and its memberships.
import { Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import type { Directory } from '../world/directory.js';
import type { Group } from '../world/model.js';
import type { World } from '../world/world.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { answerMemberships, noSuchResource } from './memberships.js';
import { needsOneOf } from './permissions.js';

/**
 * GET of the list and of one, and POST of checkMemberGroups.
 * @see https://learn.microsoft.com/graph/api/group-list, /graph/api/group-get,
 * /graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
 */
export function groupRoutes({ directory }: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const mayRead = needsOneOf('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
  app.get('/', mayRead, (c) => {
    const options = readListOptions(c, { filterable: ['displayName'] });
    const isAskedFor = ({ name }: Group) =>
      options.conditions.every(({ value }) => value.toLowerCase() === name.toLowerCase());
    const items = directory.groups().filter(isAskedFor);
    return answerList(c, options, { items, toWire, fragment: 'groups' });
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
