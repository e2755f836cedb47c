// Paths of relationships and their access assignments in Graph, and how roles are written there.
import type { HttpRequest } from '../http/http-request.js';

/** The list of all relationships. */
export const root = '/tenantRelationships/delegatedAdminRelationships';

/** A request that reads. */
export function get(path: string, template: string): HttpRequest {
  return { method: 'GET', path, template, isRead: true };
}

/** One relationship. */
export function pathOf(relationshipId: string): string {
  return `${root}/${encodeURIComponent(relationshipId)}`;
}

/** The access assignments of one. */
export function assignmentsOf(relationshipId: string): string {
  return `${pathOf(relationshipId)}/accessAssignments`;
}

/** One access assignment, with the path's template for logs. */
export function placeOf({
  relationshipId,
  assignmentId,
}: {
  readonly relationshipId: string;
  readonly assignmentId: string;
}) {
  const path = `${assignmentsOf(relationshipId)}/${encodeURIComponent(assignmentId)}`;
  return { path, template: `${root}/{id}/accessAssignments/{id}` };
}

/** Roles as Graph writes them. */
export function unifiedRoles(roleIds: readonly string[]) {
  return { unifiedRoles: roleIds.map((roleDefinitionId) => ({ roleDefinitionId })) };
}
