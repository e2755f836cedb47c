// What can we do at Microsoft for a tenant, and which of it is next?
import { type AccessTemplate, rolesOf } from './access-template.js';
import { assignmentOf, grantableRoles, lacksRoles } from './assess-assignments.js';
import type { Relationship } from './relationship.js';
import { numberInName } from './relationship-name.js';
import type { Onboarding, Tenant } from './tenant.js';

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
  | {
      readonly do: 'removeAssignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly etag: string;
      readonly groupId: string;
    };

/** The parts of a step, by what it does. */
export type StepOf<T extends Step['do']> = Extract<Step, { readonly do: T }>;

/** The next step towards Approved, going by what was just read; `undefined` when only waiting is left. */
export function nextStep(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate): Step | undefined {
  const { relationship, refusals } = onboarding;
  if (refusals.some(({ step }) => step === 'request')) return undefined;
  if (!relationship) return creation(tenant, onboarding, template);
  const { id: relationshipId, displayName } = relationship;
  switch (relationship.status) {
    case 'created':
      return onboarding.lockedAt === undefined && numberInName(tenant.tenantId, displayName) !== undefined
        ? { do: 'lockForApproval', relationshipId, displayName }
        : undefined;
    case 'active':
      return nextAssignment(onboarding, relationship, template);
    default:
      return undefined;
  }
}

function creation(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate): Step | undefined {
  const { wanted, pendingElsewhere, nextName } = onboarding;
  if (!wanted || pendingElsewhere !== undefined || nextName === undefined) return undefined;
  return {
    do: 'createRelationship',
    tenantId: tenant.tenantId,
    customerName: tenant.customer.displayName,
    displayName: nextName,
    roleIds: rolesOf(template).map(({ id }) => id),
    durationDays: template.durationDays,
    autoExtend: template.autoExtend,
  };
}

function nextAssignment(
  onboarding: Onboarding,
  relationship: Relationship,
  template: AccessTemplate,
): Step | undefined {
  const { assignments, refusals, retryGroupIds, widenedEtags } = onboarding;
  if (!assignments) return undefined;
  for (const wanted of template.assignments) {
    const { groupId } = wanted;
    if (refusals.some((refusal) => refusal.step === 'assign' && refusal.groupId === groupId)) continue;
    const roleIds = grantableRoles(wanted, relationship);
    if (roleIds.length === 0) continue;
    const relationshipId = relationship.id;
    const assignment = assignmentOf(groupId, assignments);
    if (!assignment) return { do: 'assignAccess', relationshipId, groupId, roleIds };
    const { id: assignmentId, etag } = assignment;
    // A failed assignment stands in the way of a new one, and is only cleared away when somebody asks to try again.
    if (assignment.status === 'error' && retryGroupIds.includes(groupId))
      return { do: 'removeAssignment', relationshipId, assignmentId, etag, groupId };
    if (
      assignment.status === 'active' &&
      lacksRoles(wanted, relationship, assignment) &&
      !widenedEtags.includes(etag)
    ) {
      const union = [...new Set([...assignment.roleIds, ...roleIds])];
      return { do: 'widenAssignment', relationshipId, assignmentId, etag, groupId, roleIds: union };
    }
  }
  return undefined;
}
