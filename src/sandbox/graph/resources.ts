// GDAP resources in Graph's JSON.
import type { Context } from 'hono';
import type { Assignment, Customer, Operation, Relationship, RelationshipRequest } from '../world/model.js';
import { contextOf, etag, graphDate } from './answers.js';

/** A `delegatedAdminRelationship`. */
export function relationshipResource(relationship: Relationship) {
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
    '@odata.etag': etag(relationship.revision),
    id: relationship.id,
    displayName: relationship.displayName,
    duration: `P${relationship.durationDays}D`,
    ...(relationship.autoExtendDuration !== 'absent' && { autoExtendDuration: relationship.autoExtendDuration }),
    customer: relationship.customer,
    accessDetails: relationship.lacksRoles ? { unifiedRoles: null } : accessDetails(relationship.roles),
    status: relationship.status,
    ...dates(relationship),
    activatedDateTime: graphDate(relationship.activatedDateTime),
    endDateTime: graphDate(relationship.endDateTime),
  };
}

/** A relationship as an answer of its own. */
export function relationshipEntity(c: Context, relationship: Relationship): object {
  const context = contextOf(c, 'delegatedAdminRelationships/$entity');
  return { '@odata.context': context, ...relationshipResource(relationship) };
}

/** A `delegatedAdminRelationshipRequest`; its status is `created` in the answer that creates it. */
export function requestResource(request: RelationshipRequest) {
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationshipRequest',
    id: request.id,
    action: request.action,
    status: request.status,
    ...dates(request),
  };
}

/** A `delegatedAdminAccessAssignment`. */
export function assignmentResource(assignment: Assignment) {
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminAccessAssignment',
    '@odata.etag': etag(assignment.revision),
    id: assignment.id,
    status: assignment.status,
    ...dates(assignment),
    accessContainer: { accessContainerId: assignment.groupId, accessContainerType: 'securityGroup' },
    accessDetails: accessDetails(assignment.roles),
  };
}

/** A `delegatedAdminRelationshipOperation`; its `data` is the changed entity, as JSON in a string. */
export function operationResource(relationship: Relationship, operation: Operation) {
  const { assignmentId } = operation;
  const assignment = relationship.assignments.find(({ id }) => id === assignmentId);
  const changed = assignment ? assignmentResource(assignment) : relationshipResource(relationship);
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationshipOperation',
    '@odata.etag': etag(operation.revision),
    id: operation.id,
    operationType: assignmentId ? 'delegatedAdminAccessAssignmentUpdate' : 'delegatedAdminRelationshipUpdate',
    data: JSON.stringify({ ...changed, accessDetails: accessDetails(operation.roles) }),
    status: operation.status,
    ...dates(operation),
  };
}

/** A `delegatedAdminCustomer`. */
export function customerResource({ tenantId, name }: Customer) {
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
    '@odata.etag': etag(1),
    id: tenantId,
    tenantId,
    displayName: name,
  };
}

function accessDetails(roles: readonly string[]) {
  return { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) };
}

function dates({ createdDateTime, lastModifiedDateTime }: { createdDateTime: string; lastModifiedDateTime: string }) {
  return { createdDateTime: graphDate(createdDateTime), lastModifiedDateTime: graphDate(lastModifiedDateTime) };
}
