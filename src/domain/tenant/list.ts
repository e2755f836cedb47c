// The list of tenants: which it shows, in which order, on which page.
import type { IssuedCertificate } from '../offboarding/certificate.js';
import { searchFor } from '../search.js';
import { kept } from './pages.js';
import type { Status } from './status.js';
import type { Tenant } from './tenant.js';
import type { IndexedTenant, Selection, TenantIndex } from './tenant-index.js';

/** What a person wants to see of the list. */
export interface ListQuery {
  /** Absent: every status. */
  readonly status?: Status | undefined;
  /** Every status is wanted, whatever the search says. */
  readonly isAnyStatus?: true | undefined;
  /** A query, such as part of a name, or `tag:vip`; empty: everything. */
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
  /** What else may be meant. Absent: nothing is searched, or a tenant in the list matches, whatever its status. */
  readonly elsewhere?: ElsewhereFound | undefined;
}

/** What a search leads to that matches no tenant in the list. */
export interface ElsewhereFound {
  /** Tenants in the list with a name like the search, the closest first. */
  readonly near: readonly Tenant[];
  /** Exit certificates that match, of tenants that were offboarded completely. */
  readonly certificates: readonly IssuedCertificate[];
}

/** How many tenants fit on a card without it growing too large to read or to send. */
export const pageSize = 10;

/** Which tenants a page is of. */
export interface Wanted {
  /** Whatever their status; `undefined`: all of them. */
  readonly selection: Selection | undefined;
  /** The statuses that are shown; `undefined`: every one. */
  readonly statuses: readonly Status[] | undefined;
}

/** The page of a query. `wanted`: what its search and status come to. Absent: the search is text. */
export function listTenants(index: TenantIndex, query: ListQuery, wanted: Wanted = asText(query)): ListPage {
  const { selection, statuses } = wanted;
  const found = selection && index.matches(selection);
  const matches = found ? ofStatus(found.listed, statuses) : listedOf(index, statuses);
  const total = matches.length;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const first = (page - 1) * pageSize;
  const fresh = matches.slice(first, first + pageSize).map(({ tenant: { tenantId } }) => tenantId);
  const below = page === query.page ? fresh : [];
  const isKnown = (tenantId: string) => index.tenant(tenantId) !== undefined;
  const places = query.places === undefined ? fresh : kept(query.places, { below, isKnown, most: pageSize });
  return {
    query: { ...query, page: query.places === undefined ? page : query.page, places },
    rows: places.flatMap((tenantId) => index.tenant(tenantId) ?? []),
    hasMoved: places.length !== fresh.length || places.some((tenantId, place) => tenantId !== fresh[place]),
    counts: found ? countedByStatus(found.listed) : index.counts,
    total,
    pages,
    from: total === 0 ? 0 : first + 1,
    unlisted: (found ?? index).former.length,
  };
}

/** A part of what is found: so many, after those that are skipped. */
export interface ListPart {
  readonly skip: number;
  readonly count: number;
}

/** A part of what is wanted, in the order of the list, for a client that asks for more as a person scrolls. */
export function listedPart(
  index: TenantIndex,
  { selection, statuses }: Wanted,
  { skip, count }: ListPart,
): readonly Tenant[] {
  if (!selection)
    return listedOf(index, statuses)
      .slice(skip, skip + count)
      .map(({ tenant }) => tenant);
  const part: Tenant[] = [];
  let before = 0;
  for (const { tenant } of index.listedMatches(selection)) {
    if (statuses && !statuses.includes(tenant.status)) continue;
    if (before < skip) before += 1;
    else if (part.push(tenant) === count) break;
  }
  return part;
}

function asText({ search, status }: ListQuery): Wanted {
  return { selection: searchFor(search), statuses: status && [status] };
}

function listedOf(index: TenantIndex, statuses: Wanted['statuses']): readonly IndexedTenant[] {
  const [only, ...others] = statuses ?? [];
  return others.length === 0 ? index.listed(only) : ofStatus(index.listed(), statuses);
}

function ofStatus(rows: readonly IndexedTenant[], statuses: Wanted['statuses']): readonly IndexedTenant[] {
  return statuses ? rows.filter(({ tenant: { status } }) => statuses.includes(status)) : rows;
}

function countedByStatus(entries: readonly IndexedTenant[]): Readonly<Record<Status, number>> {
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  for (const { tenant } of entries) counts[tenant.status] += 1;
  return counts;
}
