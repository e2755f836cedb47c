// The columns of files with relationships and with what security groups have in tenants.
import { groupNamesIn } from '../../domain/access/access-templates.js';
import { type AccessAssignment, isOpen, type Relationship } from '../../domain/access/relationship.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { type ExportColumn, momentColumn, namesOfRoles, textColumn, yesOrNoWord } from './column.js';
import { namingColumns } from './tenant-columns.js';

/** A tenant and a relationship with it. */
export interface RelationshipRow {
  readonly tenant: Tenant;
  readonly relationship: Relationship;
}

/** A tenant and the roles of a security group in it. */
export interface AssignmentRow {
  readonly tenant: Tenant;
  readonly assignment: AccessAssignment;
}

/** The relationship that a tenant's onboarding relies on or waits for, as a row; none: there's none. */
export function relationshipRows(tenant: Tenant): readonly RelationshipRow[] {
  const relationship = tenant.onboarding?.relationship;
  return relationship ? [{ tenant, relationship }] : [];
}

/** What each group has in a tenant, a row each. */
export function assignmentRows(tenant: Tenant): readonly AssignmentRow[] {
  return (tenant.onboarding?.assignments ?? []).map((assignment) => ({ tenant, assignment }));
}

/** Of relationships. The id of a request is its approval link, so a request that can be approved has none here. */
export const relationshipColumns: readonly ExportColumn<RelationshipRow>[] = [
  ...namingColumns<RelationshipRow>(({ tenant }) => tenant),
  textColumn('relationship', 40, ({ relationship }) => relationship.displayName),
  textColumn('relationshipId', 38, ({ relationship: { id, status } }) =>
    isOpen(status) || status === 'unknown' ? undefined : id,
  ),
  // Microsoft's own word for it.
  textColumn('relationshipStatus', 18, ({ relationship }) => relationship.status),
  textColumn('roles', 40, ({ relationship }, made) => namesOfRoles(relationship.roleIds, made)),
  textColumn('autoExtend', 12, ({ relationship }, made) => yesOrNoWord(relationship.autoExtends, made)),
  momentColumn('createdAt', ({ relationship }) => relationship.createdAt),
  momentColumn('activatedAt', ({ relationship }) => relationship.activatedAt),
  momentColumn('endsAt', ({ relationship }) => relationship.endsAt),
  momentColumn('requestedAt', ({ tenant }) => tenant.onboarding?.requestedAt),
  textColumn('requestedBy', 20, ({ tenant }) => tenant.onboarding?.requestedBy.name),
];

/** Of what security groups have. */
export const assignmentColumns: readonly ExportColumn<AssignmentRow>[] = [
  ...namingColumns<AssignmentRow>(({ tenant }) => tenant),
  textColumn('group', 30, ({ assignment }, { context }) => groupNamesIn(context.templates).get(assignment.groupId)),
  textColumn('groupId', 38, ({ assignment }) => assignment.groupId),
  textColumn('assignmentStatus', 18, ({ assignment }) => assignment.status),
  textColumn('roles', 40, ({ assignment }, made) => namesOfRoles(assignment.roleIds, made)),
  momentColumn('pendingSince', ({ assignment }) => assignment.pendingSince),
  textColumn('relationship', 40, ({ tenant }) => tenant.onboarding?.relationship?.displayName),
];
