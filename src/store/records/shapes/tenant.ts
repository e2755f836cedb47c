// The shape of a tenant.
import { z } from 'zod';
import { type Coverage, outlooks, waysToKeep } from '../../../domain/access/coverage.js';
import type {
  EarlierEndFailure,
  EarlierEnding,
  EarlierRelationship,
} from '../../../domain/access/earlier-relationship.js';
import type { ToldEnd } from '../../../domain/access/expiry-warnings.js';
import type { HeldRoles } from '../../../domain/access/held-roles.js';
import type { KeepFailure, Keeping, Kept } from '../../../domain/access/keeping.js';
import type { LackingRole } from '../../../domain/access/lacking-roles.js';
import type { LeftoverAccess, LeftoverSpan } from '../../../domain/access/leftover-access.js';
import type { Ending, Limitation } from '../../../domain/access/limitation.js';
import type { AzureKnowledge, AzurePlan } from '../../../domain/access/observation.js';
import { type Repair, repairCauses } from '../../../domain/access/repair.js';
import type { Retry, StepRefusal, Tried } from '../../../domain/access/retry.js';
import type { TakenAway } from '../../../domain/access/taken-away.js';
import type { Customer } from '../../../domain/customer.js';
import type { Acceptance, Onboarding } from '../../../domain/tenant/onboarding.js';
import type { Status } from '../../../domain/tenant/status.js';
import type { Tenant } from '../../../domain/tenant/tenant.js';
import { acceptance, byPeople, historyEntry } from './by-people.js';
import { delegatedAdmin } from './delegated-admin.js';
import { byTag, flag, instant, number, oneOf, record, text, texts } from './kit.js';
import { assignment, person, problem, relationship, relationshipStatus, role } from './microsoft.js';
import { offboarding } from './offboarding.js';

const ending = oneOf<Ending>({
  terminated: true,
  expired: true,
  expiring: true,
  gone: true,
  declined: true,
  lapsed: true,
});

const keepSteps = <Also extends object>(also: Also) => ({
  setAutoExtend: { ...also, relationshipId: text },
  removeGlobalAdministrator: { ...also, relationshipId: text },
  createSuccessor: { ...also, successorName: text },
  lockSuccessor: { ...also, successorName: text },
});

const tried = byTag<Tried, 'step'>('step', {
  read: {},
  createRelationship: { relationshipName: text },
  lockForApproval: { relationshipName: text },
  assignAccess: { groupId: text },
  widenAssignment: { groupId: text },
  removeAssignment: { groupId: text },
  endEarlier: { earlierName: text },
  ...keepSteps({}),
});

type WorkedOn = NonNullable<Extract<Limitation, { readonly code: 'takesTooLong' }>['relationship']>;

const limitation = byTag<Limitation, 'code'>('code', {
  requestElsewhere: { relationshipName: text },
  requestRefused: { problem, relationshipName: text },
  roleMissing: { roles: z.array(role), relationshipName: text },
  templateChanged: { roles: z.array(role), relationshipName: text, isHeld: z.literal(true).optional() },
  groupNotAssigned: { groupName: text, problem },
  assignmentFailed: { groupName: text },
  assignmentGone: { groupName: text },
  rolesTakenAway: { groupName: text, roles: z.array(role) },
  noAzurePlan: {},
  azurePlanNotActive: {},
  notReseller: {},
  relationshipLost: { ending, relationshipName: text },
  couldNotCheck: { what: z.enum(['azurePlan', 'assignments']), problem },
  keepsFailing: { tried, groupName: text.optional(), problem, failingSince: instant },
  assignmentStuck: { groupName: text, pendingSince: instant },
  takesTooLong: {
    waitingSince: instant,
    relationship: record<WorkedOn>({ name: text, status: relationshipStatus }).optional(),
  },
  unknownStatus: { relationshipName: text },
});
const limitations = z.array(limitation);

const refusal = byTag<StepRefusal, 'step'>('step', {
  createRelationship: { problem, relationshipName: text },
  lockForApproval: { problem, relationshipName: text },
  assignAccess: { problem, groupId: text },
  widenAssignment: { problem, groupId: text },
  removeAssignment: { problem, groupId: text },
  endEarlier: { problem, earlierName: text },
  ...keepSteps({ problem }),
});

const azurePlan = oneOf<AzurePlan>({ active: true, notActive: true, none: true, notReseller: true, notAsked: true });
const azure: z.ZodType<AzureKnowledge> = z.union([
  azurePlan,
  record<Exclude<AzureKnowledge, string>>({ failed: problem, since: instant }),
]);

const retry = record<Retry>({
  tried,
  problem,
  tries: number,
  since: instant,
  same: record<Retry['same']>({ since: instant, tries: number }),
  lastAt: instant,
  nextAt: instant,
});

const coverage = record<Coverage>({
  is: z.enum(outlooks),
  on: instant,
  relationshipId: text,
  keep: z.enum(waysToKeep).optional(),
});

const decided = { by: person, at: instant, way: z.enum(waysToKeep), on: instant, emptiedGroupIds: texts.optional() };
const kept = record<Kept>(decided);
const keeping = record<Keeping>({
  ...decided,
  relationshipId: text,
  removal: record<NonNullable<Keeping['removal']>>({
    sentAt: instant,
    operationId: text.optional(),
    askFrom: instant,
  }).optional(),
  extendedAt: instant.optional(),
  successor: relationship.optional(),
  lockedAt: instant.optional(),
});
const keepFailure = byTag<KeepFailure, 'why'>('why', {
  microsoft: { problem },
  operationFailed: {},
  unconfirmed: {},
  ended: {},
  notApproved: {},
});

const earlierEndFailure = byTag<EarlierEndFailure, 'why'>('why', {
  microsoft: { problem },
  unconfirmed: {},
  notPossible: {},
});

const onboarding = record<Onboarding>({
  requestedBy: person,
  requestedAt: instant,
  conversationId: text,
  template: text.optional(),
  wanted: flag,
  revalidation: record<NonNullable<Onboarding['revalidation']>>({ by: person, at: instant }).optional(),
  relationship: relationship.optional(),
  lockedAt: instant.optional(),
  linkCopiedAt: instant.optional(),
  nudgedFor: instant.optional(),
  requestElsewhere: text.optional(),
  hasBegunSteps: z.literal(true).optional(),
  nextName: text.optional(),
  takenNames: texts,
  assignments: z.array(assignment).optional(),
  lacking: z.array(record<LackingRole>({ roleId: text, templateChanged: z.literal(true).optional() })).optional(),
  takenAway: z.array(record<TakenAway>({ groupId: text, roleIds: texts })).optional(),
  held: z.array(record<HeldRoles>({ groupId: text, roleIds: texts })).optional(),
  agreedTo: text.optional(),
  assignmentsUnread: record<NonNullable<Onboarding['assignmentsUnread']>>({ problem, since: instant }).optional(),
  azure: azure.optional(),
  checkFailed: record<NonNullable<Onboarding['checkFailed']>>({ problem, at: instant }).optional(),
  foundUnchanged: instant.optional(),
  isSlow: z.literal(true).optional(),
  refusals: z.array(refusal),
  retries: z.array(retry).optional(),
  widenedEtags: texts,
  retryGroupIds: texts,
  limitations,
  accepted: record<Acceptance>({ ...acceptance, limitations }).optional(),
  checkedAt: instant.optional(),
  fingerprint: text.optional(),
  coverage: coverage.optional(),
  keeping: keeping.optional(),
  kept: kept.optional(),
  keepFailed: record<NonNullable<Onboarding['keepFailed']>>({ at: instant, failure: keepFailure }).optional(),
  toldEnds: z.array(record<ToldEnd>({ on: instant, withinDays: number })).optional(),
  toldDrift: instant.optional(),
  repairs: z
    .array(
      record<Repair>({
        cause: z.enum(repairCauses),
        times: number,
        lastAt: instant,
        by: person,
        groupIds: texts.optional(),
        isQuiet: z.literal(true).optional(),
      }),
    )
    .optional(),
  earlier: z.array(record<EarlierRelationship>({ id: text, displayName: text, endsAt: instant.optional() })).optional(),
  earlierEnding: record<EarlierEnding>({
    by: person,
    at: instant,
    relationshipId: text,
    displayName: text,
    sentAt: instant.optional(),
  }).optional(),
  earlierEndFailed: record<NonNullable<Onboarding['earlierEndFailed']>>({
    at: instant,
    failure: earlierEndFailure,
  }).optional(),
});

/** A tenant's status. */
export const status = oneOf<Status>({
  issuesFound: true,
  needsApproval: true,
  awaitingMicrosoft: true,
  approved: true,
  notConfigured: true,
});

/** A tenant. */
export const tenant = record<Tenant>({
  tenantId: text,
  customer: record<Customer>({ displayName: text, domain: text }),
  ...byPeople,
  version: number,
  status,
  since: instant,
  onboarding: onboarding.optional(),
  leftoverAccess: oneOf<LeftoverAccess>({ none: true, approvalRequest: true, liveAccess: true }),
  leftoverSpan: record<LeftoverSpan>({ since: instant.optional(), endsAt: instant.optional() }).optional(),
  customerBy: oneOf<NonNullable<Tenant['customerBy']>>({ gdap: true, added: true }).optional(),
  formerCustomer: z.literal(true).optional(),
  delegatedAdmin,
  offboarding: offboarding.optional(),
  history: z.array(historyEntry),
});
