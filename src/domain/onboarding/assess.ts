// The status and limitations of a tenant, from what was last read at Microsoft.

import { type AccessTemplate, missingRoles, rolesOf } from '../access/access-template.js';
import type { Role } from '../access/gdap-roles.js';
import { withoutHeld } from '../access/held-roles.js';
import type { Ending, Limitation, PartAssessment } from '../access/limitation.js';
import { approvalLapsesAfterDays, type Relationship } from '../access/relationship.js';
import { isRequestRefusal } from '../access/retry.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Status } from '../tenant/status.js';
import type { Tenant } from '../tenant/tenant.js';
import { daysBetween, type Instant, secondsSince } from '../time.js';
import { assessAssignments } from './assess-assignments.js';
import { assessAzure } from './assess-azure.js';
import { assessTries, type Moment, patienceSeconds } from './assess-tries.js';

/** A status together with what keeps the tenant from Approved. */
export interface Assessment {
  readonly status: Exclude<Status, 'notConfigured'>;
  /** Empty unless the status is `issuesFound`. */
  readonly limitations: readonly Limitation[];
}

/**
 * The status of a tenant that's being onboarded. A wait that's too long is told together with everything else that's
 * known, and stays told until it's over, however often Revalidate is pressed.
 */
export function assess(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate, now: Instant): Assessment {
  const waitingSince = waitingTooLongSince(tenant, onboarding, now);
  const moment = { now, isTooLong: waitingSince !== undefined };
  const assessed = assessRelationship(onboarding, template, moment);
  if ('status' in assessed) return assessed;
  const limitations = assessed.flatMap((finding) => (typeof finding === 'string' ? [] : finding));
  const [unseen] = assessTries(onboarding, ['read'], moment);
  // While nothing can be read, nothing can be seen to have ended.
  if (unseen) return issues([...limitations, ...unseen]);
  if (!assessed.includes('waiting'))
    return limitations.length === 0 ? { status: 'approved', limitations } : issues(limitations);
  if (waitingSince === undefined) return { status: 'awaitingMicrosoft', limitations: [] };
  const { displayName: name, status } = onboarding.relationship ?? {};
  const relationship = name !== undefined && status !== undefined && status !== 'active' ? { name, status } : undefined;
  return issues([...limitations, { code: 'takesTooLong', waitingSince, ...(relationship && { relationship }) }]);
}

function waitingTooLongSince(
  { status, since }: Tenant,
  { limitations }: Onboarding,
  now: Instant,
): Instant | undefined {
  const told = limitations.find((each) => each.code === 'takesTooLong');
  if (told) return told.waitingSince;
  return status === 'awaitingMicrosoft' && secondsSince(since, now) >= patienceSeconds ? since : undefined;
}

/** A status, or the findings it follows from. */
function assessRelationship(
  onboarding: Onboarding,
  template: AccessTemplate,
  moment: Moment,
): Assessment | readonly PartAssessment[] {
  const { now } = moment;
  const { relationship } = onboarding;
  const refused = onboarding.refusals.find(isRequestRefusal);
  if (refused)
    return issues([{ code: 'requestRefused', problem: refused.problem, relationshipName: refused.relationshipName }]);
  if (!relationship) {
    const { requestElsewhere } = onboarding;
    if (requestElsewhere) return issues([{ code: 'requestElsewhere', relationshipName: requestElsewhere }]);
    return waitingUnless(assessTries(onboarding, ['createRelationship'], moment));
  }
  switch (relationship.status) {
    case 'created':
      return waitingUnless(assessTries(onboarding, ['lockForApproval'], moment));
    case 'approved':
    case 'activating':
    case 'terminationRequested':
    case 'terminating':
      return ['waiting'];
    case 'approvalPending':
      return { status: 'needsApproval', limitations: [] };
    case 'active':
      return assessActive(onboarding, relationship, template, moment);
    case 'expiring':
    case 'expired':
    case 'terminated':
    case 'gone':
      return issues([
        { code: 'relationshipLost', ending: endingOf(relationship, now), relationshipName: relationship.displayName },
      ]);
    case 'unknown':
      return issues([{ code: 'unknownStatus', relationshipName: relationship.displayName }]);
    default:
      return relationship.status satisfies never;
  }
}

function assessActive(
  onboarding: Onboarding,
  relationship: Relationship,
  template: AccessTemplate,
  moment: Moment,
): readonly PartAssessment[] {
  const missing = missingRoles(template, relationship.roleIds);
  const isNew = ({ id }: Role) => onboarding.lacking?.find(({ roleId }) => roleId === id)?.templateChanged === true;
  return [
    lacking(
      'roleMissing',
      missing.filter((role) => !isNew(role)),
      relationship,
    ),
    lacking('templateChanged', missing.filter(isNew), relationship),
    heldBack(onboarding, template, relationship),
    ...assessAssignments(onboarding, relationship, withoutHeld(template, onboarding.held), moment),
    template.requireAzure ? assessAzure(onboarding.azure, moment.now) : 'inPlace',
  ];
}

function lacking(
  code: 'roleMissing' | 'templateChanged',
  roles: readonly Role[],
  { displayName: relationshipName }: Relationship,
): PartAssessment {
  return roles.length === 0 ? 'inPlace' : [{ code, roles, relationshipName }];
}

// What the relationship lacks is told as such.
function heldBack({ held = [] }: Onboarding, template: AccessTemplate, relationship: Relationship): PartAssessment {
  const roleIds = new Set(held.flatMap((each) => each.roleIds).filter((id) => relationship.roleIds.includes(id)));
  const roles = rolesOf(template).filter(({ id }) => roleIds.has(id));
  const { displayName: relationshipName } = relationship;
  return roles.length === 0 ? 'inPlace' : [{ code: 'templateChanged', roles, relationshipName, isHeld: true }];
}

function waitingUnless(findings: readonly PartAssessment[]): readonly PartAssessment[] {
  return findings.length === 0 ? ['waiting'] : findings;
}

function issues(limitations: readonly Limitation[]): Assessment {
  return { status: 'issuesFound', limitations };
}

function endingOf({ status, activatedAt, createdAt }: Relationship, now: Instant): Ending {
  if (status === 'expiring' || status === 'expired') return status;
  if (activatedAt === undefined) {
    // Microsoft removes an unanswered request without notice; one that's over sooner was declined.
    const waitedDays = createdAt === undefined ? 0 : daysBetween(createdAt, now);
    return waitedDays >= approvalLapsesAfterDays - 1 ? 'lapsed' : 'declined';
  }
  return status === 'gone' ? 'gone' : 'terminated';
}
