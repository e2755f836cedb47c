// Which buttons does a tenant get, and what do they say?

import { needsNewRequest } from '../../domain/access/limitation.js';
import { includesRole } from '../../domain/tenant/commands.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import { type ActionData, type Button, type Verb, verbTraits } from '../render/verbs.js';

/** Long enough to tell tenants apart in what a screen reader says; every row of the list says it more than once. */
export const mostName = 28;

/** Where a card leads back to. */
export type ListPosition = Partial<Pick<ListQuery, 'status' | 'search' | 'page'>>;

/** What every button about a tenant carries. */
export function dataFor(tenant: Tenant, position: ListPosition): ActionData {
  return { tenantId: tenant.tenantId, version: tenant.version, ...listData(position) };
}

/** What a button that leads to the list carries; what is as usual is left out. */
export function listData({ status, search, page }: ListPosition): ActionData {
  return {
    ...(status !== undefined && { filter: status }),
    ...(search !== undefined && search !== '' && { search: search.slice(0, 100) }),
    ...(page !== undefined && page !== 1 && { page }),
  };
}

/**
 * The buttons of a tenant's status, with those for delegated admin, as far as this person may press them. While the
 * tenant is being offboarded completely there are none: each would be refused.
 */
export function tenantButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allTenantButtons(tenant, position).filter((button) => mayPress(button, context));
}

/** What can be done about limitations, as far as this person may: look again, ask the customer again, or accept them. */
export function limitationButtons(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  return allLimitationButtons(tenant, position).filter((button) => mayPress(button, context));
}

/** Whether this person may press a button; on a card for several people stand all of them. */
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
      // Who is no customer any more is asked for nothing.
      if (tenant.exCustomer) return removal;
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

/** Nobody has to ask twice while it is being looked at. */
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
    // What mends it comes first.
    ...(takesRequest ? [button('Request again', 'Request again', 'tenant.enable', 'positive')] : []),
    ...checkAgain(tenant, data, takesRequest ? 'default' : 'positive'),
    ...(onboarding?.accepted
      ? []
      : [button('Cancel (accept as it is)', 'Accept as it is', 'tenant.acceptLimitations')]),
    ...(takesRequest ? [button('Disable', 'Disable', 'tenant.askDisable')] : []),
  ];
}

/** Whether a button is not offered in passing: what it asks about cannot be undone, or nothing calls for it. */
export function isQuestion({ verb }: Button): boolean {
  return verb === 'tenant.revalidate' || verb === 'tenant.askDisable' || verb === 'tenant.askRemoveDelegatedAdmin';
}

/** Back to the tenant's card, doing nothing. */
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

/** To the list of tenants, where one was. */
export function listButton(position: ListPosition, title = 'All tenants'): Button {
  return { title, tooltip: 'To the list of tenants', verb: 'tenants.list', data: listData(position), style: 'default' };
}

/** To a page of what still ties us to tenants that nobody looks after. */
export function leftoversButton(title: string, page = 1): Button {
  return {
    title,
    tooltip: `${title}: page ${page} of what is still tied to you`,
    verb: 'leftovers.list',
    data: page === 1 ? {} : { page },
    style: 'default',
  };
}
