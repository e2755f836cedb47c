// Decides a command: facts, or a refusal with its reason. Microsoft isn't asked here.

import { needsNewRequest } from '../access/limitation.js';
import { approvalRequestOf } from './approval-request.js';
import { type AttentionCommand, decideAttention } from './attention.js';
import type { Command } from './commands.js';
import { decideChange, factsOfTags } from './decide-change.js';
import { decideCustomerNotice } from './decide-customer-notice.js';
import { decideKeeping } from './decide-keeping.js';
import { decideOffboarding, type OffboardingCommand, type OffboardingRefusalReason } from './decide-offboarding.js';
import type { FactData } from './facts.js';
import { decideOwnership, type OwnershipCommand } from './ownership.js';
import { decideSecond, droppedSecond, type SecondAdminCommand, type SecondAdminRefusalReason } from './second-admin.js';
import { isRemovable, type Tenant } from './tenant.js';

/** Why a command isn't carried out. A normal answer: the person sees the reason and the current card. */
export type RefusalReason =
  /** It's under way already. */
  | 'alreadyUnderWay'
  /** There's nothing left to do. */
  | 'alreadyDone'
  /** The tenant is Not configured. */
  | 'notOnboarded'
  /** Microsoft works on the tenant. */
  | 'microsoftAtWork'
  /** The status doesn't have this command. */
  | 'doesNotApply'
  /** The card that the click came from was drawn before the tenant changed. */
  | 'outdated'
  /** Partner Center doesn't list it among our customers. */
  | 'noCustomer'
  /** It would have more tags than fit. */
  | 'tooManyTags'
  /** Someone else has written the note. */
  | 'ofSomeoneElse'
  /** Access was lost, which is never snoozed. */
  | 'neverSnoozed'
  /** Someone else looks after it. */
  | 'ownedByOther'
  /** The partner has a ticket asked for, and none was given. */
  | 'ticketMissing'
  /** The tenant is locked for longer than the click can wait. */
  | 'busy'
  /** Something waits for a second admin already; of a batch: it would have to by now, and the batch's own yes was to something else. */
  | 'awaitsSecondAdmin'
  | SecondAdminRefusalReason
  | OffboardingRefusalReason;

/** The answer to a command. */
export type Decision = { readonly facts: readonly FactData[] } | { readonly refused: RefusalReason };

/** Decides a command on what is known of the tenant. */
export function decide(command: Command, tenant: Tenant): Decision {
  switch (command.do) {
    case 'decideOffboarding':
    case 'approveOffboarding':
    case 'dropStaleOffboarding':
    case 'undoOffboarding':
    case 'retryOffboarding':
    case 'leaveRest':
      return decideOffboarding(command, tenant.offboarding);
    case 'take':
    case 'release':
    case 'releaseOther':
    case 'assign':
    case 'assignOther':
      return decideOwnership(command, tenant);
    case 'note':
    case 'deleteNote':
    case 'deleteOthersNote':
    case 'setTicket':
    case 'snooze':
    case 'wake':
      return decideAttention(command, tenant);
    case 'approveSecond':
    case 'declineSecond':
    case 'withdrawSecond':
      return decideSecond(command, tenant, (asked) => decide(asked, tenant));
    default:
      // What's being removed must not be built up again or forgotten meanwhile.
      return tenant.offboarding ? { refused: 'offboardingUnderWay' } : decideOnTenant(command, tenant);
  }
}

function decideOnTenant(
  command: Exclude<Command, OffboardingCommand | OwnershipCommand | AttentionCommand | SecondAdminCommand>,
  tenant: Tenant,
): Decision {
  switch (command.do) {
    case 'enable':
      return decideEnable(command, tenant);
    case 'takeApprovalLink':
      return (
        (approvalRequestOf(tenant) ? undefined : unless(tenant, 'needsApproval')) ?? {
          facts: [{ type: 'approvalLinkTaken', by: command.by }],
        }
      );
    case 'takeCustomerNotice':
    case 'chooseCustomerLanguage':
      return decideCustomerNotice(command, tenant);
    case 'revalidate': {
      if (tenant.onboarding?.revalidation) return { refused: 'alreadyUnderWay' };
      const looksAgain = tenant.status === 'approved' ? undefined : unless(tenant, 'issuesFound');
      return looksAgain ?? { facts: [{ type: 'revalidationRequested', by: command.by }] };
    }
    case 'acceptLimitations': {
      const refused = unless(tenant, 'issuesFound');
      if (refused) return refused;
      if (tenant.onboarding?.accepted) return { refused: 'alreadyDone' };
      return {
        facts: [{ type: 'limitationsAccepted', by: command.by, ...(command.terms && { terms: command.terms }) }],
      };
    }
    case 'takeBackAcceptance': {
      const refused = unless(tenant, 'issuesFound');
      if (refused) return refused;
      if (!tenant.onboarding?.accepted) return { refused: 'alreadyDone' };
      return { facts: [{ type: 'acceptanceTakenBack', by: command.by }] };
    }
    case 'disable': {
      if (tenant.status === 'notConfigured') return { refused: 'alreadyDone' };
      if (tenant.status === 'awaitingMicrosoft') return { refused: 'microsoftAtWork' };
      return { facts: [...droppedSecond(tenant), { type: 'disabled', by: command.by }] };
    }
    case 'removeCustomer':
      return isRemovable(tenant)
        ? { facts: [{ type: 'customerRemoved', by: command.by }] }
        : { refused: 'doesNotApply' };
    case 'tag':
      return decideTags(command, tenant);
    case 'import':
    case 'importOver':
      return decideChange(command, tenant);
    case 'keepAccess':
      return decideKeeping(command.by, command.way, tenant);
    case 'removeGlobalAdministrator':
      return decideKeeping(command.by, 'removeGlobalAdministrator', tenant);
    case 'endEarlier':
      return decideEndEarlier(command, tenant);
    case 'removeDelegatedAdmin': {
      const { by, requestId } = command;
      const { state, removal } = tenant.delegatedAdmin;
      if (removal) return { refused: 'alreadyUnderWay' };
      if (state === 'none') return { refused: 'alreadyDone' };
      if (state === 'unknown') return { refused: 'doesNotApply' };
      return { facts: [{ type: 'delegatedAdminRemovalRequested', by, requestId }] };
    }
    default:
      return command satisfies never;
  }
}

function decideEnable(
  { by, conversationId, template, byRule, shownTemplate, tags }: Extract<Command, { readonly do: 'enable' }>,
  tenant: Tenant,
): Decision {
  if (tenant.formerCustomer) return { refused: 'noCustomer' };
  const refused = mayBeRequested(tenant);
  if (refused) return refused;
  const tagged = tags ? factsOfTags(by, tags, tenant) : [];
  if (tagged === 'tooManyTags') return { refused: tagged };
  const requested = { type: 'onboardingRequested', by, conversationId, template, byRule, shownTemplate } as const;
  return { facts: [...tagged, requested] };
}

function decideTags({ by, added, removed }: Extract<Command, { readonly do: 'tag' }>, tenant: Tenant): Decision {
  const facts = factsOfTags(by, { added, removed }, tenant);
  if (facts === 'tooManyTags') return { refused: facts };
  return facts.length === 0 ? { refused: 'alreadyDone' } : { facts };
}

// Only while everything works by the other one: until then access rests on both.
function decideEndEarlier(
  { by, relationshipId }: Extract<Command, { readonly do: 'endEarlier' }>,
  { status, onboarding }: Tenant,
): Decision {
  if (!onboarding) return { refused: 'notOnboarded' };
  if (onboarding.earlierEnding) return { refused: 'alreadyUnderWay' };
  if (!onboarding.earlier) return { refused: 'alreadyDone' };
  if (status !== 'approved') return { refused: 'doesNotApply' };
  const wanted = onboarding.earlier.find(({ id }) => id === relationshipId);
  if (!wanted) return { refused: 'outdated' };
  return { facts: [{ type: 'earlierEndAsked', by, relationshipId, displayName: wanted.displayName }] };
}

function mayBeRequested({ status, onboarding }: Tenant): Decision | undefined {
  switch (status) {
    case 'notConfigured':
      return undefined;
    case 'approved':
      return { refused: 'alreadyDone' };
    case 'needsApproval':
    case 'awaitingMicrosoft':
      return { refused: 'alreadyUnderWay' };
    case 'issuesFound':
      return onboarding?.limitations.some(needsNewRequest) ? undefined : { refused: 'doesNotApply' };
    default:
      return status satisfies never;
  }
}

function unless(tenant: Tenant, wanted: Tenant['status']): Decision | undefined {
  if (tenant.status === wanted) return undefined;
  if (tenant.status === 'notConfigured') return { refused: 'notOnboarded' };
  return { refused: tenant.status === 'awaitingMicrosoft' ? 'microsoftAtWork' : 'doesNotApply' };
}
