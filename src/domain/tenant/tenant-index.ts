// Every tenant in the order of the list, kept up as tenants change.
import type { Limitation } from '../access/limitation.js';
import type { Person } from '../person.js';
import { type SearchWords, searchWords } from '../search.js';
import { SearchIndex } from '../search-index.js';
import { coverageIn } from './expiring-list.js';
import { type Facet, facetsOf } from './facets.js';
import { FleetCounts } from './fleet.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import { type Status, statuses } from './status.js';
import type { ChangedTenant, Tenant } from './tenant.js';

/** A tenant with what a search looks at, and its place in the list. */
export interface IndexedTenant extends SearchWords {
  readonly tenant: Tenant;
  readonly rank: number;
  readonly since: string;
}

// A larger share of the list is found faster by going through it in its order.
const mostSorted = 1 / 4;

// Sorting more takes longer than to come upon a page of them in the order of the list.
const fewToSort = 1000;

/** Which tenants are looked for. */
export interface Selection {
  readonly isMatch: (row: IndexedTenant) => boolean;
  /** As in a search by name. */
  readonly parts: readonly string[];
  /** Of each of these, a tenant that matches has one. Absent: none has to be there. */
  readonly facets?: readonly (readonly Facet[])[];
  /** The access of all that match ends, and what ends first comes first. Absent: in the order of the list. */
  readonly isByEnd?: boolean | undefined;
}

/**
 * The most urgent first: lost access, then delegated admin (DAP) that is still granted, then the statuses in their order,
 * with accepted limitations behind others; of the same urgency the oldest first, or by name where age doesn't matter.
 * Former customers aren't among them. Who is asked for because their access ends comes by its end.
 */
export class TenantIndex {
  readonly #byId = new SearchIndex<IndexedTenant>();
  readonly #listed = new SortedRows(byUrgency);
  readonly #ofStatus = byStatus(() => new SortedRows(byUrgency));
  readonly #former = new SortedRows(byUrgency);
  /** Former customers are among them. */
  readonly #ofFacet = new Map<Facet, SortedRows<IndexedTenant>>();
  readonly #fleet = new FleetCounts();

  constructor(tenants: Iterable<Tenant> = []) {
    this.update([...tenants].map((tenant) => [tenant.tenantId, tenant]));
  }

  /** The tenants in the list, or those of one status. */
  listed(status?: Status): readonly IndexedTenant[] {
    return (status === undefined ? this.#listed : this.#ofStatus[status]).rows;
  }

  /** Former customers, for a search to point to. */
  get former(): readonly IndexedTenant[] {
    return this.#former.rows;
  }

  /** The tenants that are looked for, in the list and former customers, in the order of the selection. */
  matches(selection: Selection): {
    readonly listed: readonly IndexedTenant[];
    readonly former: readonly IndexedTenant[];
  } {
    const { isMatch } = selection;
    if (selection.isByEnd) return apart(this.#byEnd(selection).filter(isMatch));
    const few = this.#mayMatch(selection);
    if (few === undefined || few.length > this.#mostFew)
      return { listed: this.#listed.rows.filter(isMatch), former: this.#former.rows.filter(isMatch) };
    return apart(few.filter(isMatch).sort(byUrgency));
  }

  /** Those in the list, one after the other in the same order, so that a caller who has enough of them needn't wait for the rest. */
  *listedMatches(selection: Selection): Generator<IndexedTenant> {
    for (const row of selection.isByEnd ? this.#byEnd(selection) : this.#byUrgency(selection))
      if (!isFormer(row) && selection.isMatch(row)) yield row;
  }

  #byUrgency(selection: Selection): readonly IndexedTenant[] {
    const few = this.#mayMatch(selection);
    return few !== undefined && few.length <= fewToSort ? few.toSorted(byUrgency) : this.#listed.rows;
  }

  #byEnd(selection: Selection): readonly IndexedTenant[] {
    const few = this.#mayMatch(selection);
    return few !== undefined && few.length <= fewToSort ? few.toSorted(byEnd) : (this.#ofFacet.get('ends')?.rows ?? []);
  }

  get #mostFew(): number {
    return this.#listed.rows.length * mostSorted;
  }

  /** The fewest rows that are known to have all that match among them; `undefined`: that may be any. */
  #mayMatch({ parts, facets = [] }: Selection): readonly IndexedTenant[] | undefined {
    const byName = this.#byId.mayMatch({ parts }, this.#mostFew);
    const choices = facets.map((choice) => choice.flatMap((facet) => this.#ofFacet.get(facet) ?? []));
    const countOf = (choice: readonly SortedRows<IndexedTenant>[]) =>
      choice.reduce((sum, { rows }) => sum + rows.length, 0);
    const [fewest] = choices.toSorted((a, b) => countOf(a) - countOf(b));
    if (!fewest || (byName && byName.length <= countOf(fewest))) return byName;
    const all = fewest.flatMap(({ rows }) => rows);
    return fewest.length > 1 ? [...new Set(all)] : all;
  }

  /** The tags that some tenant has. */
  tags(): Iterable<string> {
    return this.#facetsAfter('tag:');
  }

  /** The names of those who look after some tenant. */
  owners(): Iterable<string> {
    return this.#facetsAfter('owner:');
  }

  /** Whether a name stands for this person alone, among those who look after some tenant, and for all that they look after. */
  isTheOnly({ name, id }: Person): boolean {
    const named = this.#ofFacet.get(`owner:${name}`)?.rows ?? [];
    const theirs = this.#ofFacet.get(`ownerId:${id}`)?.rows.length;
    return named.length === theirs && named.every(({ tenant: { owner } }) => owner?.person.id === id);
  }

  *#facetsAfter(kind: string): Generator<string> {
    for (const facet of this.#ofFacet.keys()) if (facet.startsWith(kind)) yield facet.slice(kind.length);
  }

  /** How many tenants in the list have each status. */
  get counts(): Readonly<Record<Status, number>> {
    return byStatus((status) => this.#ofStatus[status].rows.length);
  }

  /** How the tenants in the list stand, counted as they change. */
  get fleet(): Pick<FleetCounts, 'fleet' | 'enabledOn'> {
    return this.#fleet;
  }

  /** A tenant, in the list or not; `undefined`: it isn't known. */
  tenant(tenantId: string): Tenant | undefined {
    return this.#byId.get(tenantId)?.tenant;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    const all = [this.#listed, ...Object.values(this.#ofStatus), this.#former, ...this.#ofFacet.values()];
    for (const rows of all) yield* rows.settling();
  }

  /** Puts changed tenants in their new places, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const gone = changed.flatMap(([tenantId]) => this.#byId.get(tenantId) ?? []);
    // In their order already, so that sorting them into each part costs little.
    const added = changed.flatMap(([, tenant]) => (tenant ? indexed(tenant) : [])).sort(byUrgency);
    for (const [tenantId, tenant] of changed) if (!tenant) this.#byId.delete(tenantId);
    for (const each of added) this.#byId.set(each.tenant.tenantId, each);
    const replace = (rows: SortedRows<IndexedTenant>, isIn: (each: IndexedTenant) => boolean) =>
      rows.replace(gone.filter(isIn), added.filter(isIn));
    replace(this.#former, isFormer);
    replace(this.#listed, (each) => !isFormer(each));
    for (const status of statuses)
      replace(this.#ofStatus[status], (each) => !isFormer(each) && each.tenant.status === status);
    this.#updateFacets(gone, added);
    for (const { tenant } of gone) this.#fleet.remove(tenant);
    for (const { tenant } of added) this.#fleet.add(tenant);
  }

  #updateFacets(gone: readonly IndexedTenant[], added: readonly IndexedTenant[]): void {
    const [goneOf, addedOf] = [byFacet(gone), byFacet(added)];
    for (const facet of new Set([...goneOf.keys(), ...addedOf.keys()])) {
      const rows = this.#ofFacet.get(facet) ?? new SortedRows(facet === 'ends' ? byEnd : byUrgency);
      rows.replace(goneOf.get(facet) ?? [], addedOf.get(facet) ?? []);
      this.#ofFacet.set(facet, rows);
      // No more tags are kept than there are.
      if (goneOf.has(facet) && rows.rows.length === 0) this.#ofFacet.delete(facet);
    }
  }
}

function apart(rows: readonly IndexedTenant[]) {
  return { listed: rows.filter((each) => !isFormer(each)), former: rows.filter(isFormer) };
}

function byFacet(rows: readonly IndexedTenant[]): ReadonlyMap<Facet, readonly IndexedTenant[]> {
  const map = new Map<Facet, IndexedTenant[]>();
  for (const row of rows) {
    for (const facet of facetsOf(row.tenant)) {
      const known = map.get(facet);
      if (known) known.push(row);
      else map.set(facet, [row]);
    }
  }
  return map;
}

function byStatus<T>(of: (status: Status) => T): Readonly<Record<Status, T>> {
  return Object.fromEntries(statuses.map((status) => [status, of(status)])) as Record<Status, T>;
}

function isFormer({ tenant: { formerCustomer } }: IndexedTenant): boolean {
  return formerCustomer === true;
}

/** A tenant as a search looks at it. */
export function indexed(tenant: Tenant): IndexedTenant {
  return { tenant, ...searchWords(tenant), rank: rankOf(tenant), since: sinceOf(tenant) };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byUrgency(a: IndexedTenant, b: IndexedTenant): number {
  return a.rank - b.rank || compareTexts(a.since, b.since) || compareTexts(a.words, b.words);
}

// Of the same end the most urgent first.
function byEnd(a: IndexedTenant, b: IndexedTenant): number {
  return compareTexts(coverageIn(a.tenant)?.on ?? '', coverageIn(b.tenant)?.on ?? '') || byUrgency(a, b);
}

function rankOf({ status, onboarding, delegatedAdmin }: Tenant): number {
  const accepted = onboarding?.accepted ? 1 : 0;
  const isLost = onboarding?.limitations.some(isLostAccess) === true;
  if (isLost && !accepted) return 0;
  const hasDelegatedAdmin = delegatedAdmin.state === 'granted' && !accepted;
  return (hasDelegatedAdmin ? 1 : 1 + statuses.length * 2) + statuses.indexOf(status) * 2 + accepted;
}

/** Whether access was lost. A request that was declined or has lapsed never gave any. */
export function isLostAccess(limitation: Limitation): boolean {
  if (limitation.code !== 'relationshipLost') return false;
  return limitation.ending !== 'declined' && limitation.ending !== 'lapsed';
}

// Age doesn't matter for what's approved or was never asked for.
function sinceOf({ status, since }: Tenant): string {
  return status === 'approved' || status === 'notConfigured' ? '' : since;
}
