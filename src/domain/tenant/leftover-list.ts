// The list of tenants with leftover access, the worst first.

import { searchWords } from '../search.js';
import { type Places, placesOf } from './pages.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import { type ChangedTenant, isInPartnerCenter, type Tenant } from './tenant.js';

/** Kinds of leftover access in a tenant that Gatehouse doesn't manage, from the worst on. */
const leftoverLevels = ['liveAccessAndDelegatedAdmin', 'liveAccess', 'delegatedAdmin', 'approvalRequest'] as const;

/** One of them. */
export type LeftoverLevel = (typeof leftoverLevels)[number];

/** A tenant with its leftover access; without `level` it has none any more and only keeps its place. */
export interface LeftoverRow {
  readonly tenant: Tenant;
  readonly level: LeftoverLevel | undefined;
}

/** One page of them. */
export interface LeftoverPage extends Places {
  /** The tenants of `places` that are still known. */
  readonly rows: readonly LeftoverRow[];
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

interface IndexedLeftover {
  readonly tenant: Tenant;
  /** Place of its kind; without leftover access there's none. */
  readonly rank: number | undefined;
  readonly name: string;
}

/**
 * Every tenant with leftover access, kept up as tenants change: the worst first, then those that Partner Center doesn't list, then by name. Of the
 * others it holds only those that are customers and no more.
 */
export class LeftoverIndex {
  readonly #held = new Map<string, IndexedLeftover>();
  readonly #rows = new SortedRows(byLevel);
  /** Customers without any known leftover access: they're customers, and no more. */
  readonly #untied = new SortedRows(byLevel);
  /** Not configured tenants whose delegated admin hasn't been read yet. */
  readonly #unread = new SortedRows(byLevel);

  constructor(tenants: Iterable<Tenant> = []) {
    this.update([...tenants].map((tenant) => [tenant.tenantId, tenant]));
  }

  /** Tenants with leftover access, in order. */
  get rows(): readonly { readonly tenant: Tenant }[] {
    return this.#rows.rows;
  }

  get customersOnly(): number {
    return this.#untied.rows.length;
  }

  /** Tenants whose delegated admin hasn't been read yet, the worst first. */
  get unread(): readonly { readonly tenant: Tenant }[] {
    return this.#unread.rows;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    for (const rows of [this.#rows, this.#untied, this.#unread]) yield* rows.settling();
  }

  /** Puts changed tenants in their new places, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const gone = changed.flatMap(([tenantId]) => this.#held.get(tenantId) ?? []);
    const all = changed.flatMap(([, tenant]) => (tenant ? indexed(tenant) : []));
    const added = all.filter((each) => isLeftover(each) || isUntied(each));
    for (const [tenantId] of changed) this.#held.delete(tenantId);
    for (const each of added) this.#held.set(each.tenant.tenantId, each);
    this.#rows.replace(gone.filter(isLeftover), added.filter(isLeftover));
    this.#untied.replace(gone.filter(isUntied), added.filter(isUntied));
    this.#unread.replace(gone.filter(isUnread), added.filter(isUnread));
  }
}

function indexed(tenant: Tenant): IndexedLeftover {
  const level = leftoverLevelOf(tenant);
  const rank = level && leftoverLevels.indexOf(level) * 2 + (isInPartnerCenter(tenant) ? 1 : 0);
  return { tenant, rank, name: searchWords(tenant).words };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byLevel(a: IndexedLeftover, b: IndexedLeftover): number {
  return (a.rank ?? leftoverLevels.length * 2) - (b.rank ?? leftoverLevels.length * 2) || compareTexts(a.name, b.name);
}

function isLeftover({ rank }: IndexedLeftover): boolean {
  return rank !== undefined;
}

function isUntied({ rank, tenant: { status, formerCustomer, customerBy } }: IndexedLeftover): boolean {
  return rank === undefined && status === 'notConfigured' && !formerCustomer && !customerBy;
}

/**
 * A page, counted from 1; one past the end gives the last page. `held`: the tenants on the reader's card, which stay where
 * they are. `tenantOf`: any tenant that is known now, with leftover access or without.
 */
export function leftoversPage(
  index: LeftoverIndex,
  tenantOf: (tenantId: string) => Tenant | undefined,
  wanted: number,
  held?: readonly string[],
): LeftoverPage {
  const isKnown = (tenantId: string) => tenantOf(tenantId) !== undefined;
  const page = placesOf(index.rows, { wanted, held, size: leftoversPageSize, isKnown });
  return {
    ...page,
    rows: page.places.flatMap((tenantId) => {
      const tenant = tenantOf(tenantId);
      return tenant ? [{ tenant, level: leftoverLevelOf(tenant) }] : [];
    }),
    customersOnly: index.customersOnly,
    unreadCount: index.unread.length,
  };
}

// Partner Center answers only for customers that it lists, and an offboarding reads for itself.
function isUnread(each: IndexedLeftover): boolean {
  const { delegatedAdmin, offboarding } = each.tenant;
  const isUnknown = delegatedAdmin.state === 'unknown' && isInPartnerCenter(each.tenant) && !offboarding;
  return isUnknown && (isLeftover(each) || isUntied(each));
}
