// The buttons of a tenant: what can be done about its status, its limitations and delegated admin.

import { needsNewRequest } from '../../domain/access/limitation.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mayPress, mostName } from '../render/navigation.js';
import { literal } from '../render/text.js';
import type { ActionData, Button, Verb } from '../render/verbs.js';

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
