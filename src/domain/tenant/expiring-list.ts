// The list of tenants whose access ends, the first end first.
import { type Coverage, isToEnd, knownCoverage } from '../access/coverage.js';
import { searchWords } from '../search.js';
import type { Instant } from '../time.js';
import { type Places, placesOf } from './pages.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import type { Tenant } from './tenant.js';
import type { ChangedTenant } from './tenant-index.js';

/** A tenant with its coverage; without one that ends, it only keeps its place. */
export interface ExpiringRow {
  readonly tenant: Tenant;
  readonly coverage: Coverage | undefined;
}

/** One page of them. */
export interface ExpiringPage extends Places {
  /** The tenants of `places` that are still known. */
  readonly rows: readonly ExpiringRow[];
  /** How many tenants' access rolls over by itself; they aren't in the list. */
  readonly rollingOver: number;
}

/** How many tenants fit on a card. */
const expiringPageSize = 10;

/** What is known of a tenant's access and its end; `undefined`: nothing ends there, or an offboarding ends it. */
export function coverageIn({ onboarding, offboarding }: Tenant): Coverage | undefined {
  return offboarding || !onboarding ? undefined : knownCoverage(onboarding);
}

interface IndexedEnd {
  readonly tenant: Tenant;
  readonly coverage: Coverage | undefined;
  readonly name: string;
}

/** Every tenant whose access ends, kept up as tenants change: by the end, those on the same day by name. */
export class ExpiringIndex {
  readonly #byId = new Map<string, IndexedEnd>();
  readonly #rows = new SortedRows(byEnd);
  #rollingOver = 0;

  constructor(tenants: Iterable<Tenant> = []) {
    this.update([...tenants].map((tenant) => [tenant.tenantId, tenant]));
  }

  /** Tenants whose access ends or has ended, in order. */
  get rows(): readonly { readonly tenant: Tenant }[] {
    return this.#rows.rows;
  }

  get rollingOver(): number {
    return this.#rollingOver;
  }

  /** How many tenants have access that ends before that moment, and hasn't ended yet. */
  endingBefore(until: Instant): number {
    let count = 0;
    for (const { coverage } of this.#rows.rows) {
      if (!coverage || coverage.on >= until) break;
      if (isToEnd(coverage)) count += 1;
    }
    return count;
  }

  /** A tenant, whether its access ends or not; `undefined`: it isn't known. */
  tenant(tenantId: string): Tenant | undefined {
    return this.#byId.get(tenantId)?.tenant;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    yield* this.#rows.settling();
  }

  /** Puts changed tenants in their new places, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const gone = changed.flatMap(([tenantId]) => this.#byId.get(tenantId) ?? []);
    const added = changed.flatMap(([, tenant]) => (tenant ? indexed(tenant) : []));
    for (const [tenantId] of changed) this.#byId.delete(tenantId);
    for (const each of added) this.#byId.set(each.tenant.tenantId, each);
    this.#rows.replace(gone.filter(isListed), added.filter(isListed));
    this.#rollingOver += added.filter(isRollingOver).length - gone.filter(isRollingOver).length;
  }
}

/**
 * A page, counted from 1; one past the end gives the last page. `held`: the tenants on the reader's card, which stay where
 * they are.
 */
export function expiringPage(index: ExpiringIndex, wanted: number, held?: readonly string[]): ExpiringPage {
  const isKnown = (tenantId: string) => index.tenant(tenantId) !== undefined;
  const page = placesOf(index.rows, { wanted, held, size: expiringPageSize, isKnown });
  return {
    ...page,
    rows: page.places.flatMap((tenantId) => {
      const tenant = index.tenant(tenantId);
      if (!tenant) return [];
      const each = indexed(tenant);
      return [{ tenant, coverage: isListed(each) ? each.coverage : undefined }];
    }),
    rollingOver: index.rollingOver,
  };
}

function indexed(tenant: Tenant): IndexedEnd {
  return { tenant, coverage: coverageIn(tenant), name: searchWords(tenant).words };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byEnd(a: IndexedEnd, b: IndexedEnd): number {
  return compareTexts(a.coverage?.on ?? '', b.coverage?.on ?? '') || compareTexts(a.name, b.name);
}

function isListed({ coverage }: IndexedEnd): boolean {
  return coverage !== undefined && coverage.is !== 'rollsOver';
}

function isRollingOver({ coverage }: IndexedEnd): boolean {
  return coverage?.is === 'rollsOver';
}
