// What can be changed in a relationship, by status.
import type { Context } from 'hono';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import type { Relationship } from '../world/model.js';
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

/** Answers PATCH: everything while `created`; while `active` the extension, or the end of Global Administrator. */
export async function patchRelationship(
  world: World,
  c: Context<WireEnv>,
  relationship: Relationship,
): Promise<Response> {
  checkIfMatch(c, relationship);
  const update = await readJson(c, relationshipUpdate, badRequest);
  const autoExtendDuration = update.autoExtendDuration ?? relationship.autoExtendDuration;
  checkRoles(update.accessDetails ?? relationship.roles, autoExtendDuration);
  if (relationship.status === 'created' && !relationship.next) {
    applyAll(world, relationship, update);
    return c.json(relationshipEntity(c, relationship));
  }
  if (relationship.status !== 'active') {
    throw conflict(`The relationship cannot be changed in the status ${relationship.status}.`);
  }
  return patchActive(world, c, { relationship, update });
}

function applyAll(world: World, relationship: Relationship, update: RelationshipUpdate): void {
  if (update.displayName && update.displayName.toLowerCase() !== relationship.displayName.toLowerCase()) {
    checkName(world, update.displayName);
  }
  if (update.displayName) world.rename(relationship, update.displayName);
  if (update.customer) world.setCustomer(relationship, participant(world, update.customer));
  relationship.durationDays = update.duration ?? relationship.durationDays;
  relationship.autoExtendDuration = update.autoExtendDuration ?? relationship.autoExtendDuration;
  relationship.roles = update.accessDetails ?? relationship.roles;
  world.touch(relationship, world.now());
}

function patchActive(
  world: World,
  c: Context<WireEnv>,
  { relationship, update }: { relationship: Relationship; update: RelationshipUpdate },
): Response {
  const { autoExtendDuration, accessDetails, '@odata.type': _, ...others } = update;
  const [forbidden] = Object.keys(others);
  if (forbidden) throw badRequest(`The property ${forbidden} cannot be changed in the status active.`);
  const isChanged = accessDetails && !isSameSet(accessDetails, relationship.roles);
  if (isChanged && !isSameSet([...accessDetails, globalAdministrator], relationship.roles)) {
    throw badRequest('From an active relationship only the Global Administrator role can be removed.');
  }
  if (autoExtendDuration) {
    relationship.autoExtendDuration = autoExtendDuration;
    world.touch(relationship, world.now());
  }
  if (!isChanged) return c.json(relationshipEntity(c, relationship));
  announceOperation(world, c, { relationship, operation: addOperation(world, relationship, { roles: accessDetails }) });
  return c.body(null, 202);
}
