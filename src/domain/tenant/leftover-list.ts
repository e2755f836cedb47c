// The list of tenants with leftover access, the worst first.

import { searchWords } from '../search.js';
import { kept } from './list.js';
import type { Tenant } from './tenant.js';

/** Kinds of leftover access in a tenant that Gatehouse doesn't manage, from the worst on. */
const leftoverLevels = ['liveAccessAndDelegatedAdmin', 'liveAccess', 'delegatedAdmin', 'approvalRequest'] as const;

/** One of them. */
export type LeftoverLevel = (typeof leftoverLevels)[number];

/** A tenant with its leftover access; without `level` it has none any more and only keeps its place. */
export interface LeftoverRow {
  readonly tenant: Tenant;
  readonly level: LeftoverLevel | undefined;
}

/** Every tenant with leftover access, in order; made once for many pages. */
export interface LeftoverIndex {
  readonly rows: readonly LeftoverRow[];
  readonly byId: ReadonlyMap<string, Tenant>;
  /** Customers without any known leftover access: they're customers, and no more. */
  readonly customersOnly: number;
  /** Ids of Not configured tenants whose delegated admin hasn't been read yet, the worst first. */
  readonly unreadIds: readonly string[];
}

/** One page of them. */
export interface LeftoverPage {
  /** The tenants, by id, in the places of the page. */
  readonly places: readonly string[];
  /** The tenants of `places` that are still known. */
  readonly rows: readonly LeftoverRow[];
  /** Whether a page made now would have other rows, or the same ones in other places. */
  readonly hasMoved: boolean;
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  readonly total: number;
  /** Position of the first row, counted from 1; 0 when there are none. */
  readonly from: number;
  readonly customersOnly: number;
  readonly unreadCount: number;
}

/** How many tenants fit on a card. */
const leftoversPageSize = 10;

/** The leftover access of a tenant; `undefined`: none is known, or the tenant isn't Not configured. */
export function leftoverLevelOf({ status, leftoverAccess, delegatedAdmin }: Tenant): LeftoverLevel | undefined {
  if (status !== 'notConfigured') return undefined;
  const hasDelegatedAdmin = delegatedAdmin.state === 'granted';
  if (leftoverAccess === 'liveAccess') return hasDelegatedAdmin ? 'liveAccessAndDelegatedAdmin' : 'liveAccess';
  if (hasDelegatedAdmin) return 'delegatedAdmin';
  return leftoverAccess === 'approvalRequest' ? 'approvalRequest' : undefined;
}

/** The index: the worst first, then former customers, then by name. */
export function indexLeftovers(tenants: Iterable<Tenant>): LeftoverIndex {
  const rows: (LeftoverRow & { readonly rank: number; readonly name: string })[] = [];
  const untied: Tenant[] = [];
  let customersOnly = 0;
  const byId = new Map<string, Tenant>();
  for (const tenant of tenants) {
    byId.set(tenant.tenantId, tenant);
    const level = leftoverLevelOf(tenant);
    if (level) {
      const rank = leftoverLevels.indexOf(level) * 2 + (tenant.formerCustomer ? 0 : 1);
      rows.push({ tenant, level, rank, name: searchWords(tenant).words });
    } else if (tenant.status === 'notConfigured' && !tenant.formerCustomer) {
      untied.push(tenant);
      customersOnly += 1;
    }
  }
  rows.sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.tenant.tenantId, b.tenant.tenantId));
  const unread = [...rows.map(({ tenant }) => tenant), ...untied].filter(isUnread);
  return {
    rows: rows.map(({ tenant, level }) => ({ tenant, level })),
    byId,
    customersOnly,
    unreadIds: unread.map(({ tenantId }) => tenantId),
  };
}

/**
 * A page, counted from 1; one past the end gives the last page. `held`: the tenants on the reader's card, which stay where
 * they are.
 */
export function leftoversPage(
  { rows, byId, customersOnly, unreadIds }: LeftoverIndex,
  wanted: number,
  held?: readonly string[],
): LeftoverPage {
  const pages = Math.max(1, Math.ceil(rows.length / leftoversPageSize));
  const page = Math.min(Math.max(1, wanted), pages);
  const first = (page - 1) * leftoversPageSize;
  const fresh = rows.slice(first, first + leftoversPageSize).map(({ tenant: { tenantId } }) => tenantId);
  const below = page === wanted ? fresh : [];
  const places = held === undefined ? fresh : kept(held, { below, byId, most: leftoversPageSize });
  return {
    places,
    rows: places.flatMap((tenantId) => {
      const tenant = byId.get(tenantId);
      return tenant ? [{ tenant, level: leftoverLevelOf(tenant) }] : [];
    }),
    hasMoved: places.length !== fresh.length || places.some((tenantId, place) => tenantId !== fresh[place]),
    page: held === undefined ? page : wanted,
    pages: held === undefined ? pages : Math.max(pages, wanted),
    total: rows.length,
    from: rows.length === 0 ? 0 : first + 1,
    customersOnly,
    unreadCount: unreadIds.length,
  };
}

// Partner Center answers only for customers that it lists, and an offboarding reads for itself.
function isUnread({ delegatedAdmin, formerCustomer, offboarding }: Tenant): boolean {
  return delegatedAdmin.state === 'unknown' && !formerCustomer && !offboarding;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
