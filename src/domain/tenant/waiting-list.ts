// Everything that waits for a person, over all tenants, the worst first.
import { isToEnd } from '../access/coverage.js';
import { stageOf } from '../offboarding/offboarding.js';
import { searchWords } from '../search.js';
import { addDays, type Instant } from '../time.js';
import { coverageIn } from './expiring-list.js';
import { leftoverLevelOf } from './leftover-list.js';
import { type Places, placesOf } from './pages.js';
import { compareTexts, SortedRows } from './sorted-rows.js';
import type { ChangedTenant, Tenant } from './tenant.js';
import { isLostAccess } from './tenant-index.js';
import { requestWaitingSince } from './waiting-request.js';

/** What can wait for a person at a tenant, from the worst on. */
export const matters = [
  'accessLost',
  'offboardingStopped',
  'secondAdmin',
  'ends',
  'issues',
  'unanswered',
  'drift',
  'leftover',
] as const;

/** One of them. */
export type Matter = (typeof matters)[number];

/** What waits at a tenant. */
export interface Waiting {
  readonly matter: Matter;
  /** Since when. Of access that ends: on which day it does. */
  readonly since: Instant;
  /** From when on it waits for a person. */
  readonly from: Instant;
}

/** A tenant with the worst that waits there; without one, it only keeps its place. */
export interface WaitingRow {
  readonly tenant: Tenant;
  readonly waiting: Waiting | undefined;
}

/** All of them that a query asks for, the worst first. */
export interface WaitingTenants {
  readonly rows: readonly { readonly tenant: Tenant; readonly waiting: Waiting }[];
  /** How many requests were approved after an offboarding had left them; 0 unless every tenant is asked for. */
  readonly approvedRequests: number;
  /** Batches for which a second admin is waited; none unless every tenant is asked for. */
  readonly awaitedBatchIds: readonly string[];
}

/** One page of them. */
export interface WaitingPage extends Places {
  /** The tenants of `places` that are still known. */
  readonly rows: readonly WaitingRow[];
  /** The query that it's a page of; empty: every tenant. */
  readonly search: string;
  /** How many requests were approved after an offboarding had left them, whatever the query. */
  readonly approvedRequests: number;
}

/** Days for which a customer may take before a request is said to be unanswered. */
const unansweredAfterDays = 3;

/** Days before its end on which access that nothing keeps begins to wait for a person. */
const endsWithinDays = 30;

const waitingPageSize = 10;

/** All that waits at a tenant, the worst first. While it's offboarded, only the offboarding does; while it's snoozed, only a second admin. */
function waitingAt(tenant: Tenant): readonly Waiting[] {
  const { status, since, onboarding, offboarding, formerCustomer } = tenant;
  const all: Waiting[] = [];
  const add = (matter: Matter, at: Instant, from = at) => all.push({ matter, since: at, from });
  if (offboarding) {
    const stage = stageOf(offboarding);
    if (stage === 'stopped') add('offboardingStopped', offboarding.begunAt ?? offboarding.at);
    if (stage === 'awaitsApproval') add('secondAdmin', offboarding.at);
    return all;
  }
  if (tenant.awaitedSecond) add('secondAdmin', tenant.awaitedSecond.at);
  if (tenant.snooze) return all;
  if (status === 'issuesFound' && !onboarding?.accepted)
    add(onboarding?.limitations.some(isLostAccess) ? 'accessLost' : 'issues', since);
  const coverage = coverageIn(tenant);
  const isKept = onboarding?.keeping !== undefined || coverage?.is === 'successorWaits';
  if (coverage && isToEnd(coverage) && !isKept) add('ends', coverage.on, addDays(coverage.on, -endsWithinDays));
  if (status === 'needsApproval') {
    const at = requestWaitingSince(tenant);
    add('unanswered', at, addDays(at, unansweredAfterDays));
  }
  if (onboarding?.toldDrift !== undefined) add('drift', onboarding.toldDrift);
  const level = leftoverLevelOf(tenant);
  if (level === 'liveAccess' || level === 'liveAccessAndDelegatedAdmin' || (level && formerCustomer))
    add('leftover', tenant.leftoverSpan?.since ?? since);
  return all.sort((a, b) => matters.indexOf(a.matter) - matters.indexOf(b.matter));
}

/** The worst that waits at a tenant by now; `undefined`: nothing does. */
export function worstAt(tenant: Tenant, now: Instant): Waiting | undefined {
  return waitingAt(tenant).find(({ from }) => from <= now);
}

interface IndexedWaiting {
  readonly tenant: Tenant;
  readonly waiting: Waiting;
  readonly name: string;
  /** All that waits at the tenant, the worst first. */
  readonly all: readonly Waiting[];
}

/**
 * All that waits, kept up as tenants change, of each kind by when it began to. What is only going to wait lies behind what does,
 * so that time alone changes nothing in it.
 */
export class WaitingIndex {
  readonly #held = new Map<string, readonly IndexedWaiting[]>();
  readonly #ofMatter = new Map(matters.map((matter) => [matter, new SortedRows(byBeginning)]));

  constructor(tenants: Iterable<Tenant> = []) {
    this.update([...tenants].map((tenant) => [tenant.tenantId, tenant]));
  }

  /** The tenants where something waits by now, each once, with the worst. */
  waiting(now: Instant): WaitingTenants['rows'] {
    const rows: IndexedWaiting[] = [];
    for (const kind of this.#ofMatter.values()) {
      for (const row of kind.rows) {
        const { waiting, all } = row;
        if (waiting.from > now) break;
        if (all.length === 1 || all.find(({ from }) => from <= now) === waiting) rows.push(row);
      }
    }
    return rows;
  }

  /** Puts tenants that are new in it in their places, some of them with each step. Before the last step it must not be used. */
  *settling(): Generator<void> {
    for (const rows of this.#ofMatter.values()) yield* rows.settling();
  }

  /** Puts changed tenants in their new places, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const gone = changed.flatMap(([tenantId]) => this.#held.get(tenantId) ?? []);
    const added: IndexedWaiting[] = [];
    for (const [tenantId, tenant] of changed) {
      this.#held.delete(tenantId);
      const all = tenant ? waitingAt(tenant) : [];
      if (!tenant || all.length === 0) continue;
      const name = searchWords(tenant).words;
      const rows = all.map((waiting) => ({ tenant, waiting, name, all }));
      this.#held.set(tenantId, rows);
      added.push(...rows);
    }
    for (const [matter, rows] of this.#ofMatter) {
      const isOfIt = ({ waiting }: IndexedWaiting) => waiting.matter === matter;
      rows.replace(gone.filter(isOfIt), added.filter(isOfIt));
    }
  }
}

/** What a page of it is asked with. */
export interface WaitingWanted {
  readonly now: Instant;
  /** Counted from 1; one past the end gives the last page. */
  readonly page: number;
  readonly search: string;
  readonly approvedRequests: number;
  /** The tenants on the reader's card, which stay where they are. Absent: a new page. */
  readonly held?: readonly string[] | undefined;
  /** Any tenant that is known now, whether something waits there or not. */
  readonly tenantOf: (tenantId: string) => Tenant | undefined;
  /** Whether the query finds a tenant. */
  readonly isFound: (tenant: Tenant) => boolean;
}

/** A page of all that waits. */
export function waitingPage(index: WaitingIndex, wanted: WaitingWanted): WaitingPage {
  const { now, page, search, approvedRequests, held, tenantOf, isFound } = wanted;
  const isKnown = (tenantId: string) => tenantOf(tenantId) !== undefined;
  const all = index.waiting(now).filter(({ tenant }) => isFound(tenant));
  const places = placesOf(all, { wanted: page, held, size: waitingPageSize, isKnown });
  return {
    ...places,
    search,
    approvedRequests,
    rows: places.places.flatMap((tenantId) => {
      const tenant = tenantOf(tenantId);
      return tenant ? [{ tenant, waiting: worstAt(tenant, now) }] : [];
    }),
  };
}

// The words end with the tenant's id, so that no two tenants are equal.
function byBeginning(a: IndexedWaiting, b: IndexedWaiting): number {
  return compareTexts(a.waiting.from, b.waiting.from) || compareTexts(a.name, b.name);
}
