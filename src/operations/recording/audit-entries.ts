// Makes the audit log's line of a fact.

import type { Relationship } from '../../domain/access/relationship.js';
import { numberInName } from '../../domain/access/relationship-name.js';
import { repairOfGroup } from '../../domain/access/repair.js';
import { isKeepStep } from '../../domain/access/retry.js';
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { Person } from '../../domain/person.js';
import type { Problem } from '../../domain/problem.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import { isOffboardingFact, type OffboardingFact } from '../../domain/tenant/evolve-offboarding.js';
import { factTraits } from '../../domain/tenant/fact-traits.js';
import type { Fact } from '../../domain/tenant/facts.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';

/**
 * The line for a fact about a tenant as it was before; `undefined`: there's none. What Gatehouse does at Microsoft is
 * put down to the person who asked for it,
 * or to Gatehouse by the template that had it put something right.
 */
export function auditEntry(
  { tenantId, onboarding, delegatedAdmin, offboarding, ticket, awaitedSecond }: Tenant,
  fact: Fact,
): AuditEntry | undefined {
  if (!factTraits[fact.type].audited) return undefined;
  const { type: what, at } = fact;
  const isOurs = isDoneAtMicrosoft(fact);
  const asker = askerOf(fact, { onboarding, delegatedAdmin, offboarding });
  const by = 'by' in fact ? fact.by : isOurs ? asker : undefined;
  const problem = problemOf(fact);
  const requestId = 'requestId' in fact && fact.requestId !== undefined ? fact.requestId : problem?.requestId;
  return {
    at,
    what,
    ...(by && by.id !== '' && { by: by.id }),
    tenantId,
    ...subjectOf(fact, { tenantId, onboarding, offboarding, awaitedSecond }),
    ...(fact.type === 'offboardingCertified' && { certificate: fact.certificate }),
    ...whyOf(fact, problem),
    ...(requestId !== undefined && { requestId }),
    ...(ticket !== undefined && 'by' in fact && fact.type !== 'ticketSet' && { ticket }),
  };
}

/** Whether a fact tells of what Gatehouse has done at Microsoft, or has had refused there: it stays so, saved or not. */
export function isDoneAtMicrosoft(fact: Fact): boolean {
  return ('requestId' in fact && !('by' in fact)) || fact.type === 'stepRefused';
}

function subjectOf(
  fact: Fact,
  tenant: Pick<Tenant, 'tenantId' | 'onboarding' | 'offboarding' | 'awaitedSecond'>,
): Pick<AuditEntry, 'subject'> {
  const subject = isOffboardingFact(fact)
    ? offboardingSubject(fact, tenant.offboarding)
    : onboardingSubject(fact, tenant);
  return subject === undefined ? {} : { subject };
}

// The thing that it was done to; the offboarding, where it was done to that as a whole.
function offboardingSubject(fact: OffboardingFact, offboarding: Offboarding | undefined): string | undefined {
  if (!('taskId' in fact)) return fact.type === 'offboardingDecided' ? fact.offboarding.id : offboarding?.id;
  const target = offboarding?.tasks.find(({ id }) => id === fact.taskId)?.target;
  return target?.kind === 'assignment' ? `${fact.taskId} ${target.groupId}` : fact.taskId;
}

function onboardingSubject(
  fact: Fact,
  { tenantId, onboarding, awaitedSecond }: Pick<Tenant, 'tenantId' | 'onboarding' | 'awaitedSecond'>,
): string | undefined {
  const known = onboarding?.relationship && relationshipSubject(tenantId, onboarding.relationship);
  switch (fact.type) {
    case 'relationshipCreated':
      return relationshipSubject(tenantId, fact.relationship);
    case 'accessAssigned':
      return `group ${fact.assignment.groupId}`;
    case 'assignmentRemoved':
      return `group ${fact.groupId}`;
    case 'assignmentWidened': {
      const groupId = groupOf(fact, onboarding);
      return groupId === undefined ? undefined : `group ${groupId}`;
    }
    case 'repairBegun':
      return fact.cause === 'autoExtend' ? known : fact.groupIds.map((groupId) => `group ${groupId}`).join(' ');
    case 'stepRefused':
      return 'groupId' in fact.refusal ? `group ${fact.refusal.groupId}` : known;
    case 'coverageSuccessorCreated':
      return relationshipSubject(tenantId, fact.relationship);
    case 'coverageSuccessorLocked':
      return onboarding?.keeping?.successor && relationshipSubject(tenantId, onboarding.keeping.successor);
    case 'earlierEndAsked':
      return relationshipSubject(tenantId, fact);
    case 'earlierEndSent':
    case 'earlierEnded':
    case 'earlierEndFailed':
      return onboarding?.earlierEnding && relationshipSubject(tenantId, onboarding.earlierEnding);
    case 'coverageKeepAsked':
    case 'coverageRemovalSent':
    case 'coverageExtensionSent':
    case 'coverageKept':
    case 'coverageKeepFailed':
    case 'coverageRolledOver':
    case 'coverageDrifted':
      return known;
    case 'onboardingRequested': {
      const named = fact.template ?? fact.shownTemplate;
      return named === undefined ? undefined : `template ${named}`;
    }
    case 'templateChosen':
      return `template ${fact.template}`;
    case 'customerNoticeTaken':
      return `customerNotice ${fact.customerNotice}`;
    case 'customerLanguageChosen':
      return `language ${fact.language}`;
    case 'ownershipGiven':
      return `owner ${fact.owner.id}`;
    case 'secondAdminAsked':
      return fact.asked.action.do;
    case 'secondAdminApproved':
    case 'secondAdminDeclined':
    case 'secondAdminDropped':
      return awaitedSecond?.action.do;
    case 'limitationsAccepted':
      return fact.terms && `review ${fact.terms.reviewOn.slice(0, 10)} ${fact.terms.accountable.id}`;
    case 'ticketSet':
      return `ticket ${fact.ticket}`;
    case 'tagged':
      return ['tags', ...fact.added.map((tag) => `+${tag}`), ...fact.removed.map((tag) => `-${tag}`)].join(' ');
    case 'relationshipLocked':
    case 'relationshipAdopted':
    case 'approvalLinkTaken':
    case 'approvalAwaited':
    case 'accessApproved':
    case 'accessLost':
      return known;
    default:
      return undefined;
  }
}

/** By the number in our own name for it. Its id would be the approval link, which belongs in no log. */
function relationshipSubject(tenantId: string, { displayName }: Pick<Relationship, 'displayName'>): string {
  return ['relationship', numberInName(tenantId, displayName)].join(' ').trimEnd();
}

function askerOf(
  fact: Fact,
  { onboarding, delegatedAdmin, offboarding }: Pick<Tenant, 'onboarding' | 'delegatedAdmin' | 'offboarding'>,
): Person | undefined {
  if (isOffboardingFact(fact)) return offboarding?.by;
  if (fact.type.startsWith('coverage') || (fact.type === 'stepRefused' && isKeepStep(fact.refusal)))
    return onboarding?.keeping?.by;
  const groupId = groupOf(fact, onboarding);
  const repair = groupId === undefined ? undefined : repairOfGroup(onboarding?.repairs, groupId);
  if (repair) return repair.by;
  if (fact.type.startsWith('earlier') || (fact.type === 'stepRefused' && fact.refusal.step === 'endEarlier'))
    return onboarding?.earlierEnding?.by;
  return fact.type === 'delegatedAdminRemovalSent' ? delegatedAdmin.removal?.by : onboarding?.requestedBy;
}

function groupOf(fact: Fact, onboarding: Onboarding | undefined): string | undefined {
  switch (fact.type) {
    case 'accessAssigned':
      return fact.assignment.groupId;
    case 'assignmentRemoved':
      return fact.groupId;
    case 'assignmentWidened':
      return onboarding?.assignments?.find(({ etag }) => etag === fact.etag)?.groupId;
    case 'stepRefused':
      return 'groupId' in fact.refusal ? fact.refusal.groupId : undefined;
    default:
      return undefined;
  }
}

function problemOf(fact: Fact): Problem | undefined {
  if (fact.type === 'stepRefused') return fact.refusal.problem;
  if (fact.type === 'coverageKeepFailed' && fact.failure.why === 'microsoft') return fact.failure.problem;
  if (fact.type === 'earlierEndFailed' && fact.failure.why === 'microsoft') return fact.failure.problem;
  return fact.type === 'offboardingTaskRefused' && fact.refusal.why === 'microsoft' ? fact.refusal.problem : undefined;
}

function whyOf(fact: Fact, problem: Problem | undefined): Pick<AuditEntry, 'why'> {
  if (problem) return { why: problem.reason };
  if (fact.type === 'repairBegun') return { why: fact.cause };
  if (fact.type === 'coverageKeepFailed' || fact.type === 'earlierEndFailed') return { why: fact.failure.why };
  if (fact.type === 'offboardingDropped' || fact.type === 'secondAdminDropped') return { why: fact.why };
  if (fact.type !== 'offboardingTaskRefused') return {};
  return { why: fact.refusal.why === 'inTheWay' ? fact.refusal.obstacle : fact.refusal.why };
}
