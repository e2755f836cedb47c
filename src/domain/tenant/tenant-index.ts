// Every tenant in the order of the list, kept up as tenants change.
import type { Limitation } from '../access/limitation.js';
import { type Search, type SearchWords, searchWords } from '../search.js';
import { SearchIndex } from '../search-index.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import { type Status, statuses } from './status.js';
import type { Tenant } from './tenant.js';

/** A tenant with what a search looks at, and its place in the list. */
export interface IndexedTenant extends SearchWords {
  readonly tenant: Tenant;
  readonly rank: number;
  readonly since: string;
}

// A larger share of the list is found faster by going through it in its order.
const mostSorted = 1 / 4;

/** A tenant as it is now; `undefined`: it isn't known any more. */
export type ChangedTenant = readonly [tenantId: string, tenant: Tenant | undefined];

/**
 * The most urgent first: lost access, then delegated admin (DAP) that is still granted, then the statuses in their order,
 * with accepted limitations behind others; of the same urgency the oldest first, or by name where age doesn't matter.
 * Former customers aren't among them.
 */
export class TenantIndex {
  readonly #byId = new SearchIndex<IndexedTenant>();
  readonly #listed = new SortedRows(byUrgency);
  readonly #ofStatus = byStatus(() => new SortedRows(byUrgency));
  readonly #former = new SortedRows(byUrgency);

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

  /** The tenants that a search matches, in the list and former customers, in the same order. */
  matches(search: Search): { readonly listed: readonly IndexedTenant[]; readonly former: readonly IndexedTenant[] } {
    const { isMatch } = search;
    const few = this.#byId.mayMatch(search);
    if (few === undefined || few.length > this.#listed.rows.length * mostSorted)
      return { listed: this.#listed.rows.filter(isMatch), former: this.#former.rows.filter(isMatch) };
    const found = few.filter(isMatch).sort(byUrgency);
    return { listed: found.filter((each) => !isFormer(each)), former: found.filter(isFormer) };
  }

  /** How many tenants in the list have each status. */
  get counts(): Readonly<Record<Status, number>> {
    return byStatus((status) => this.#ofStatus[status].rows.length);
  }

  /** A tenant, in the list or not; `undefined`: it isn't known. */
  tenant(tenantId: string): Tenant | undefined {
    return this.#byId.get(tenantId)?.tenant;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    for (const rows of [this.#listed, ...Object.values(this.#ofStatus), this.#former]) yield* rows.settling();
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
  }
}

function byStatus<T>(of: (status: Status) => T): Readonly<Record<Status, T>> {
  return Object.fromEntries(statuses.map((status) => [status, of(status)])) as Record<Status, T>;
}

function isFormer({ tenant: { formerCustomer } }: IndexedTenant): boolean {
  return formerCustomer === true;
}

function indexed(tenant: Tenant): IndexedTenant {
  return { tenant, ...searchWords(tenant), rank: rankOf(tenant), since: sinceOf(tenant) };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byUrgency(a: IndexedTenant, b: IndexedTenant): number {
  return a.rank - b.rank || compareTexts(a.since, b.since) || compareTexts(a.words, b.words);
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
