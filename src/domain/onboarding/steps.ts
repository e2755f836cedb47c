// The steps that a tenant still needs at Microsoft, and which comes next.

import type { AccessTemplate, TemplateAssignment } from '../access/access-template.js';
import { withoutHeld } from '../access/held-roles.js';
import { isStuck, type Relationship } from '../access/relationship.js';
import { numberInName } from '../access/relationship-name.js';
import { isDue, isRequestRefusal, isSameTry, retryOf, type Tried, type TriedStep } from '../access/retry.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Tenant } from '../tenant/tenant.js';
import type { Instant } from '../time.js';
import { assignmentOf, grantableRoles, lacksRoles } from './assess-assignments.js';
import { askedBy, type KeepingStep, keepingSteps } from './keeping-steps.js';

/** One call that changes something at Microsoft, as data: domain chooses it, operations carry it out. */
export type Step =
  | {
      readonly do: 'createRelationship';
      readonly tenantId: string;
      readonly customerName: string;
      readonly displayName: string;
      readonly roleIds: readonly string[];
      readonly durationDays: number;
      readonly autoExtend: boolean;
    }
  | { readonly do: 'lockForApproval'; readonly relationshipId: string; readonly displayName: string }
  | {
      readonly do: 'assignAccess';
      readonly relationshipId: string;
      readonly groupId: string;
      readonly roleIds: readonly string[];
    }
  | {
      readonly do: 'widenAssignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly etag: string;
      readonly groupId: string;
      readonly roleIds: readonly string[];
    }
  | KeepingStep
  /** Ends a relationship that another has taken the place of. */
  | { readonly do: 'endEarlier'; readonly relationshipId: string; readonly displayName: string }
  | {
      readonly do: 'removeAssignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly etag: string;
      readonly groupId: string;
    };

/** The parts of a step, by what it does. */
export type StepOf<T extends Step['do']> = Extract<Step, { readonly do: T }>;

/** What a retry or a refusal remembers of a step. */
export function triedBy(step: Step): TriedStep {
  switch (step.do) {
    case 'createRelationship':
    case 'lockForApproval':
      return { step: step.do, relationshipName: step.displayName };
    case 'assignAccess':
    case 'widenAssignment':
    case 'removeAssignment':
      return { step: step.do, groupId: step.groupId };
    case 'setAutoExtend':
    case 'removeGlobalAdministrator':
      return { step: step.do, relationshipId: step.relationshipId };
    case 'endEarlier':
      return { step: step.do, earlierName: step.displayName };
    case 'createSuccessor':
    case 'lockSuccessor':
      return { step: step.do, successorName: step.displayName };
    default:
      return step satisfies never;
  }
}

/**
 * The next step towards Approved, going by what was just read; `undefined` when only waiting is left. Untried steps come
 * before failed ones, and of those the one whose last try is longest ago: no step waits for another.
 */
export function nextStep(
  tenant: Tenant,
  onboarding: Onboarding,
  template: AccessTemplate,
  now: Instant,
): Step | undefined {
  const due = allSteps(tenant, onboarding, template, now).flatMap((step) => {
    const retry = retryOf(onboarding.retries, triedBy(step));
    return retry && !isDue(retry, now) ? [] : [{ step, lastAt: retry?.lastAt ?? '' }];
  });
  return due.sort((a, b) => a.lastAt.localeCompare(b.lastAt))[0]?.step;
}

/** The retries that are over: of steps that are no longer needed, and of a read that has succeeded. */
export function retriesOver(
  tenant: Tenant,
  onboarding: Onboarding,
  template: AccessTemplate,
  now: Instant,
): readonly Tried[] {
  const wanted = allSteps(tenant, onboarding, template, now).map(triedBy);
  const tried = (onboarding.retries ?? []).map((retry) => retry.tried);
  return tried.filter((each) => !wanted.some((step) => isSameTry(step, each)));
}

/**
 * Every step that could be taken: those towards Approved, those that keep access beyond its end, and the end of what has been
 * replaced.
 */
function allSteps(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate, now: Instant): readonly Step[] {
  const granted = withoutHeld(template, onboarding.held);
  const wanted = wantedSteps(tenant, onboarding, granted, now);
  const others = keepingSteps(tenant, onboarding, granted);
  // While a group still has to move over, what it has by the earlier one stays.
  return wanted.length > 0 ? [...wanted, ...others] : [...others, ...endingSteps(tenant, onboarding)];
}

function endingSteps({ status }: Tenant, { earlier = [], earlierEnding }: Onboarding): readonly Step[] {
  if (status !== 'approved' || !earlierEnding || earlierEnding.sentAt !== undefined) return [];
  return earlier
    .filter(({ id }) => id === earlierEnding.relationshipId)
    .map(({ id, displayName }) => ({ do: 'endEarlier', relationshipId: id, displayName }));
}

/** Those towards Approved, in the order of the template. */
function wantedSteps(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate, now: Instant): readonly Step[] {
  const { relationship, refusals } = onboarding;
  if (refusals.some(isRequestRefusal)) return [];
  if (!relationship) return creation(tenant, onboarding, template);
  const { id: relationshipId, displayName } = relationship;
  switch (relationship.status) {
    case 'created':
      return onboarding.lockedAt === undefined && numberInName(tenant.tenantId, displayName) !== undefined
        ? [{ do: 'lockForApproval', relationshipId, displayName }]
        : [];
    case 'active':
      return template.assignments.flatMap((wanted) => stepForGroup(wanted, onboarding, relationship, now) ?? []);
    default:
      return [];
  }
}

function creation(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate): readonly Step[] {
  const { wanted, requestElsewhere, nextName } = onboarding;
  if (!wanted || requestElsewhere !== undefined || nextName === undefined) return [];
  return [
    {
      do: 'createRelationship',
      tenantId: tenant.tenantId,
      customerName: tenant.customer.displayName,
      displayName: nextName,
      ...askedBy(template),
    },
  ];
}

function stepForGroup(
  wanted: TemplateAssignment,
  { assignments, refusals, retryGroupIds, widenedEtags, takenAway }: Onboarding,
  relationship: Relationship,
  now: Instant,
): Step | undefined {
  const { groupId } = wanted;
  if (!assignments || refusals.some((refusal) => 'groupId' in refusal && refusal.groupId === groupId)) return undefined;
  // It may have been meant, so a person has to ask for it.
  if (takenAway?.some((each) => each.groupId === groupId)) return undefined;
  const roleIds = grantableRoles(wanted, relationship);
  if (roleIds.length === 0) return undefined;
  const relationshipId = relationship.id;
  const assignment = assignmentOf(groupId, assignments);
  if (!assignment) return { do: 'assignAccess', relationshipId, groupId, roleIds };
  const { id: assignmentId, etag, status } = assignment;
  // It stands in the way of a new one, and is deleted only when a person asks to try again.
  if ((status === 'error' || isStuck(assignment, now)) && retryGroupIds.includes(groupId))
    return { do: 'removeAssignment', relationshipId, assignmentId, etag, groupId };
  if (status !== 'active' || !lacksRoles(wanted, relationship, assignment) || widenedEtags.includes(etag))
    return undefined;
  const union = [...new Set([...assignment.roleIds, ...roleIds])];
  return { do: 'widenAssignment', relationshipId, assignmentId, etag, groupId, roleIds: union };
}
