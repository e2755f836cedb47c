// Names of the groups and roles in an inventory.

import { rolesOf } from '../../domain/access/access-template.js';
import { groupNamesIn } from '../../domain/access/access-templates.js';
import { MicrosoftError } from '../../domain/errors.js';
import type { InventoryRelationship, Names } from '../../domain/offboarding/inventory.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Directory } from '../ports/microsoft.js';
import type { Templates } from '../ports/templates.js';

/** What reading names takes. */
export interface NameReader {
  readonly microsoft: { readonly directory: Directory };
  readonly clock: Clock;
  readonly log: Log;
  readonly templates: Templates;
  /** Names of roles that GDAP supports, by role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
}

// A name is worth a short wait; without it the group is known by its id.
const patienceMs = 2000;
// Beyond the templates' own, few groups have access anywhere.
const mostAsked = 20;

/**
 * Names from the access templates and the list of roles; other groups' are read from Microsoft Graph. Never fails: a name
 * that doesn't arrive in time is left out.
 */
export async function readNames(reader: NameReader, tied: readonly InventoryRelationship[]): Promise<Names> {
  const assignments = tied.flatMap((each) =>
    each.assignments && 'value' in each.assignments ? each.assignments.value : [],
  );
  const groupIds = [...new Set(assignments.map(({ groupId }) => groupId))];
  const roleIds = [...assignments, ...tied.map(({ relationship }) => relationship)].flatMap((each) => each.roleIds);
  const { current } = reader.templates;
  const known = new Map(groupNamesIn(current));
  const asked = groupIds.filter((id) => !known.has(id)).slice(0, mostAsked);
  await Promise.all(
    asked.map(async (id) => {
      const name = await groupName(reader, id);
      if (name !== undefined) known.set(id, name);
    }),
  );
  const wanted = [...current.templates.values()].flatMap(rolesOf).filter(({ id, name }) => id !== name);
  const roles = new Map([...reader.roleNames, ...wanted.map(({ id, name }) => [id, name] as const)]);
  return { groups: only(groupIds, known), roles: only(roleIds, roles) };
}

async function groupName({ microsoft, clock, log }: NameReader, groupId: string): Promise<string | undefined> {
  try {
    return await withTimeout(clock, patienceMs, microsoft.directory.groupName(groupId));
  } catch (error) {
    if (!(error instanceof MicrosoftError)) throw error;
    // Names of groups need GroupMember.Read.All, which may not be granted.
    log.info('groupNameNotRead', { groupId, error });
    return undefined;
  }
}

function only(ids: readonly string[], names: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const found = [...new Set(ids)].sort().flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(found);
}
