// Makes the next tenant of a tenant and a fact.

import { chosenTemplate } from '../access/access-templates.js';
import { type Leftover, leftoverOf } from '../access/leftover-access.js';
import type { Relationship } from '../access/relationship.js';
import type { Plan } from '../offboarding/plan.js';
import { changedTags } from '../tag.js';
import { evolveAttention, wokenBy } from './attention.js';
import { evolveDelegatedAdmin } from './evolve-delegated-admin.js';
import { evolveOffboarding, isOffboardingFact, type OffboardingFact } from './evolve-offboarding.js';
import { evolveOnboarding, type OnboardingFact } from './evolve-onboarding.js';
import { factTraits } from './fact-traits.js';
import type { Fact } from './facts.js';
import { historyEntryOf, withEntry } from './history.js';
import type { Onboarding } from './onboarding.js';
import { withOwnerActing } from './ownership.js';
import type { Status } from './status.js';
import { newTenant, type Tenant } from './tenant.js';

/** The tenant after the fact. The same facts in the same order always lead to the same tenant. */
export function evolve(tenant: Tenant, fact: Fact): Tenant {
  return remember(withOwnerActing(wokenBy(tenant, changed(tenant, fact)), fact), fact, tenant.awaitedSecond);
}

function changed(tenant: Tenant, fact: Fact): Tenant {
  if (isOffboardingFact(fact)) return evolveWithOffboarding(tenant, fact);
  switch (fact.type) {
    case 'customerRenamed':
      return { ...tenant, customer: fact.customer };
    case 'leftoverAccessSeen':
      return { ...tenant, leftoverAccess: fact.leftoverAccess, leftoverSpan: fact.span };
    case 'customerLeft':
      // Delegated admin goes with the reseller relationship, and Partner Center doesn't answer about those it doesn't list.
      return { ...tenant, formerCustomer: true, customerBy: undefined, delegatedAdmin: { state: 'unknown' } };
    case 'customerByGdap':
      return { ...tenant, formerCustomer: undefined, customerBy: 'gdap', delegatedAdmin: { state: 'unknown' } };
    case 'customerAdded':
      return { ...tenant, customer: fact.customer, formerCustomer: undefined, customerBy: 'added' };
    case 'customerRemoved':
      return { ...tenant, customerBy: undefined, formerCustomer: true };
    case 'customerListed':
      return { ...tenant, customer: fact.customer, formerCustomer: undefined, customerBy: undefined };
    case 'disabled':
      return {
        ...tenant,
        ...standsAt(tenant, 'notConfigured', fact),
        onboarding: undefined,
        tags: undefined,
        template: undefined,
        owner: undefined,
        notes: undefined,
        ticket: undefined,
        snooze: undefined,
        customerLanguage: undefined,
        awaitedSecond: undefined,
        ...leftBy(tenant.onboarding),
        delegatedAdmin: { state: tenant.delegatedAdmin.state },
        // Disable forgets what happened before.
        history: [],
      };
    case 'tagged': {
      const tags = changedTags(tenant.tags ?? [], fact);
      return withAgreed({ ...tenant, tags: tags.length === 0 ? undefined : tags }, fact);
    }
    case 'templateChosen':
      return withAgreed(withTemplate(tenant, fact.template), fact);
    case 'customerNoticeTaken':
      return tenant;
    case 'customerLanguageChosen':
      return { ...tenant, customerLanguage: fact.language };
    case 'noteWritten':
    case 'noteDeleted':
    case 'ticketSet':
    case 'ticketRemoved':
    case 'snoozed':
    case 'snoozeEnded':
      return evolveAttention(tenant, fact);
    case 'secondAdminAsked':
      return { ...tenant, awaitedSecond: { ...fact.asked, by: fact.by, at: fact.at } };
    case 'secondAdminApproved':
    case 'secondAdminDeclined':
    case 'secondAdminDropped':
      return { ...tenant, awaitedSecond: undefined };
    case 'ownershipTaken':
      return { ...tenant, owner: { person: fact.by, since: fact.at, actedAt: fact.at } };
    case 'ownershipGiven':
      return { ...tenant, owner: { person: fact.owner, since: fact.at, actedAt: fact.at } };
    case 'ownershipReleased':
      return { ...tenant, owner: undefined };
    case 'delegatedAdminRead':
    case 'delegatedAdminRemovalRequested':
    case 'delegatedAdminRemovalSent':
    case 'delegatedAdminRemovalTried':
    case 'delegatedAdminRemovalRefused':
    case 'delegatedAdminRemoved':
      return { ...tenant, delegatedAdmin: evolveDelegatedAdmin(tenant.delegatedAdmin, fact) };
    case 'onboardingRequested':
      return onboarded({ ...tenant, template: undefined }, { ...fact, template: templateAtEnable(tenant, fact) });
    default:
      return onboarded(tenant, fact);
  }
}

// A fact of onboarding, which `statusAfter` names: what an onboarding follows isn't left over.
function onboarded(tenant: Tenant, fact: OnboardingFact): Tenant {
  return {
    ...tenant,
    ...standsAt(tenant, statusAfter[fact.type] ?? tenant.status, fact),
    onboarding: evolveOnboarding(tenant.onboarding, fact),
    leftoverAccess: 'none',
    leftoverSpan: undefined,
  };
}

/** What was chosen before Enable stays chosen, unless the rules are to say. */
function templateAtEnable(
  tenant: Tenant,
  { byRule, template }: Extract<Fact, { readonly type: 'onboardingRequested' }>,
) {
  return byRule ? undefined : (template ?? chosenTemplate(tenant));
}

function withTemplate(tenant: Tenant, template: string): Tenant {
  const { onboarding } = tenant;
  return onboarding ? { ...tenant, onboarding: { ...onboarding, template } } : { ...tenant, template };
}

function withAgreed(tenant: Tenant, { agreedTo }: { readonly agreedTo?: string | undefined }): Tenant {
  const { onboarding } = tenant;
  return onboarding && agreedTo !== undefined ? { ...tenant, onboarding: { ...onboarding, agreedTo } } : tenant;
}

function evolveWithOffboarding(tenant: Tenant, fact: OffboardingFact): Tenant {
  const next = { ...tenant, offboarding: evolveOffboarding(tenant.offboarding, fact) };
  switch (fact.type) {
    case 'offboardingBegun':
      // From here on nothing is built up, and the offboarding removes delegated admin itself.
      return {
        ...next,
        ...standsAt(tenant, 'notConfigured', fact),
        onboarding: undefined,
        // Leftover access of a tenant without onboarding stays until a read shows that it's gone.
        ...(tenant.onboarding && leftBy(tenant.onboarding)),
        delegatedAdmin: { state: tenant.delegatedAdmin.state },
      };
    case 'offboardingCertified':
      return {
        ...newTenant(tenant.tenantId, tenant.customer, fact.at),
        version: tenant.version,
        ...leftoverOf(relationshipsIn(tenant.offboarding?.end?.remains)),
        ...(tenant.formerCustomer && { formerCustomer: true }),
        ...(tenant.customerBy && { customerBy: tenant.customerBy }),
      };
    default:
      return next;
  }
}

function relationshipsIn(remains: Plan | undefined): readonly Relationship[] {
  return (remains?.lines ?? []).flatMap((line) => ('relationship' in line ? [line.relationship] : []));
}

function remember(tenant: Tenant, fact: Fact, awaited: Tenant['awaitedSecond']): Tenant {
  const { inHistory, bumpsVersion } = factTraits[fact.type];
  if (!inHistory && !bumpsVersion) return tenant;
  return {
    ...tenant,
    version: bumpsVersion ? tenant.version + 1 : tenant.version,
    history: inHistory ? withEntry(tenant.history, historyEntryOf(fact, awaited)) : tenant.history,
  };
}

/** The status that a fact of onboarding leads to; `undefined`: the one that the tenant has. */
const statusAfter: Readonly<Record<OnboardingFact['type'], Status | undefined>> = {
  onboardingRequested: 'awaitingMicrosoft',
  microsoftAwaited: 'awaitingMicrosoft',
  approvalAwaited: 'needsApproval',
  accessApproved: 'approved',
  issuesFound: 'issuesFound',
  accessLost: 'issuesFound',
  approvalLinkTaken: undefined,
  revalidationRequested: undefined,
  limitationsAccepted: undefined,
  acceptanceTakenBack: undefined,
  acceptanceReviewDue: undefined,
  relationshipCreated: undefined,
  relationshipLocked: undefined,
  relationshipAdopted: undefined,
  coverageRolledOver: undefined,
  coverageRead: undefined,
  coverageEnding: undefined,
  coverageDrifted: undefined,
  coverageDriftOver: undefined,
  requestNudged: undefined,
  coverageKeepAsked: undefined,
  coverageRemovalSent: undefined,
  coverageExtensionSent: undefined,
  coverageSuccessorCreated: undefined,
  coverageSuccessorLocked: undefined,
  coverageKept: undefined,
  coverageKeepFailed: undefined,
  repairBegun: undefined,
  earlierEndAsked: undefined,
  earlierEndSent: undefined,
  earlierEnded: undefined,
  earlierEndFailed: undefined,
  accessAssigned: undefined,
  assignmentWidened: undefined,
  assignmentRemoved: undefined,
  stepRefused: undefined,
  stepPutOff: undefined,
  stepsBegun: undefined,
  stepsOver: undefined,
  retriesOver: undefined,
  microsoftRead: undefined,
  checkFailed: undefined,
  waitIsLong: undefined,
  nothingChanged: undefined,
};

function standsAt(tenant: Tenant, status: Status, fact: Fact): Pick<Tenant, 'status' | 'since'> {
  return status === tenant.status ? { status, since: tenant.since } : { status, since: fact.at };
}

function leftBy(onboarding: Onboarding | undefined): Leftover {
  return leftoverOf(onboarding?.relationship ? [onboarding.relationship] : []);
}
