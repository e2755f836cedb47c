// What does a fact make of a tenant?

import type { Relationship } from '../access/relationship.js';
import { residueOf, residueSpanOf } from '../access/residue.js';
import { type ExitFact, evolveExit, isExitFact } from '../offboarding/evolve-exit.js';
import type { Plan } from '../offboarding/plan.js';
import { evolveDelegatedAdmin } from './evolve-delegated-admin.js';
import { evolveOnboarding } from './evolve-onboarding.js';
import type { Fact } from './facts.js';
import type { Status } from './status.js';
import { historyLength, newTenant, type Onboarding, type Tenant } from './tenant.js';

/** The tenant after the fact. The same facts in the same order always lead to the same tenant. */
export function evolve(tenant: Tenant, fact: Fact): Tenant {
  if (isExitFact(fact)) return evolveWithExit(tenant, fact);
  switch (fact.type) {
    case 'customerRenamed':
      return { ...tenant, customer: fact.customer };
    case 'residueSeen':
      return { ...tenant, residue: fact.residue, residueSpan: fact.span };
    case 'customerLeft':
      // Delegated admin goes with the reseller relationship, and Partner Center does not tell of whom it does not list.
      return remember({ ...tenant, exCustomer: true, delegatedAdmin: { state: 'unknown' } }, fact);
    case 'customerListed':
      return remember({ ...tenant, customer: fact.customer, exCustomer: undefined }, fact);
    case 'offboarded':
      return {
        ...tenant,
        ...standsAt(tenant, 'notConfigured', fact),
        version: tenant.version + 1,
        onboarding: undefined,
        ...leftBy(tenant.onboarding),
        delegatedAdmin: { state: tenant.delegatedAdmin.state },
        // What happened before belongs to what Disable forgets.
        history: [{ at: fact.at, what: fact.type, by: fact.by }],
      };
    case 'delegatedAdminRead':
    case 'delegatedAdminRemovalRequested':
    case 'delegatedAdminRemovalSent':
    case 'delegatedAdminRemovalTried':
    case 'delegatedAdminRemovalRefused':
    case 'delegatedAdminRemoved':
      return remember({ ...tenant, delegatedAdmin: evolveDelegatedAdmin(tenant.delegatedAdmin, fact) }, fact);
    default:
      return remember(
        {
          ...tenant,
          ...standsAt(tenant, statusAfter(fact) ?? tenant.status, fact),
          onboarding: evolveOnboarding(tenant.onboarding, fact),
          residue: 'none',
          residueSpan: undefined,
        },
        fact,
      );
  }
}

function evolveWithExit(tenant: Tenant, fact: ExitFact): Tenant {
  const next = remember({ ...tenant, exit: evolveExit(tenant.exit, fact) }, fact);
  switch (fact.type) {
    case 'exitBegun':
      // From here on nothing is built up any more, and a removal of delegated admin is the exit's own.
      return {
        ...next,
        ...standsAt(tenant, 'notConfigured', fact),
        onboarding: undefined,
        // What was seen of a tenant that nobody looked after is there until it is seen to be gone.
        ...(tenant.onboarding && leftBy(tenant.onboarding)),
        delegatedAdmin: { state: tenant.delegatedAdmin.state },
      };
    case 'exitCertified':
      return {
        ...newTenant(tenant.tenantId, tenant.customer, fact.at),
        version: next.version,
        ...residueIn(relationshipsIn(tenant.exit?.end?.remains)),
        ...(tenant.exCustomer && { exCustomer: true }),
        history: [{ at: fact.at, what: fact.type, by: fact.by }],
      };
    default:
      return next;
  }
}

function relationshipsIn(remains: Plan | undefined): readonly Relationship[] {
  return (remains?.lines ?? []).flatMap((line) => ('relationship' in line ? [line.relationship] : []));
}

// Facts that nobody needs to read about, and that leave the meaning of every button as it was.
const quiet: readonly Fact['type'][] = [
  'microsoftRead',
  'relationshipLocked',
  'accessAssigned',
  'assignmentWidened',
  'assignmentRemoved',
  'stepRefused',
  'stepPutOff',
  'retriesOver',
  'waitIsLong',
  'lookFailed',
  'nothingChanged',
  'delegatedAdminRead',
  'delegatedAdminRemovalSent',
  'delegatedAdminRemovalTried',
  'exitPutOff',
  'exitTaskTried',
  'exitTaskSent',
  'exitTaskProved',
  'exitRemainsUnread',
  'exitEnded',
];

function remember(tenant: Tenant, fact: Fact): Tenant {
  if (quiet.includes(fact.type)) return tenant;
  const entry = { at: fact.at, what: fact.type, ...('by' in fact && { by: fact.by }) };
  return {
    ...tenant,
    // Taking the link is told, but every button still means what it meant.
    version: fact.type === 'approvalLinkTaken' ? tenant.version : tenant.version + 1,
    history: [...tenant.history, entry].slice(-historyLength),
  };
}

function statusAfter(fact: Fact): Status | undefined {
  switch (fact.type) {
    case 'onboardingRequested':
    case 'microsoftAwaited':
      return 'awaitingMicrosoft';
    case 'approvalAwaited':
      return 'needsApproval';
    case 'accessApproved':
      return 'approved';
    case 'issuesFound':
    case 'accessLost':
      return 'issuesFound';
    default:
      return undefined;
  }
}

function standsAt(tenant: Tenant, status: Status, fact: Fact): Pick<Tenant, 'status' | 'since'> {
  return status === tenant.status ? { status, since: tenant.since } : { status, since: fact.at };
}

function leftBy(onboarding: Onboarding | undefined): Pick<Tenant, 'residue' | 'residueSpan'> {
  return residueIn(onboarding?.relationship ? [onboarding.relationship] : []);
}

function residueIn(relationships: readonly Relationship[]): Pick<Tenant, 'residue' | 'residueSpan'> {
  const residue = residueOf(relationships);
  const residueSpan = residueSpanOf(relationships, residue);
  return { residue, ...(residueSpan && { residueSpan }) };
}
