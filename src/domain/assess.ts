// Where does a tenant stand, going by what was last read at Microsoft?
import { type AccessTemplate, missingRoles } from './access-template.js';
import { assessAssignments } from './assess-assignments.js';
import { assessAzure } from './assess-azure.js';
import type { Ending, Limitation } from './limitation.js';
import { approvalLapsesAfterDays, type Relationship } from './relationship.js';
import type { Status } from './status.js';
import type { Onboarding, Tenant } from './tenant.js';
import { daysBetween, type Instant, secondsSince } from './time.js';

/** A status together with what keeps the tenant from Approved. */
export interface Standing {
  readonly status: Exclude<Status, 'notConfigured'>;
  /** Empty unless the status is `issuesFound`. */
  readonly limitations: readonly Limitation[];
}

/** One part of the answer: in place, still being worked on by Microsoft, or limited. */
export type Finding = 'inPlace' | 'waiting' | readonly Limitation[];

/** Longer than this nobody should wait in silence. Usual are some minutes; days have been seen. */
export const patienceSeconds = 3600;

const waiting: Standing = { status: 'awaitingMicrosoft', limitations: [] };

/** The standing of a tenant that is being onboarded. */
export function assess(tenant: Tenant, onboarding: Onboarding, template: AccessTemplate, now: Instant): Standing {
  const standing = assessRelationship(onboarding, template, now);
  if (standing !== waiting) return standing;
  const waitingSince = onboarding.limitations.find((each) => each.code === 'takesTooLong')?.waitingSince;
  if (waitingSince !== undefined && !onboarding.revalidation) return issues([{ code: 'takesTooLong', waitingSince }]);
  if (tenant.status !== 'awaitingMicrosoft' || secondsSince(tenant.since, now) < patienceSeconds) return waiting;
  return issues([{ code: 'takesTooLong', waitingSince: tenant.since }]);
}

function assessRelationship(onboarding: Onboarding, template: AccessTemplate, now: Instant): Standing {
  const { relationship } = onboarding;
  const refused = onboarding.refusals.find((refusal) => refusal.step === 'request');
  if (refused) return issues([{ code: 'requestRefused', ...pick(refused) }]);
  if (!relationship) {
    const { pendingElsewhere } = onboarding;
    return pendingElsewhere ? issues([{ code: 'pendingElsewhere', relationshipName: pendingElsewhere }]) : waiting;
  }
  switch (relationship.status) {
    case 'created':
    case 'approved':
    case 'activating':
    case 'terminationRequested':
    case 'terminating':
      return waiting;
    case 'approvalPending':
      return { status: 'needsApproval', limitations: [] };
    case 'active':
      return assessActive(onboarding, relationship, template, now);
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
  now: Instant,
): Standing {
  const missing = missingRoles(template, relationship.roleIds);
  const roles: Finding =
    missing.length === 0
      ? 'inPlace'
      : [{ code: 'roleMissing', roles: missing, relationshipName: relationship.displayName }];
  const findings = [
    roles,
    ...assessAssignments(onboarding, relationship, template, now),
    template.requireAzure ? assessAzure(onboarding.azure, now) : 'inPlace',
  ];
  if (findings.includes('waiting')) return waiting;
  const limitations = findings.flatMap((finding) => (typeof finding === 'string' ? [] : finding));
  return limitations.length === 0 ? { status: 'approved', limitations } : issues(limitations);
}

function issues(limitations: readonly Limitation[]): Standing {
  return { status: 'issuesFound', limitations };
}

function pick({ problem, relationshipName }: Extract<Onboarding['refusals'][number], { step: 'request' }>) {
  return { problem, relationshipName };
}

function endingOf({ status, activatedAt, createdAt }: Relationship, now: Instant): Ending {
  if (status === 'expiring' || status === 'expired') return status;
  if (activatedAt === undefined) {
    // Microsoft removes an unanswered request without a word; one that is over sooner was turned down.
    const waitedDays = createdAt === undefined ? 0 : daysBetween(createdAt, now);
    return waitedDays >= approvalLapsesAfterDays - 1 ? 'lapsed' : 'declined';
  }
  return status === 'gone' ? 'gone' : 'terminated';
}
