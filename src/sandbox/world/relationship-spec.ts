// A relationship in few words, for the seed and for tests.
import { randomUUID } from 'node:crypto';
import { nextAssignmentStep } from './assignment-lifecycle.js';
import { daysAfter, secondsAfter } from './instants.js';
import type { Assignment, AssignmentStatus, Extension, Relationship, RelationshipStatus } from './model.js';
import { groupRoles, templateRoles } from './partner.js';
import { nextStep } from './relationship-lifecycle.js';
import type { World } from './world.js';

/** A group's assignment; its roles are the template's and its status `active` unless given. */
export interface AssignmentSpec {
  readonly groupId: string;
  readonly roles?: readonly string[];
  readonly status?: AssignmentStatus;
  /** Default: a new one. */
  readonly id?: string;
}

/** A relationship as made in Partner Center. Roles are template ids. */
export interface RelationshipSpec {
  /** Absent: any tenant may approve. */
  readonly tenantId?: string;
  readonly displayName: string;
  /** Default `active`. */
  readonly status?: RelationshipStatus;
  /** Default: all roles of the template. */
  readonly roles?: readonly string[];
  /** Default: none. */
  readonly assignments?: readonly AssignmentSpec[];
  /** Default `P180D`. */
  readonly autoExtendDuration?: Extension;
  /** Default 730. */
  readonly durationDays?: number;
  /** Default 0: now. */
  readonly createdDaysAgo?: number;
  /** Only of one that has been activated. Default: when it was created. */
  readonly activatedDaysAgo?: number;
  /** Since when it has its status. Default 0: now. */
  readonly sinceDaysAgo?: number;
  /** Default: the activation plus the duration. */
  readonly endsInSeconds?: number;
  /** Default: a new one. */
  readonly id?: string;
}

/** Makes the relationship and puts it into the world. */
export function addRelationship(world: World, spec: RelationshipSpec): Relationship {
  const now = world.now();
  const createdDateTime = daysAfter(now, -(spec.createdDaysAgo ?? 0));
  const since = daysAfter(now, -(spec.sinceDaysAgo ?? 0));
  const status = spec.status ?? 'active';
  const durationDays = spec.durationDays ?? 730;
  const activatedDateTime = wasActivated(status)
    ? daysAfter(now, -(spec.activatedDaysAgo ?? spec.createdDaysAgo ?? 0))
    : null;
  const relationship: Relationship = {
    id: (spec.id ?? `${randomUUID()}-${randomUUID()}`).toLowerCase(),
    displayName: spec.displayName,
    durationDays,
    autoExtendDuration: spec.autoExtendDuration === undefined ? 'P180D' : spec.autoExtendDuration,
    customer: spec.tenantId ? participant(world, spec.tenantId) : null,
    roles: [...(spec.roles ?? templateRoles)],
    status,
    activatedDateTime,
    endDateTime: activatedDateTime && endOf(spec, { now, activatedDateTime, durationDays }),
    next: null,
    requests: [],
    assignments: (spec.assignments ?? []).map((assignment) => makeAssignment(world, assignment, createdDateTime)),
    operations: [],
    lacksRoles: false,
    createdDateTime,
    lastModifiedDateTime: since,
    revision: world.changed(),
  };
  relationship.next = nextStep(world, relationship, since);
  world.addRelationship(relationship);
  return relationship;
}

/** A new assignment that belongs to no relationship yet. */
export function makeAssignment(world: World, spec: AssignmentSpec, at: string): Assignment {
  const status = spec.status ?? 'active';
  return {
    id: spec.id ?? randomUUID(),
    groupId: spec.groupId,
    roles: [...(spec.roles ?? groupRoles(spec.groupId))],
    status,
    next: nextAssignmentStep(world, status, at),
    createdDateTime: at,
    lastModifiedDateTime: at,
    revision: world.changed(),
  };
}

function participant(world: World, tenantId: string): NonNullable<Relationship['customer']> {
  return { tenantId: tenantId.toLowerCase(), displayName: world.customer(tenantId)?.name ?? tenantId };
}

function wasActivated(status: RelationshipStatus): boolean {
  return !['created', 'approvalPending', 'approved', 'activating'].includes(status);
}

function endOf(
  spec: RelationshipSpec,
  { now, activatedDateTime, durationDays }: { now: string; activatedDateTime: string; durationDays: number },
): string {
  return spec.endsInSeconds === undefined
    ? daysAfter(activatedDateTime, durationDays)
    : secondsAfter(now, spec.endsInSeconds);
}
