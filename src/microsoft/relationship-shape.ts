// What do Graph's answers about GDAP look like, and what do we take from them?
import { z } from 'zod';
import { type AssignmentStatus, type RelationshipStatus, relationshipStatuses } from '../domain/relationship.js';

// Microsoft writes a date that is not there as null, as an empty text, or not at all.
const instant = z
  .string()
  .nullish()
  .transform((text) => {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
  });

const lowerCase = z.string().transform((text) => text.toLowerCase());

const roleIds = z
  .object({ unifiedRoles: z.array(z.object({ roleDefinitionId: lowerCase })) })
  .transform(({ unifiedRoles }) => unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId));

const assignmentStatuses: readonly string[] = [
  'pending',
  'active',
  'deleting',
  'deleted',
  'error',
] satisfies AssignmentStatus[];

/** A `delegatedAdminRelationship`. A status that Microsoft has added since reads as `unknown`. */
export const relationshipShape = z
  .object({
    id: z.string().min(1),
    displayName: z.string(),
    status: z.string(),
    autoExtendDuration: z.string().nullish(),
    customer: z.object({ tenantId: lowerCase }).nullish(),
    accessDetails: roleIds,
    createdDateTime: instant,
    lastModifiedDateTime: instant,
    activatedDateTime: instant,
    endDateTime: instant,
  })
  .transform((wire) => ({
    id: wire.id,
    displayName: wire.displayName,
    status: knownStatus(wire.status),
    roleIds: wire.accessDetails,
    autoExtends: wire.autoExtendDuration === 'P180D',
    createdAt: wire.createdDateTime,
    modifiedAt: wire.lastModifiedDateTime,
    activatedAt: wire.activatedDateTime,
    endsAt: wire.endDateTime,
    customerTenantId: wire.customer?.tenantId,
  }));

/** A `delegatedAdminAccessAssignment`. */
export const assignmentShape = z
  .object({
    id: z.string().min(1),
    '@odata.etag': z.string().default(''),
    status: z.string(),
    accessContainer: z.object({ accessContainerId: lowerCase }),
    accessDetails: roleIds,
  })
  .transform((wire) => ({
    id: wire.id,
    etag: wire['@odata.etag'],
    status: assignmentStatuses.includes(wire.status) ? (wire.status as AssignmentStatus) : ('unknown' as const),
    groupId: wire.accessContainer.accessContainerId,
    roleIds: wire.accessDetails,
  }));

/** A `delegatedAdminRelationshipRequest`: that Graph has taken it on is all that matters. */
export const requestShape = z.object({ action: z.string() });

/** One page of anything. */
export const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

function knownStatus(status: string): RelationshipStatus {
  return relationshipStatuses.find((known) => known === status) ?? 'unknown';
}
