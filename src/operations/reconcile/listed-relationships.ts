// What Graph's list of relationships says of each tenant, page by page: what is known already is counted and let go.

import { isInForce, type Leftover, leftoverWith, noLeftover } from '../../domain/access/leftover-access.js';
import { countIn, isAsIn } from '../../domain/access/observation.js';
import type { ListedRelationship, Relationship } from '../../domain/access/relationship.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { DelegatedAdminCustomer, Listing, Pages } from '../ports/microsoft.js';
import type { Store } from '../ports/store.js';

/** What is left at Microsoft of a tenant that Gatehouse doesn't look after. */
export interface ListedLeftover extends Leftover {
  /** What a relationship calls the customer. Absent: none does. */
  readonly customerName?: string | undefined;
}

/**
 * A list of all relationships, of which the pages that were taken are held no more. In whatever order the relationships come,
 * it's the same list. One that isn't approved yet and made for no one in particular is left out.
 */
export class ListedRelationships {
  readonly #store: Store;
  readonly #due: ReadonlySet<string>;
  /** How many relationships of an onboarded tenant are as at its last check. */
  readonly #unchanged = new Map<string, number>();
  /** The others, and every one of a tenant that is due. */
  readonly #kept = new Map<string, ListedRelationship[]>();
  /** Of tenants whose last check didn't say until when there's access, as one of an earlier version. */
  readonly #uncovered = new Map<string, ListedRelationship[]>();
  readonly #leftovers = new Map<string, ListedLeftover>();
  readonly #watched: ListedRelationship[] = [];
  /** A relationship that gives access and names no customer: whose it is, only Graph's list of customers tells. */
  #isSomeoneUnknown = false;
  #count = 0;
  #isPartial = false;

  /** `due`: tenants that are checked whatever the list says, for which all their relationships are kept. */
  constructor(store: Store, due: ReadonlySet<string>) {
    this.#store = store;
    this.#due = due;
  }

  /** Takes one page after the other, in the list's order. */
  take(page: Listing<ListedRelationship>): void {
    for (const relationship of page) this.#takeOne(relationship);
    this.#count += page.length;
    this.#isPartial = page.isPartial === true;
  }

  /** Relationships listed so far. */
  get count(): number {
    return this.#count;
  }

  /** Whether something may be missing from the list. */
  get isPartial(): boolean {
    return this.#isPartial;
  }

  /** The watched requests that are in it. */
  get watched(): readonly ListedRelationship[] {
    return this.#watched;
  }

  /** What is left of each tenant that is listed, which may be nothing, unless Gatehouse looks after it. */
  get leftovers(): ReadonlyMap<string, ListedLeftover> {
    return this.#leftovers;
  }

  /**
   * Whether Graph's list of customers is needed beside this one: a relationship that gives access doesn't say to whom, or to
   * whom by name. Every customer in force has such a relationship, so that list says nothing else that this one doesn't.
   */
  get needsCustomers(): boolean {
    return this.#isSomeoneUnknown || [...this.#leftovers].some((each) => this.#isUnnamed(each));
  }

  /** Takes the pages of Graph's customers, after all of this list's own. */
  async takeCustomers(pages: Pages<DelegatedAdminCustomer>): Promise<void> {
    let isPartial = false;
    for await (const page of pages) {
      for (const customer of page) this.#takeCustomer(customer);
      isPartial = page.isPartial === true;
    }
    if (!isPartial) this.#isSomeoneUnknown = false;
  }

  /**
   * What is left of a tenant. `undefined`: not known, since Gatehouse looked after it when it was listed, or since it may be the
   * one whom a relationship doesn't name.
   */
  leftoverOf(tenantId: string): ListedLeftover | undefined {
    const leftover = this.#leftovers.get(tenantId);
    if (leftover) return leftover;
    const isKnown = this.#unchanged.has(tenantId) || this.#kept.has(tenantId);
    return isKnown || this.#isSomeoneUnknown ? undefined : noLeftover;
  }

  /** Whether the list says something else of an onboarded tenant than its last check. A partial one may be silent about it. */
  differsFrom({ tenantId, onboarding }: Tenant): boolean {
    if (this.#kept.has(tenantId)) return true;
    const { fingerprint } = onboarding ?? {};
    return !this.#isPartial && countIn(fingerprint ?? '') !== (this.#unchanged.get(tenantId) ?? 0);
  }

  /** All relationships of an onboarded tenant. `undefined`: some may be missing, or were let go, so it's asked for by itself. */
  allOf(tenantId: string): readonly ListedRelationship[] | undefined {
    if (this.#isPartial || this.#unchanged.has(tenantId)) return undefined;
    return this.#kept.get(tenantId) ?? [];
  }

  /**
   * All relationships of an onboarded tenant that are as at its last check, which didn't say until when there's access.
   * `undefined`: it did, or something differs.
   */
  uncoveredOf(tenantId: string): readonly ListedRelationship[] | undefined {
    return this.#isPartial || this.#kept.has(tenantId) ? undefined : this.#uncovered.get(tenantId);
  }

  #takeOne(relationship: ListedRelationship): void {
    const { id, customerTenantId } = relationship;
    if (this.#store.watchedRequest(id)) this.#watched.push(relationship);
    if (customerTenantId === undefined && isInForce(relationship)) this.#isSomeoneUnknown = true;
    if (customerTenantId === undefined) return;
    const tenant = this.#store.tenant(customerTenantId);
    // The tenant's own copy of its id, so that the page can be let go.
    const tenantId = tenant?.tenantId ?? customerTenantId;
    const { onboarding, formerCustomer } = tenant ?? {};
    if (!onboarding || formerCustomer) this.#takeLeftover(tenantId, relationship);
    if (!onboarding) return;
    const { fingerprint = '' } = onboarding;
    if (!this.#due.has(tenantId) && isAsIn(fingerprint, relationship) && isAsFollowed(onboarding, relationship)) {
      this.#unchanged.set(tenantId, (this.#unchanged.get(tenantId) ?? 0) + 1);
      if (isUncovered(onboarding)) added(this.#uncovered, tenantId, relationship);
    } else added(this.#kept, tenantId, relationship);
  }

  #takeCustomer({ tenantId, displayName }: DelegatedAdminCustomer): void {
    const leftover = this.#leftovers.get(tenantId);
    if (!leftover && (this.#unchanged.has(tenantId) || this.#kept.has(tenantId))) return;
    const left: Leftover = leftover?.leftoverAccess === 'liveAccess' ? leftover : { leftoverAccess: 'liveAccess' };
    this.#leftovers.set(tenantId, { ...left, customerName: leftover?.customerName ?? displayName });
  }

  #isUnnamed([tenantId, { leftoverAccess, customerName }]: readonly [string, ListedLeftover]): boolean {
    if (leftoverAccess !== 'liveAccess' || customerName !== undefined) return false;
    const { displayName } = this.#store.tenant(tenantId)?.customer ?? {};
    return displayName === undefined || displayName === tenantId;
  }

  #takeLeftover(tenantId: string, relationship: ListedRelationship): void {
    const known: ListedLeftover = this.#leftovers.get(tenantId) ?? noLeftover;
    const leftover = leftoverWith(known, relationship);
    const customerName = known.customerName ?? relationship.customerName;
    // An ended relationship leaves nothing, and may be the only one that names the customer.
    if (leftover.leftoverAccess === 'none' && customerName === undefined) return;
    this.#leftovers.set(tenantId, { ...leftover, customerName });
  }
}

// Nothing is published of what else in a relationship a roll-over changes, a switched auto-extend or a role that's gone.
function isAsFollowed(
  { relationship: followed, coverage }: Onboarding,
  { id, endsAt, autoExtends, roleIds }: Relationship,
): boolean {
  if (followed?.id === id)
    return (
      followed.endsAt === endsAt && followed.autoExtends === autoExtends && hasSameRoles(followed.roleIds, roleIds)
    );
  return coverage?.is !== 'rollsOver' || coverage.relationshipId !== id || (autoExtends && coverage.on === endsAt);
}

function hasSameRoles(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((roleId) => other.includes(roleId));
}

// With a relationship that has an end there's always something to say of it.
function isUncovered({ coverage, relationship }: Onboarding): boolean {
  return coverage === undefined && relationship?.status === 'active' && relationship.endsAt !== undefined;
}

function added(to: Map<string, ListedRelationship[]>, tenantId: string, relationship: ListedRelationship): void {
  const known = to.get(tenantId);
  if (known) known.push(relationship);
  else to.set(tenantId, [relationship]);
}
