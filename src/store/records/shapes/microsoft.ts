// Shapes of what was read from Microsoft and is kept.
import { z } from 'zod';
import type { Reservation } from '../../../domain/access/delegated-admin.js';
import type { Role } from '../../../domain/access/gdap-roles.js';
import type {
  AccessAssignment,
  AssignmentStatus,
  ListedRelationship,
  RelationshipStatus,
} from '../../../domain/access/relationship.js';
import type { Subscription, SubscriptionStatus } from '../../../domain/offboarding/inventory.js';
import type { Person } from '../../../domain/person.js';
import { type Problem, type ProblemReason, problemReasons, type ServiceName } from '../../../domain/problem.js';
import { flag, instant, number, oneOf, record, text, texts } from './kit.js';

/** Why a call failed, in one word. */
export const problemReason: z.ZodType<ProblemReason> = z.enum(problemReasons);

const service = oneOf<ServiceName>({ graph: true, partnerCenter: true });

/** A failed call. */
export const problem = record<Problem>({
  reason: problemReason,
  service: service.optional(),
  requestId: text.optional(),
  answer: text.optional(),
});

/** A person of the partner's organization. */
export const person = record<Person>({ id: text, name: text });

/** A role. */
export const role = record<Role>({ id: text, name: text });

/** A relationship's status. */
export const relationshipStatus = oneOf<RelationshipStatus>({
  created: true,
  approvalPending: true,
  approved: true,
  activating: true,
  active: true,
  expiring: true,
  expired: true,
  terminationRequested: true,
  terminating: true,
  terminated: true,
  unknown: true,
  gone: true,
});

/** A relationship, with or without the customer that it is pinned to. */
export const relationship = record<ListedRelationship>({
  id: text,
  displayName: text,
  status: relationshipStatus,
  roleIds: texts,
  autoExtends: flag,
  createdAt: instant.optional(),
  modifiedAt: instant.optional(),
  activatedAt: instant.optional(),
  endsAt: instant.optional(),
  customerTenantId: text.optional(),
  customerName: text.optional(),
});

const assignmentStatus = oneOf<AssignmentStatus>({
  pending: true,
  active: true,
  deleting: true,
  deleted: true,
  error: true,
  unknown: true,
});

/** An access assignment. */
export const assignment = record<AccessAssignment>({
  id: text,
  groupId: text,
  status: assignmentStatus,
  roleIds: texts,
  etag: text,
  pendingSince: instant.optional(),
});

/** An Azure reserved instance. */
export const reservation = record<Reservation>({
  productId: text,
  kind: text,
  quantity: number,
  expiresAt: instant.optional(),
});

/** A subscription that the customer has bought. */
export const subscription = record<Subscription>({
  id: text,
  offerName: text,
  quantity: number,
  status: oneOf<SubscriptionStatus>({
    none: true,
    active: true,
    pending: true,
    suspended: true,
    expired: true,
    disabled: true,
    deleted: true,
    unknown: true,
  }),
  isAzurePlan: flag,
  isTrial: flag,
  autoRenews: flag,
  cancellableUntil: instant.optional(),
  termEndsAt: instant.optional(),
});
