// Which tenants does the list show, in which order, and on which page?
import { type Status, statuses } from './status.js';
import type { Tenant } from './tenant.js';
import { type SearchWords, searchFor, searchWords } from './tenant-search.js';

/** What somebody wants to see of the list. */
export interface ListQuery {
  /** Absent: every status. */
  readonly status?: Status | undefined;
  /** Part of a name, a domain or a tenant id, or a sign-in name, however it is spelled; empty: everything. */
  readonly search: string;
  /** Counted from 1; one past the end means the last page. */
  readonly page: number;
}

/** One page of the list. */
export interface ListPage {
  readonly query: ListQuery;
  readonly rows: readonly Tenant[];
  /** How many tenants match the search, by status: the filters. */
  readonly counts: Readonly<Record<Status, number>>;
  /** How many tenants match search and status. */
  readonly total: number;
  /** At least 1. */
  readonly pages: number;
  /** Position of the first row, counted from 1; 0 when there are none. */
  readonly from: number;
}

/** How many tenants fit on a card without it growing too large to read or to send. */
export const pageSize = 10;

interface Entry extends SearchWords {
  readonly tenant: Tenant;
}

/** Every tenant in the order of the list, made once for many pages. */
export interface TenantIndex {
  readonly entries: readonly Entry[];
  /** How many there are of each status, so that a page without a search need not count ten thousand of them. */
  readonly counts: Readonly<Record<Status, number>>;
}

/**
 * The most urgent first; what somebody has accepted comes after what nobody has looked at; then by name. Who is no customer
 * any more is not among them.
 */
export function indexTenants(tenants: Iterable<Tenant>): TenantIndex {
  const customers = [...tenants].filter(({ exCustomer }) => !exCustomer);
  const entries = customers.map((tenant) => ({ tenant, ...searchWords(tenant), rank: rankOf(tenant) }));
  entries.sort((a, b) => a.rank - b.rank || compare(a.words, b.words));
  return { entries, counts: countedByStatus(entries) };
}

function countedByStatus(entries: readonly Entry[]): Readonly<Record<Status, number>> {
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  for (const { tenant } of entries) counts[tenant.status] += 1;
  return counts;
}

/** The page that a query means. */
export function listTenants({ entries, counts: all }: TenantIndex, query: ListQuery): ListPage {
  const isMatch = searchFor(query.search);
  const matches = isMatch ? entries.filter(isMatch) : entries;
  const counts = isMatch ? countedByStatus(matches) : all;
  const total = query.status === undefined ? matches.length : counts[query.status];
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const first = (page - 1) * pageSize;
  const start = query.status === undefined ? 0 : countedBefore(query.status, counts);
  return {
    query: { ...query, page },
    rows: matches.slice(start + first, start + Math.min(first + pageSize, total)).map(({ tenant }) => tenant),
    counts,
    total,
    pages,
    from: total === 0 ? 0 : first + 1,
  };
}

// Those of one status stand together, in the order of the statuses.
function countedBefore(status: Status, counts: Readonly<Record<Status, number>>): number {
  return statuses.slice(0, statuses.indexOf(status)).reduce((sum, each) => sum + counts[each], 0);
}

function rankOf({ status, onboarding }: Tenant): number {
  return statuses.indexOf(status) * 2 + (onboarding?.accepted ? 1 : 0);
}

// Far faster than localeCompare on ten thousand names, and the words are folded already.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
