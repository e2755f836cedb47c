// Shapes of Graph's answers about GDAP, and what's taken from them.
import { z } from 'zod';
import { type OperationStatus, operationStatuses } from '../../domain/access/keeping.js';
import {
  type AssignmentStatus,
  type RelationshipStatus,
  relationshipStatuses,
} from '../../domain/access/relationship.js';
import type { Instant } from '../../domain/time.js';

// Shapes of plain values, converted at the end: a transformation for each part takes several times as long, and a reconcile
// reads ten thousand of these.
const instant = z.string().nullish().catch(undefined);

const assignmentStatuses: readonly AssignmentStatus[] = ['pending', 'active', 'deleting', 'deleted', 'error'];

/**
 * A `delegatedAdminRelationship`. A status that Microsoft has added since reads as `unknown`. One that's over may lack its
 * roles, as some do: only its name still counts, which stays taken.
 * @see https://github.com/KelvinTegelaar/CIPP/issues/4953 (checked 2026-11-28)
 */
export const relationshipShape = z
  .object({
    id: z.string().min(1),
    displayName: z.string(),
    status: z.string(),
    autoExtendDuration: z.string().nullish().catch(undefined),
    customer: z.object({ tenantId: z.string(), displayName: z.string().nullish().catch(undefined) }).nullish(),
    accessDetails: z.unknown(),
    createdDateTime: instant,
    lastModifiedDateTime: instant,
    activatedDateTime: instant,
    endDateTime: instant,
  })
  .refine((json) => areRoles(json.accessDetails) || saysItIsOver(json), { path: ['accessDetails'] })
  .transform((json) => ({
    id: json.id,
    displayName: json.displayName,
    status: knownStatus(json.status),
    roleIds: areRoles(json.accessDetails) ? roleIdsOf(json.accessDetails) : [],
    autoExtends: extendsItself(json.autoExtendDuration),
    createdAt: instantFrom(json.createdDateTime),
    modifiedAt: instantFrom(json.lastModifiedDateTime),
    activatedAt: instantFrom(json.activatedDateTime),
    endsAt: instantFrom(json.endDateTime),
    customerTenantId: json.customer?.tenantId.toLowerCase(),
    customerName: json.customer?.displayName || undefined,
  }));

/**
 * Whether a duration of auto-extend means on. Off is zero of any spelling (`PT0S`, `P0D`), null or nothing; Microsoft names no
 * other duration than `P180D`, and any that isn't zero counts as on.
 * @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationship (checked 2026-11-29)
 */
function extendsItself(duration: string | null | undefined): boolean {
  return /[1-9]/.test(duration ?? '');
}

const overStatuses: readonly unknown[] = ['expired', 'terminated', 'deleted'];

/** Whether a relationship or an assignment says that it's over, even if the rest of it can't be read. */
export function saysItIsOver(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'status' in item && overStatuses.includes(item.status);
}

/** The customer that a `delegatedAdminRelationship` is pinned to, even if the rest of it can't be read. */
export const pinnedShape = z.object({ customer: z.object({ tenantId: z.string() }).nullish() });

/** A `delegatedAdminAccessAssignment`. One whose roles can't be read gets the status `unknown`. */
export const assignmentShape = z
  .object({
    id: z.string().min(1),
    '@odata.etag': z.string().default(''),
    status: z.string(),
    accessContainer: z.object({ accessContainerId: z.string() }),
    accessDetails: z.unknown(),
    createdDateTime: instant,
    lastModifiedDateTime: instant,
  })
  .transform((json) => ({
    id: json.id,
    etag: json['@odata.etag'],
    status: areRoles(json.accessDetails) || saysItIsOver(json) ? knownAssignmentStatus(json.status) : 'unknown',
    groupId: json.accessContainer.accessContainerId.toLowerCase(),
    roleIds: areRoles(json.accessDetails) ? roleIdsOf(json.accessDetails) : [],
    ...(json.status === 'pending' && {
      pendingSince: instantFrom(json.lastModifiedDateTime) ?? instantFrom(json.createdDateTime),
    }),
  }));

/** A `delegatedAdminRelationshipRequest`; only that Graph accepted it counts. */
export const requestShape = z.object({ action: z.string() });

/** The etag of any object. */
export const versionShape = z.object({ '@odata.etag': z.string().min(1) }).transform((json) => json['@odata.etag']);

/** What of a relationship a change needs: its version and the roles that it has. */
export const patchedShape = z
  .object({ '@odata.etag': z.string().min(1), accessDetails: z.custom<Roles>(areRoles) })
  .transform((json) => ({ etag: json['@odata.etag'], roleIds: roleIdsOf(json.accessDetails) }));

/** The same as read. */
export type PatchedRelationship = z.output<typeof patchedShape>;

/** The status of a `delegatedAdminRelationshipOperation`. */
export const operationShape = z
  .object({ status: z.string() })
  .transform(({ status }): OperationStatus => operationStatuses.find((known) => known === status) ?? 'unknown');

/** One page of any list. */
export const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

function knownAssignmentStatus(status: string): AssignmentStatus {
  return assignmentStatuses.find((known) => known === status) ?? 'unknown';
}

function knownStatus(status: string): RelationshipStatus {
  return relationshipStatuses.find((known) => known === status) ?? 'unknown';
}

// Most relationships have the same roles as the one before, so ten thousand of them share one list.
let lastRoleIds: readonly string[] = [];

interface Roles {
  readonly unifiedRoles: readonly { readonly roleDefinitionId: string }[];
}

// By hand: a relationship has ten roles, and zod would make an object of each.
function areRoles(value: unknown): value is Roles {
  if (typeof value !== 'object' || value === null || !('unifiedRoles' in value)) return false;
  return Array.isArray(value.unifiedRoles) && value.unifiedRoles.every(isRole);
}

function isRole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('roleDefinitionId' in value)) return false;
  return typeof value.roleDefinitionId === 'string';
}

function roleIdsOf({ unifiedRoles }: Roles): readonly string[] {
  const isSame =
    unifiedRoles.length === lastRoleIds.length &&
    unifiedRoles.every(({ roleDefinitionId }, index) => roleDefinitionId === lastRoleIds[index]);
  if (!isSame) lastRoleIds = unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId.toLowerCase());
  return lastRoleIds;
}

// UTC, with or without fractions of a second: the formats that Microsoft writes.
const utc = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/;

// Microsoft writes a missing date as null, as an empty text, or not at all.
function instantFrom(text: string | null | undefined): Instant | undefined {
  if (!text) return undefined;
  // Far faster than a Date, and a reconcile reads forty thousand of them; most are in our format already.
  if (utc.test(text))
    return text.length === 24 ? text : `${text.slice(0, 19)}.${text.slice(20, -1).padEnd(3, '0').slice(0, 3)}Z`;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
