// The rules for giving a group roles of a relationship.
import { z } from 'zod';
import { Refusal } from '../wire/refusal.js';
import { isYounger } from '../world/lag.js';
import type { Assignment, Relationship } from '../world/model.js';
import { groupName } from '../world/partner.js';
import { makeAssignment } from '../world/relationship-spec.js';
import type { World } from '../world/world.js';
import { badRequest, conflict } from './answers.js';
import { accessDetails } from './relationship-bodies.js';

/** The body of POST. */
export const assignmentCreate = z.object({
  accessContainer: z.object({ accessContainerId: z.guid(), accessContainerType: z.literal('securityGroup') }),
  accessDetails,
});

/** The body of PATCH: only the roles. */
export const assignmentUpdate = z.strictObject({ '@odata.type': z.string().optional(), accessDetails });

/** @throws Refusal 400 for a role that the relationship doesn't have */
export function checkSubset(relationship: Relationship, roles: readonly string[]): void {
  const missing = roles.find((role) => !relationship.roles.includes(role));
  if (missing) throw badRequest(`The role definition ${missing} is not part of the relationship.`);
}

/**
 * Creates an assignment, `pending` until Microsoft has carried it to the customer's tenant.
 * @throws Refusal 400 for a relationship that isn't active, an unknown group or role, or a tenant without the role;
 * 409 for a second living assignment of the group
 */
export function createAssignment(
  world: World,
  relationship: Relationship,
  { accessContainer, accessDetails: roles }: z.infer<typeof assignmentCreate>,
): Assignment {
  const groupId = accessContainer.accessContainerId.toLowerCase();
  if (relationship.status !== 'active') throw badRequest('The delegated admin relationship is not active.');
  // @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21550 (checked 2026-11-28)
  if (isYounger(world, relationship.activatedDateTime)) {
    throw badRequest('The passed in delegatedAdminRelationshipId is invalid.');
  }
  if (!groupName(groupId) && !world.directory.group(groupId)?.isSecurity)
    throw badRequest(`The access container ${groupId} does not exist.`);
  checkSubset(relationship, roles);
  throwIfRefused(world, relationship, groupId);
  if (relationship.assignments.some((other) => other.groupId === groupId && isLiving(other))) {
    throw conflict('An access assignment for the access container already exists.');
  }
  const assignment = makeAssignment(world, { groupId, roles, status: 'pending' }, world.now());
  relationship.assignments.push(assignment);
  world.touch(assignment, assignment.createdDateTime);
  return assignment;
}

// @see https://github.com/microsoft/PartnerCenter-GDAPTransition/issues/13 (checked 2026-11-28)
function throwIfRefused(world: World, { customer }: Relationship, groupId: string): void {
  for (const quirk of world.quirks(customer?.tenantId)) {
    if (quirk.kind !== 'assignmentRefused' || quirk.groupId !== groupId) continue;
    if (quirk.status === 409) throw conflict('The access assignment conflicts with another one.');
    if (quirk.status === 500) throw new Refusal(500, 'unexpectedError', 'An unexpected error occurred in the server.');
    throw badRequest('A role of the access assignment is not activated in the customer tenant.');
  }
}

function isLiving({ status }: Assignment): boolean {
  return status !== 'deleted' && status !== 'error';
}
