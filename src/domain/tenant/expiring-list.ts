// The list of tenants whose access ends, the first end first.
import { type Coverage, isToEnd, knownCoverage } from '../access/coverage.js';
import { searchWords } from '../search.js';
import type { Instant } from '../time.js';
import { type Places, placesOf } from './pages.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import type { ChangedTenant, Tenant } from './tenant.js';

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
  readonly coverage: Coverage;
  readonly name: string;
}

/**
 * Every tenant whose access ends, kept up as tenants change: by the end, those on the same day by name. Of the others, which
 * are nearly all, it remembers only whose access rolls over.
 */
export class ExpiringIndex {
  readonly #listed = new Map<string, IndexedEnd>();
  readonly #rollingOver = new Set<string>();
  readonly #rows = new SortedRows(byEnd);

  constructor(tenants: Iterable<Tenant> = []) {
    this.update([...tenants].map((tenant) => [tenant.tenantId, tenant]));
  }

  /** Tenants whose access ends or has ended, in order. */
  get rows(): readonly { readonly tenant: Tenant }[] {
    return this.#rows.rows;
  }

  get rollingOver(): number {
    return this.#rollingOver.size;
  }

  /** How many tenants have access that ends before that moment, and hasn't ended yet. */
  endingBefore(until: Instant): number {
    let count = 0;
    for (const { coverage } of this.#rows.rows) {
      if (coverage.on >= until) break;
      if (isToEnd(coverage)) count += 1;
    }
    return count;
  }

  /** What is known of the end of a tenant's access; `undefined`: it isn't in the list. */
  coverage(tenantId: string): Coverage | undefined {
    return this.#listed.get(tenantId)?.coverage;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    yield* this.#rows.settling();
  }

  /** Puts changed tenants in their new places, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const gone = changed.flatMap(([tenantId]) => this.#listed.get(tenantId) ?? []);
    const added: IndexedEnd[] = [];
    for (const [tenantId, tenant] of changed) {
      this.#listed.delete(tenantId);
      this.#rollingOver.delete(tenantId);
      const coverage = tenant && coverageIn(tenant);
      if (coverage?.is === 'rollsOver') this.#rollingOver.add(tenantId);
      else if (coverage) added.push({ tenant, coverage, name: searchWords(tenant).words });
    }
    for (const each of added) this.#listed.set(each.tenant.tenantId, each);
    this.#rows.replace(gone, added);
  }
}

/**
 * A page, counted from 1; one past the end gives the last page. `held`: the tenants on the reader's card, which stay where
 * they are. `tenantOf`: any tenant that is known now, whether its access ends or not.
 */
export function expiringPage(
  index: ExpiringIndex,
  tenantOf: (tenantId: string) => Tenant | undefined,
  wanted: number,
  held?: readonly string[],
): ExpiringPage {
  const isKnown = (tenantId: string) => tenantOf(tenantId) !== undefined;
  const page = placesOf(index.rows, { wanted, held, size: expiringPageSize, isKnown });
  return {
    ...page,
    rows: page.places.flatMap((tenantId) => {
      const tenant = tenantOf(tenantId);
      return tenant ? [{ tenant, coverage: index.coverage(tenantId) }] : [];
    }),
    rollingOver: index.rollingOver,
  };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byEnd(a: IndexedEnd, b: IndexedEnd): number {
  return compareTexts(a.coverage.on, b.coverage.on) || compareTexts(a.name, b.name);
}
