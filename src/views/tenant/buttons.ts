// The buttons of a tenant.

import { needsNewRequest } from '../../domain/access/limitation.js';
import { includesRole } from '../../domain/tenant/commands.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import { type ActionData, type Button, type Verb, verbTraits } from '../render/verbs.js';

/** Long enough to tell tenants apart in a screen reader's words; every row of the list has them more than once. */
export const mostName = 28;

/** The place in the list that a card leads back to. */
export type ListPosition = Partial<Pick<ListQuery, 'status' | 'search' | 'page'>>;

/** The data of every button about a tenant. */
export function dataFor(tenant: Tenant, position: ListPosition): ActionData {
  return { tenantId: tenant.tenantId, version: tenant.version, ...listData(position) };
}

/** The data of a button that leads to the list; defaults are left out. */
export function listData({ status, search, page }: ListPosition): ActionData {
  return {
    ...(status !== undefined && { filter: status }),
    ...(search !== undefined && search !== '' && { search: search.slice(0, 100) }),
    ...(page !== undefined && page !== 1 && { page }),
  };
}

/**
 * The buttons of a tenant's status and those for delegated admin, as far as this person may press them. None while the
 * tenant is being offboarded completely: each would be refused.
 */
export function tenantButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allTenantButtons(tenant, position).filter((button) => mayPress(button, context));
}

/** What can be done about limitations, as far as this person may: Revalidate, Request again, or accept them. */
export function limitationButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allLimitationButtons(tenant, position).filter((button) => mayPress(button, context));
}

/** Whether this person may press a button; a card for several people has all of them. */
export function mayPress({ verb }: Pick<Button, 'verb'>, { role }: Pick<ViewContext, 'role'>): boolean {
  return role === undefined || includesRole(role, verbTraits[verb].leastRole);
}

function allTenantButtons(tenant: Tenant, position: ListPosition): readonly Button[] {
  if (tenant.offboarding) return [];
  const data = dataFor(tenant, position);
  const name = literal(tenant.customer.displayName, mostName);
  const button = (title: string, tooltip: string, verb: Verb, style: Button['style'] = 'default'): Button => ({
    title,
    tooltip,
    verb,
    data,
    style,
  });
  const disable = button('Disable', `Disable: ${name}`, 'tenant.askDisable');
  const removal =
    tenant.delegatedAdmin.state === 'granted' && !tenant.delegatedAdmin.removal
      ? [button('Remove delegated admin', `Remove delegated admin: ${name}`, 'tenant.askRemoveDelegatedAdmin')]
      : [];
  switch (tenant.status) {
    case 'notConfigured':
      // A former customer can't be asked for access.
      if (tenant.formerCustomer) return removal;
      return [button('Enable', `Enable: ${name}`, 'tenant.enable', 'positive'), ...removal];
    case 'needsApproval':
      return [
        button('Copy approval', `Copy approval: ${name}`, 'tenant.copyApproval', 'positive'),
        disable,
        ...removal,
      ];
    case 'awaitingMicrosoft':
      return removal;
    case 'approved':
      return [...checkAgain(tenant, data), disable, ...removal];
    case 'issuesFound':
      return [
        button('Review limitations', `Review limitations: ${name}`, 'tenant.reviewLimitations', 'positive'),
        disable,
        ...removal,
      ];
    default:
      return tenant.status satisfies never;
  }
}

/** No second Revalidate while one is under way. */
function checkAgain({ customer, onboarding }: Tenant, data: ActionData, style: Button['style'] = 'default') {
  if (onboarding?.revalidation) return [];
  const tooltip = `Revalidate: ${literal(customer.displayName, mostName)}`;
  return [{ title: 'Revalidate', tooltip, verb: 'tenant.revalidate', data, style } as const];
}

function allLimitationButtons(tenant: Tenant, position: ListPosition): readonly Button[] {
  const data = dataFor(tenant, position);
  const name = literal(tenant.customer.displayName, mostName);
  const { onboarding } = tenant;
  const button = (title: string, tooltip: string, verb: Verb, style: Button['style'] = 'default'): Button => ({
    title,
    tooltip: `${tooltip}: ${name}`,
    verb,
    data,
    style,
  });
  const takesRequest = onboarding?.limitations.some(needsNewRequest) === true;
  return [
    // The cure comes first.
    ...(takesRequest ? [button('Request again', 'Request again', 'tenant.enable', 'positive')] : []),
    ...checkAgain(tenant, data, takesRequest ? 'default' : 'positive'),
    ...(onboarding?.accepted
      ? []
      : [button('Cancel (accept as it is)', 'Accept as it is', 'tenant.acceptLimitations')]),
    ...(takesRequest ? [button('Disable', 'Disable', 'tenant.askDisable')] : []),
  ];
}

/** Whether a button isn't offered on the list: it asks about something that can't be undone, or nothing calls for it. */
export function isQuestion({ verb }: Button): boolean {
  return verb === 'tenant.revalidate' || verb === 'tenant.askDisable' || verb === 'tenant.askRemoveDelegatedAdmin';
}

/** To the tenant's card, changing nothing. */
export function openButton(tenant: Tenant, position: ListPosition, title: string): Button {
  const name = literal(tenant.customer.displayName, mostName);
  return {
    title,
    tooltip: `${title}: ${name}`,
    verb: 'tenant.open',
    data: dataFor(tenant, position),
    style: 'default',
  };
}

/** Back to the list of tenants, at the same place. */
export function listButton(position: ListPosition, title = 'All tenants'): Button {
  return { title, tooltip: 'To the list of tenants', verb: 'tenants.list', data: listData(position), style: 'default' };
}

/** To a page of the tenants with leftover access. */
export function leftoversButton(title: string, page = 1): Button {
  return {
    title,
    tooltip: `${title}: page ${page} of what is still tied to you`,
    verb: 'leftovers.list',
    data: page === 1 ? {} : { page },
    style: 'default',
  };
}
