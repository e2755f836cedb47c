// The list of tenants: which it shows, in which order, on which page.
import type { Limitation } from '../access/limitation.js';
import { type SearchWords, searchFor, searchWords } from '../search.js';
import { type Status, statuses } from './status.js';
import type { Tenant } from './tenant.js';

/** What a person wants to see of the list. */
export interface ListQuery {
  /** Absent: every status. */
  readonly status?: Status | undefined;
  /** Part of a name, a domain or a tenant id, or a sign-in name, however it is spelled; empty: everything. */
  readonly search: string;
  /** Counted from 1; one past the end means the last page. */
  readonly page: number;
  /**
   * The tenants, by id, on the reader's card: they stay in their places, whatever has changed. Absent: a new page.
   */
  readonly places?: readonly string[] | undefined;
}

/** One page of the list. */
export interface ListPage {
  /** As it was answered, with the places of all rows. */
  readonly query: ListQuery & { readonly places: readonly string[] };
  /** The tenants in their places, without those that aren't known any more. */
  readonly rows: readonly Tenant[];
  /** Whether a page made now would have other rows, or the same ones in other places. */
  readonly hasMoved: boolean;
  /** How many tenants match the search, by status: the filters. */
  readonly counts: Readonly<Record<Status, number>>;
  /** How many tenants match search and status. */
  readonly total: number;
  /** At least 1. */
  readonly pages: number;
  /** Position of the first row, counted from 1; 0 when there are none. */
  readonly from: number;
  /** How many former customers match the search; they aren't in the list. */
  readonly unlisted: number;
}

/** How many tenants fit on a card without it growing too large to read or to send. */
export const pageSize = 10;

interface Entry extends SearchWords {
  readonly tenant: Tenant;
}

/** Every tenant in the order of the list, made once for many pages. */
export interface TenantIndex {
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Tenant>;
  /** Former customers, for a search to point to. */
  readonly unlisted: readonly Entry[];
  /** How many there are of each status, so that a page without a search need not count ten thousand of them. */
  readonly counts: Readonly<Record<Status, number>>;
}

/**
 * The most urgent first: lost access, then delegated admin (DAP) that is still granted, then the statuses in their order,
 * with accepted limitations behind others; of the same urgency the oldest first, or by name where age doesn't matter.
 * Former customers aren't among them.
 */
export function indexTenants(tenants: Iterable<Tenant>): TenantIndex {
  const all = [...tenants];
  const customers = all.filter(({ formerCustomer }) => !formerCustomer);
  const unlisted = all
    .filter(({ formerCustomer }) => formerCustomer)
    .map((tenant) => ({ tenant, ...searchWords(tenant) }));
  const entries = customers.map((tenant) => ({
    tenant,
    ...searchWords(tenant),
    rank: rankOf(tenant),
    since: sinceOf(tenant),
  }));
  entries.sort((a, b) => a.rank - b.rank || compare(a.since, b.since) || compare(a.words, b.words));
  const byId = new Map(all.map((tenant) => [tenant.tenantId, tenant]));
  return { entries, unlisted, byId, counts: countedByStatus(entries) };
}

function countedByStatus(entries: readonly Entry[]): Readonly<Record<Status, number>> {
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  for (const { tenant } of entries) counts[tenant.status] += 1;
  return counts;
}

/** The page of a query. */
export function listTenants({ entries, unlisted, byId, counts: all }: TenantIndex, query: ListQuery): ListPage {
  const isMatch = searchFor(query.search);
  const found = isMatch ? entries.filter(isMatch) : entries;
  const counts = isMatch ? countedByStatus(found) : all;
  const matches = query.status === undefined ? found : found.filter(({ tenant }) => tenant.status === query.status);
  const total = matches.length;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const first = (page - 1) * pageSize;
  const shown = matches.slice(first, first + pageSize);
  const fresh = shown.map(({ tenant: { tenantId } }) => tenantId);
  const below = page === query.page ? fresh : [];
  const places = query.places === undefined ? fresh : kept(query.places, { below, byId, most: pageSize });
  return {
    query: { ...query, page: query.places === undefined ? page : query.page, places },
    rows: places === fresh ? shown.map(({ tenant }) => tenant) : places.flatMap((tenantId) => byId.get(tenantId) ?? []),
    hasMoved: places.length !== fresh.length || places.some((tenantId, place) => tenantId !== fresh[place]),
    counts,
    total,
    pages,
    from: total === 0 ? 0 : first + 1,
    unlisted: isMatch ? unlisted.filter(isMatch).length : unlisted.length,
  };
}

/** In place of a tenant that isn't known any more, whose id is forgotten too. */
export const gonePlace = '00000000-0000-0000-0000-000000000000';

/** Places that are kept, with new tenants below them while there's room: nothing moves under a reader's finger. */
export function kept(
  places: readonly string[],
  {
    below,
    byId,
    most,
  }: { readonly below: readonly string[]; readonly byId: TenantIndex['byId']; readonly most: number },
): readonly string[] {
  const known = places.map((tenantId) => (byId.has(tenantId) ? tenantId : gonePlace));
  return [...known, ...below.filter((tenantId) => !places.includes(tenantId))].slice(0, most);
}

function rankOf({ status, onboarding, delegatedAdmin }: Tenant): number {
  const accepted = onboarding?.accepted ? 1 : 0;
  const isLost = onboarding?.limitations.some(isLostAccess) === true;
  if (isLost && !accepted) return 0;
  const hasDelegatedAdmin = delegatedAdmin.state === 'granted' && !accepted;
  return (hasDelegatedAdmin ? 1 : 1 + statuses.length * 2) + statuses.indexOf(status) * 2 + accepted;
}

// A request that was declined or has lapsed never gave access.
function isLostAccess(limitation: Limitation): boolean {
  if (limitation.code !== 'relationshipLost') return false;
  return limitation.ending !== 'declined' && limitation.ending !== 'lapsed';
}

// Age doesn't matter for what's approved or was never asked for.
function sinceOf({ status, since }: Tenant): string {
  return status === 'approved' || status === 'notConfigured' ? '' : since;
}

// Far faster than localeCompare on ten thousand names, and the words are folded already.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
