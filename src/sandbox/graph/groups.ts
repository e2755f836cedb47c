// Which groups does the partner have? Graph's list, with the filter by name.
import { Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import type { Group } from '../world/model.js';
import type { World } from '../world/world.js';
import { answerList, readListOptions } from './collection.js';
import { needsOneOf } from './permissions.js';

/**
 * GET of the list of groups.
 * @see https://learn.microsoft.com/graph/api/group-list (checked 2026-11-22)
 */
export function groupRoutes({ directory }: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.get('/', needsOneOf('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'), (c) => {
    const options = readListOptions(c, { filterable: ['displayName'] });
    const isAskedFor = ({ name }: Group) =>
      options.conditions.every(({ value }) => value.toLowerCase() === name.toLowerCase());
    const items = directory.groups().filter(isAskedFor);
    return answerList(c, options, { items, toWire, fragment: 'groups' });
  });
  return app;
}

function toWire({ id, name }: Group) {
  return { id, displayName: name, securityEnabled: true, mailEnabled: false };
}
