// The buttons of a tenant: what can be done about its status, its limitations and delegated admin.

import { knownCoverage } from '../../domain/access/coverage.js';
import { needsNewRequest } from '../../domain/access/limitation.js';
import { approvalRequestOf } from '../../domain/tenant/approval-request.js';
import type { SecondedAction } from '../../domain/tenant/awaited-second.js';
import { isAhead } from '../../domain/tenant/decide-customer-notice.js';
import { takesTicket } from '../../domain/tenant/required-ticket.js';
import { hasEndableEarlier, isRemovable, type Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { customerNoticeButton } from '../explain/customer-notice-button.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mayPress, tooltipFor } from '../render/navigation.js';
import type { Button, Verb } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { reviewSecondButton } from './second-admin.js';

/**
 * The buttons of a tenant's status and those for delegated admin, as far as this person may press them. None while the
 * tenant is being offboarded completely: each would be refused.
 */
export function tenantButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allTenantButtons(tenant, position, context).filter((button) => mayPress(button, context));
}

/** What can be done about limitations, as far as this person may: Revalidate, Request again, accept them or take that back. */
export function limitationButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allLimitationButtons(tenant, position, context.words).filter((button) => mayPress(button, context));
}

type MakeButton = (title: Literal, verb: Verb, style?: Button['style']) => Button;

function buttonsOf(tenant: Tenant, position: ListPosition, words: Words): MakeButton {
  const data = dataFor(tenant, position);
  return (title, verb, style = 'default') => ({ title, tooltip: tooltipFor(title, tenant, words), verb, data, style });
}

function allTenantButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  const { words } = context;
  if (tenant.offboarding) return [];
  const waits = tenant.awaitedSecond?.action.do;
  const ofStatus = buttonsOfStatus(tenant, position, context);
  // What waits comes first, and nothing beside it is stressed.
  const offered = ofStatus
    .filter(({ verb }) => waits === undefined || askedBy[verb] !== waits)
    .map((button): Button => (waits === undefined ? button : { ...button, style: 'default' }));
  return [
    ...(waits === undefined ? [] : [reviewSecondButton(tenant, position, words)]),
    ...offered,
    ownershipButton(tenant, position, words),
    buttonsOf(tenant, position, words)(words.buttons.attend, 'tenant.askAttend'),
  ];
}

// The button of what waits for a second admin already.
const askedBy: Readonly<Partial<Record<Verb, SecondedAction['do']>>> = {
  'tenant.askEnable': 'enable',
  'tenant.askKeepAccess': 'removeGlobalAdministrator',
  'tenant.askEndEarlier': 'endEarlier',
};

// A person who can't release it is answered with the owner's name.
function ownershipButton(tenant: Tenant, position: ListPosition, words: Words): Button {
  const button = buttonsOf(tenant, position, words);
  const { take, release } = words.buttons;
  return tenant.owner ? button(release, 'tenant.release') : button(take, 'tenant.take');
}

function buttonsOfStatus(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  const { words } = context;
  const { buttons } = words;
  const button = buttonsOf(tenant, position, words);
  const disable = button(buttons.disable, 'tenant.askDisable');
  const removal =
    tenant.delegatedAdmin.state === 'granted' && !tenant.delegatedAdmin.removal
      ? [button(buttons.removeDelegatedAdmin, 'tenant.askRemoveDelegatedAdmin')]
      : [];
  const keeping = [
    ...allKeepingButtons(tenant, position, context),
    // Every other way has a question, which offers it.
    ...(isAhead('extend', tenant) ? [customerNoticeButton(tenant, 'extend', position, words)] : []),
  ];
  switch (tenant.status) {
    case 'notConfigured':
      // A former customer can't be asked for access.
      if (tenant.formerCustomer) return removal;
      return [
        button(buttons.enable, 'tenant.askEnable', 'positive'),
        ...removal,
        ...(isRemovable(tenant) ? [button(buttons.removeCustomer, 'tenant.remove')] : []),
      ];
    case 'needsApproval':
      return [button(buttons.copyApproval, 'tenant.copyApproval', 'positive'), disable, ...removal];
    case 'awaitingMicrosoft':
      return removal;
    case 'approved':
      return [
        ...keeping,
        ...checkAgain(tenant, button, words),
        ...endOfEarlier(tenant, button, words),
        disable,
        ...removal,
      ];
    case 'issuesFound':
      return [
        button(buttons.reviewLimitations, 'tenant.reviewLimitations', 'positive'),
        // There's nothing to review in an answer that never came.
        ...(hasLapsed(tenant) ? [button(buttons.requestAgain, 'tenant.askEnable')] : []),
        ...keeping,
        disable,
        ...removal,
      ];
    default:
      return tenant.status satisfies never;
  }
}

function hasLapsed({ onboarding }: Tenant): boolean {
  return onboarding?.limitations.some((each) => each.code === 'relationshipLost' && each.ending === 'lapsed') === true;
}

/** Keep access, as far as this person may: what loses or asks for something asks first. None while nothing is to be kept. */
export function keepingButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allKeepingButtons(tenant, position, context).filter((button) => mayPress(button, context));
}

function allKeepingButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  const { words, ticketSubjects } = context;
  const { onboarding, offboarding } = tenant;
  if (!onboarding || offboarding) return [];
  const { buttons } = words;
  const button = buttonsOf(tenant, position, words);
  if (onboarding.keeping)
    return approvalRequestOf(tenant) ? [button(buttons.copyApproval, 'tenant.copyApproval', 'positive')] : [];
  const keep = knownCoverage(onboarding)?.keep;
  if (keep === undefined) return [];
  if (keep !== 'extend' || takesTicket('keepAccess', ticketSubjects))
    return [button(buttons.keepAccess, 'tenant.askKeepAccess')];
  const direct = button(buttons.keepAccess, 'tenant.keepAccess');
  return [{ ...direct, data: { ...direct.data, way: keep } }];
}

/** Here the oldest of those that another relationship has taken the place of; a batch ends one of each of many tenants. */
function endOfEarlier(tenant: Tenant, button: MakeButton, { buttons }: Words): readonly Button[] {
  return hasEndableEarlier(tenant) ? [button(buttons.endEarlier, 'tenant.askEndEarlier')] : [];
}

/** No second Revalidate while one is under way. */
function checkAgain({ onboarding }: Tenant, button: MakeButton, { buttons }: Words, style?: Button['style']) {
  return onboarding?.revalidation ? [] : [button(buttons.revalidate, 'tenant.revalidate', style)];
}

function allLimitationButtons(tenant: Tenant, position: ListPosition, words: Words): readonly Button[] {
  const { buttons } = words;
  const { onboarding } = tenant;
  const button = buttonsOf(tenant, position, words);
  const takesRequest = onboarding?.limitations.some(needsNewRequest) === true;
  return [
    // The cure comes first.
    ...(takesRequest ? [button(buttons.requestAgain, 'tenant.askEnable', 'positive')] : []),
    ...checkAgain(tenant, button, words, takesRequest ? 'default' : 'positive'),
    onboarding?.accepted
      ? button(buttons.takeBackAcceptance, 'tenant.takeBackAcceptance')
      : button(buttons.acceptLimitation, 'tenant.askAcceptLimitations'),
    ...(takesRequest ? [button(buttons.disable, 'tenant.askDisable')] : []),
  ];
}

const notInRows: readonly Verb[] = [
  'tenant.revalidate',
  'tenant.askKeepAccess',
  'tenant.keepAccess',
  'tenant.copyCustomerNotice',
  'tenant.askEndEarlier',
  'tenant.askDisable',
  'tenant.askRemoveDelegatedAdmin',
  'tenant.take',
  'tenant.release',
  'tenant.askAttend',
  'tenant.remove',
];

const inMenu: readonly Verb[] = ['tenant.take', 'tenant.release', 'tenant.askAttend', 'tenant.copyCustomerNotice'];

/** Whether a button stands in the menu beside the others: it changes nothing about the tenant's access. */
export function isInMenu({ verb }: Button): boolean {
  return inMenu.includes(verb);
}

/** Whether a button isn't offered on the list: it asks about something that can't be undone, or nothing calls for it. */
export function isQuestion({ verb }: Button): boolean {
  return notInRows.includes(verb);
}
