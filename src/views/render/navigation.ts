// What buttons of all cards share: what they carry, who may press them, and those that lead to a card or a list.

import { includesRole, leastRoleFor } from '../../domain/tenant/commands.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { Literal } from '../words/text-types.js';
import type { ViewContext } from './context.js';
import { literal, phrase } from './text.js';
import { type ActionData, type Button, verbTraits } from './verbs.js';

/** Long enough to tell tenants apart in a screen reader's words; every row of the list has them more than once. */
export const mostName = 24;

/** Lists besides that of all tenants, to which their tenants' cards lead back. */
export const otherLists = ['expiring', 'waiting'] as const;

/** The place in a list that a card leads back to. */
export interface ListPosition extends Partial<Pick<ListQuery, 'status' | 'search' | 'page'>> {
  /** Absent: the list of all tenants. */
  readonly list?: (typeof otherLists)[number] | undefined;
}

/** What a list shows, and which list it is. */
export type PlacedQuery = ListQuery & Pick<ListPosition, 'list'>;

/** The data of every button about a tenant. */
export function dataFor(tenant: Tenant, position: ListPosition): ActionData {
  return { tenantId: tenant.tenantId, version: tenant.version, ...listData(position) };
}

/** The data of a button that leads to the list; defaults are left out. */
export function listData({ list, status, search, page }: ListPosition): ActionData {
  return {
    ...(list !== undefined && { list }),
    ...(status !== undefined && { filter: status }),
    ...(search !== undefined && search !== '' && { search: search.slice(0, 100) }),
    ...(page !== undefined && page !== 1 && { page }),
  };
}

/** Whether this person may press a button, and for a batch its yes; a card for several people has all of them. */
export function mayPress(
  { verb, data }: Pick<Button, 'verb'> & Partial<Pick<Button, 'data'>>,
  { role }: Pick<ViewContext, 'role'>,
): boolean {
  if (role === undefined) return true;
  const { batchAction } = data ?? {};
  const isBatchAllowed = batchAction === undefined || includesRole(role, leastRoleFor(batchAction));
  return isBatchAllowed && includesRole(role, verbTraits[verb].leastRole);
}

/** What a screen reader says of a button about a tenant, so that the same buttons of several rows can be told apart. */
export function tooltipFor(title: Literal, { customer }: Pick<Tenant, 'customer'>, { buttons }: Words): Literal {
  return buttons.about({ title, subject: literal(customer.displayName, mostName) });
}

/** To the tenant's card, changing nothing. */
export function openButton(tenant: Tenant, position: ListPosition, title: Literal, words: Words): Button {
  return {
    title,
    tooltip: tooltipFor(title, tenant, words),
    verb: 'tenant.open',
    data: dataFor(tenant, position),
    style: 'default',
  };
}

/** Leaves a question without doing anything, for the tenant's card. */
export function cancelButton(tenant: Tenant, position: ListPosition, words: Words): Button {
  return openButton(tenant, position, words.buttons.cancel, words);
}

/** Back to the list where one comes from, at the same place. `title`: absent, what that list is called. */
export function listButton(position: ListPosition, words: Words, title?: Literal): Button {
  const { list, search = '', page } = position;
  if (list === 'expiring') return expiringButton(title ?? words.expiring.title, words, page);
  if (list === 'waiting') return waitingButton({ search, page }, title ?? words.waiting.title, words);
  return tenantsButton(position, title ?? words.buttons.allTenants, words);
}

function tenantsButton(position: ListPosition, title: Literal, words: Words): Button {
  const tooltip = words.tenantList.toList;
  return { title, tooltip, verb: 'tenants.list', data: listData(position), style: 'default' };
}

/** To a page of the tenants whose access ends. */
export function expiringButton(title: Literal, words: Words, page = 1): Button {
  return {
    title,
    tooltip: words.buttons.about({ title, subject: phrase`${words.expiring.title} ${page}` }),
    verb: 'expiring.list',
    data: page === 1 ? {} : { page },
    style: 'default',
  };
}

/** To a page of what waits for a person, of the tenants that a search finds. */
export function waitingButton(
  { search, page = 1 }: { readonly search: string; readonly page?: number | undefined },
  title: Literal,
  words: Words,
): Button {
  return {
    title,
    tooltip: words.buttons.about({ title, subject: words.waiting.title }),
    verb: 'waiting.list',
    data: { ...(search !== '' && { search: search.slice(0, 200) }), ...(page !== 1 && { page }) },
    style: 'default',
  };
}

/** To a page of the tenants with leftover access. */
export function leftoversButton(title: Literal, words: Words, page = 1): Button {
  return {
    title,
    tooltip: words.buttons.about({ title, subject: phrase`${words.buttons.leftovers} ${page}` }),
    verb: 'leftovers.list',
    data: page === 1 ? {} : { page },
    style: 'default',
  };
}
