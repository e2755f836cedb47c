// What can be changed in a relationship, by status.
import type { Context } from 'hono';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import type { Extension, Relationship } from '../world/model.js';
import { globalAdministrator } from '../world/roles.js';
import type { World } from '../world/world.js';
import { badRequest, checkIfMatch, conflict } from './answers.js';
import {
  checkName,
  checkRoles,
  isSameSet,
  participant,
  type RelationshipUpdate,
  relationshipUpdate,
} from './relationship-bodies.js';
import { relationshipEntity } from './resources.js';
import { addOperation, announceOperation } from './start-operation.js';

/**
 * Answers PATCH: everything while `created`; while `active` the extension, or the end of Global Administrator. In any other
 * status Microsoft refuses; its code isn't published.
 * @see https://learn.microsoft.com/graph/api/delegatedadminrelationship-update (checked 2026-11-28)
 */
export async function patchRelationship(
  world: World,
  c: Context<WireEnv>,
  relationship: Relationship,
): Promise<Response> {
  checkIfMatch(c, relationship);
  const update = await readJson(c, relationshipUpdate, badRequest);
  if (relationship.status === 'created' && !relationship.next) {
    applyAll(world, relationship, update);
    return c.json(relationshipEntity(c, relationship));
  }
  if (relationship.status !== 'active') {
    throw conflict(`The relationship cannot be changed in the status ${relationship.status}.`);
  }
  const { autoExtendDuration, accessDetails, '@odata.type': _, ...others } = update;
  const [forbidden] = Object.keys(others);
  if (forbidden) throw badRequest(`The property ${forbidden} cannot be changed in the status active.`);
  if (accessDetails && autoExtendDuration !== undefined) {
    // No page says that it works, so nothing may rely on it.
    throw badRequest('The roles and the automatic extension of an active relationship cannot be changed together.');
  }
  const active = { world, c, relationship };
  if (autoExtendDuration !== undefined) return extend(active, autoExtendDuration);
  return accessDetails ? changeRoles(active, accessDetails) : c.json(relationshipEntity(c, relationship));
}

function applyAll(world: World, relationship: Relationship, update: RelationshipUpdate): void {
  const {
    displayName,
    accessDetails = relationship.roles,
    autoExtendDuration = relationship.autoExtendDuration,
  } = update;
  checkRoles(accessDetails, autoExtendDuration);
  if (displayName && displayName.toLowerCase() !== relationship.displayName.toLowerCase()) {
    checkName(world, displayName);
  }
  if (displayName) world.rename(relationship, displayName);
  if (update.customer) world.setCustomer(relationship, participant(world, update.customer));
  relationship.durationDays = update.duration ?? relationship.durationDays;
  relationship.autoExtendDuration = autoExtendDuration;
  relationship.roles = accessDetails;
  world.touch(relationship, world.now());
}

interface Active {
  readonly world: World;
  readonly c: Context<WireEnv>;
  readonly relationship: Relationship;
}

function extend({ world, c, relationship }: Active, autoExtendDuration: Extension): Response {
  checkRoles(relationship.roles, autoExtendDuration);
  relationship.autoExtendDuration = autoExtendDuration;
  world.touch(relationship, world.now());
  return c.json(relationshipEntity(c, relationship));
}

/** Without Global Administrator, and with all else as it is: 202. What isn't about that role changes nothing, and is answered with 200. */
function changeRoles({ world, c, relationship }: Active, roles: string[]): Response {
  checkRoles(roles, relationship.autoExtendDuration);
  const isGlobal = relationship.roles.includes(globalAdministrator);
  if (isGlobal === roles.includes(globalAdministrator)) return c.json(relationshipEntity(c, relationship));
  if (!isGlobal || !isSameSet([...roles, globalAdministrator], relationship.roles)) {
    throw badRequest('From an active relationship only the Global Administrator role can be removed.');
  }
  // How a second request is refused while the first is under way isn't published.
  if (relationship.operations.some(({ assignmentId, next }) => assignmentId === null && next !== null)) {
    throw conflict('Another change of the relationship is under way.');
  }
  announceOperation(world, c, { relationship, operation: addOperation(world, relationship, { roles }) });
  return c.body(null, 202);
}
