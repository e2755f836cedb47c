// The data of the simulated cloud in Microsoft's words, and the shape of its file.
import { z } from 'zod';

const instant = z.iso.datetime();
const id = z.string();
const roleIds = z.array(id);

/** Statuses of a relationship, in Microsoft's spelling. */
export const relationshipStatus = z.enum([
  'created',
  'approvalPending',
  'approved',
  'activating',
  'active',
  'expiring',
  'expired',
  'terminationRequested',
  'terminating',
  'terminated',
]);

/** A status of a relationship. */
export type RelationshipStatus = z.infer<typeof relationshipStatus>;

/** Statuses of an access assignment, in Microsoft's spelling. */
export const assignmentStatus = z.enum(['pending', 'active', 'deleting', 'deleted', 'error']);

/** A status of an access assignment. */
export type AssignmentStatus = z.infer<typeof assignmentStatus>;

/** States of a customer's Azure plan. */
export const azurePlanState = z.enum(['active', 'suspended', 'none']);

/** A state of a customer's Azure plan. */
export type AzurePlanState = z.infer<typeof azurePlanState>;

/**
 * What a relationship does at its end. `P180D`: it's extended by 180 days. All else is off, which Graph writes in several ways;
 * `absent`: not at all.
 */
export const extension = z.enum(['P0D', 'PT0S', 'P180D', 'absent']).nullable();

/** What a relationship does at its end. */
export type Extension = z.infer<typeof extension>;

/** What can be removed between partner and customer. */
export const removal = z.enum(['assignments', 'consent', 'relationship', 'delegatedAdmin', 'reseller']);

/** One kind of removal. */
export type Removal = z.infer<typeof removal>;

/** Statuses of a subscription, in Microsoft's spelling. */
export const subscriptionStatus = z.enum(['active', 'pending', 'suspended', 'expired', 'disabled', 'deleted']);

/** A purchase besides the Azure plan and the licence, as the file keeps it. */
export const subscription = z.object({
  id,
  offerId: z.string(),
  offerName: z.string(),
  quantity: z.number().int(),
  status: subscriptionStatus,
  isTrial: z.boolean(),
  autoRenews: z.boolean(),
  startsAt: instant,
  termEndsAt: instant.nullable(),
  /** Null: it can't be cancelled. */
  cancellableUntil: instant.nullable(),
});

/** A purchase of a customer. */
export type Bought = z.infer<typeof subscription>;

/** How a customer's tenant, or Microsoft for it, differs from others. */
export const quirk = z.discriminatedUnion('kind', [
  // POST of a relationship answers 403.
  z.object({ kind: z.literal('createRefused') }),
  // Activation takes this many seconds.
  z.object({ kind: z.literal('slowActivation'), seconds: z.number() }),
  // The role is missing as soon as the relationship is active.
  z.object({ kind: z.literal('dropsRole'), roleDefinitionId: id }),
  // Access assignments of the group end in error.
  z.object({ kind: z.literal('assignmentFails'), groupId: id }),
  // POST of an access assignment for the group is refused: 400 unless it says otherwise.
  z.object({
    kind: z.literal('assignmentRefused'),
    groupId: id,
    status: z.union([z.literal(400), z.literal(409), z.literal(500)]).optional(),
  }),
  // The group's next access assignment stays pending until it is deleted; the one after that is carried out.
  z.object({ kind: z.literal('assignmentStuck'), groupId: id }),
  // A change of roles that Microsoft carries out later, of a relationship or of an assignment, ends in `failed`.
  z.object({ kind: z.literal('operationFails') }),
  // Partner Center answers 403 for the subscriptions.
  z.object({ kind: z.literal('subscriptionsRefused') }),
  // Microsoft refuses the removal.
  z.object({ kind: z.literal('removalRefused'), of: removal }),
  // Microsoft accepts the removal, and it never shows.
  z.object({ kind: z.literal('removalNeverShows'), of: removal }),
]);

/** One way in which a tenant differs from others. */
export type Quirk = z.infer<typeof quirk>;

/** A customer, as the file keeps it. */
export const customer = z.object({
  tenantId: id,
  name: z.string(),
  domain: z.string(),
  relationshipToPartner: z.enum(['reseller', 'none']),
  azurePlan: azurePlanState,
  licence: z.enum(['active', 'suspended', 'deleted']),
  delegatedAdmin: z.boolean(),
  delegatedAdminEndsAt: instant.nullable(),
  // A file from before customers could leave lacks the next four.
  /** When the end of the reseller relationship shows. Null: it hasn't been requested. */
  resellerEndsAt: instant.nullable().default(null),
  /** Whether the partner's application has a consent in the tenant. */
  consent: z.boolean().default(false),
  /** When its withdrawal shows. Null: it hasn't been requested. */
  consentEndsAt: instant.nullable().default(null),
  /** Of its billing profile. A file from before customers had one lacks it. */
  culture: z.string().default('en-US'),
  subscriptions: z.array(subscription).default(() => []),
  reservations: z.number().int().min(0),
  quirks: z.array(quirk),
});

/** A customer, with its purchases and the behaviour of its tenant. */
export type Customer = z.infer<typeof customer>;

/** A group of the partner, as the file keeps it. Members are people and other groups; all ids in lower case. */
export const group = z.object({
  id,
  name: z.string(),
  memberIds: z.array(id),
  // A file from before there were others has only security groups.
  isSecurity: z.boolean().default(true),
});

/** A group of the partner, with its direct members. */
export type Group = z.infer<typeof group>;

const relationshipRequest = z.object({
  id,
  action: z.enum(['lockForApproval', 'terminate']),
  status: z.enum(['pending', 'succeeded']),
  createdDateTime: instant,
  lastModifiedDateTime: instant,
});

/** A partner's request for a change of status; `pending` until the status has changed. */
export type RelationshipRequest = z.infer<typeof relationshipRequest>;

const traces = { createdDateTime: instant, lastModifiedDateTime: instant, revision: z.number().int() };

const operation = z.object({
  id,
  assignmentId: id.nullable(),
  roles: roleIds,
  status: z.enum(['notStarted', 'running', 'succeeded', 'failed']),
  next: z.object({ at: instant, step: z.enum(['running', 'finished']) }).nullable(),
  ...traces,
});

/** A change of roles that Microsoft carries out later; without an assignment, of the relationship's own roles. */
export type Operation = z.infer<typeof operation>;

const assignment = z.object({
  id,
  groupId: id,
  roles: roleIds,
  status: assignmentStatus,
  next: z.object({ at: instant, step: z.enum(['assigned', 'deleted']) }).nullable(),
  ...traces,
});

/** Roles of a relationship given to a group of the partner. */
export type Assignment = z.infer<typeof assignment>;

const relationshipStep = z.enum([
  'locked',
  'activating',
  'active',
  'endReached',
  'expired',
  'terminating',
  'terminated',
  'gone',
]);

/** A step that a relationship takes by itself. */
export type RelationshipStep = z.infer<typeof relationshipStep>;

/** A relationship, as the file keeps it. */
export const relationship = z.object({
  id,
  displayName: z.string(),
  durationDays: z.number().int(),
  autoExtendDuration: extension,
  customer: z.object({ tenantId: id, displayName: z.string() }).nullable(),
  roles: roleIds,
  status: relationshipStatus,
  activatedDateTime: instant.nullable(),
  endDateTime: instant.nullable(),
  next: z.object({ at: instant, step: relationshipStep }).nullable(),
  /** Since when it stands still, and its next step once the partner has read it. Absent: it moves. */
  held: z.object({ since: instant, next: z.object({ at: instant, step: relationshipStep }).nullable() }).optional(),
  requests: z.array(relationshipRequest),
  assignments: z.array(assignment),
  operations: z.array(operation),
  // A file from before roles could be missing has none of these.
  /** Graph writes null for its roles. */
  lacksRoles: z.boolean().default(false),
  ...traces,
});

/** A relationship with all its parts; `next` is the step that it takes by itself unless something else happens first. */
export type Relationship = z.infer<typeof relationship>;
