// The state of the simulated cloud, indexed for 100,000 customers.
import { type AppRegistration, appRegistration } from './app-registration.js';
import type { Behaviour } from './behaviour.js';
import { Directory } from './directory.js';
import type { Happening } from './happening.js';
import { endOfTime } from './instants.js';
import type { Customer, Quirk, Relationship } from './model.js';
import type { Waits } from './waits.js';

/** Anything with an etag and perhaps a next step of its own. */
interface Changing {
  revision: number;
  lastModifiedDateTime: string;
  next: { at: string } | null;
}

/** What a new world needs. */
export interface WorldOptions {
  readonly now: () => Date;
  readonly waits: Waits;
}

/** The state of the simulated cloud. Entities are plain and mutable; what is indexed changes through methods. */
export class World {
  readonly waits: Waits;
  readonly behaviour: Behaviour = {
    ignoresTop: false,
    lockTooEarlyMs: 0,
    lagMs: 0,
    pagingLoops: false,
    tokenOnLastPage: false,
    mfa: true,
    indirectReseller: false,
    signInRefusal: null,
    accessEvaluation: 'off',
    clockAheadSeconds: 0,
  };
  /** The partner's own people and groups; call `changed` after changing them. */
  readonly directory = new Directory();
  /** The partner's application; call `changed` after changing it. */
  registration: AppRegistration = appRegistration.parse({});
  /** Customers that don't buy through the partner, or won't for long. */
  readonly leaving = new Set<Customer>();
  /** Before this moment no entity takes a step by itself. */
  nextDue = endOfTime;
  /** Called after every change, to save it. */
  onChange: () => void = () => {};
  /** Milliseconds of time that have been skipped: so much is it ahead of its clock. */
  aheadMs = 0;
  /** Where time is being put forward to, as an ISO instant. Null: it passes as everywhere. */
  movesUntil: string | null = null;
  /** Told of time that is skipped, in milliseconds. Resolves when what became due has been done; absent: at once. */
  onSkip: (milliseconds: number) => Promise<void> | undefined = () => undefined;
  /** Told of everything that Partner Center has an event for. */
  onHappening: (happening: Happening) => void = () => {};
  /** The number of the latest change; every etag is one. */
  revision = 0;

  readonly #now: () => Date;
  readonly #customers = new Map<string, Customer>();
  readonly #relationships = new Map<string, Relationship>();
  readonly #byTenant = new Map<string, Set<Relationship>>();
  readonly #names = new Set<string>();
  // In their order, for the pages of a list; made again once one comes or goes.
  #allCustomers: readonly Customer[] | undefined;
  #allRelationships: readonly Relationship[] | undefined;

  constructor({ now, waits }: WorldOptions) {
    this.#now = now;
    this.waits = waits;
  }

  /** The present moment, as an ISO string. */
  now(): string {
    return new Date(this.#now().getTime() + this.aheadMs).toISOString();
  }

  /** Skips time, which is over at once. Resolves once the follower has done what became due; absent: there’s none. */
  skip(milliseconds: number): Promise<void> | undefined {
    this.aheadMs += milliseconds;
    this.onChange();
    return this.onSkip(milliseconds);
  }

  /** All customers, in the order they came. */
  customers(): readonly Customer[] {
    this.#allCustomers ??= [...this.#customers.values()];
    return this.#allCustomers;
  }

  customer(tenantId: string): Customer | undefined {
    return this.#customers.get(tenantId.toLowerCase());
  }

  addCustomer(customer: Customer): void {
    this.#customers.set(customer.tenantId, customer);
    this.#allCustomers = undefined;
    if (customer.relationshipToPartner !== 'reseller' || customer.resellerEndsAt !== null) this.leaving.add(customer);
    this.changed();
  }

  /** How a tenant differs from others; empty for an unknown tenant. */
  quirks(tenantId: string | undefined): readonly Quirk[] {
    return (tenantId && this.customer(tenantId)?.quirks) || [];
  }

  /** All relationships, oldest first. */
  relationships(): readonly Relationship[] {
    this.#allRelationships ??= [...this.#relationships.values()];
    return this.#allRelationships;
  }

  relationship(id: string): Relationship | undefined {
    return this.#relationships.get(id.toLowerCase());
  }

  /** A tenant's relationships, oldest first. */
  relationshipsOf(tenantId: string): Relationship[] {
    return [...(this.#byTenant.get(tenantId.toLowerCase()) ?? [])];
  }

  addRelationship(relationship: Relationship): void {
    this.#relationships.set(relationship.id, relationship);
    this.#allRelationships = undefined;
    this.#names.add(relationship.displayName.toLowerCase());
    this.#file(relationship);
    for (const entity of [relationship, ...relationship.assignments, ...relationship.operations]) {
      this.await(entity.next);
    }
    this.changed();
  }

  removeRelationship(relationship: Relationship): void {
    this.#relationships.delete(relationship.id);
    this.#allRelationships = undefined;
    this.#names.delete(relationship.displayName.toLowerCase());
    if (relationship.customer) this.#byTenant.get(relationship.customer.tenantId)?.delete(relationship);
    this.changed();
  }

  /** Names stay taken while their relationship is listed, ended ones included. */
  isNameTaken(displayName: string): boolean {
    return this.#names.has(displayName.toLowerCase());
  }

  rename(relationship: Relationship, displayName: string): void {
    this.#names.delete(relationship.displayName.toLowerCase());
    relationship.displayName = displayName;
    this.#names.add(displayName.toLowerCase());
  }

  /** Pins a relationship to a customer. */
  setCustomer(relationship: Relationship, customer: Relationship['customer']): void {
    if (relationship.customer) this.#byTenant.get(relationship.customer.tenantId)?.delete(relationship);
    relationship.customer = customer;
    this.#file(relationship);
  }

  /** Gives a changed entity its new etag and records when its next step is due. */
  touch(entity: Changing, at: string): void {
    entity.revision = this.changed();
    entity.lastModifiedDateTime = at;
    this.await(entity.next);
  }

  /** Records that something is due. */
  await(next: Changing['next']): void {
    if (next && next.at < this.nextDue) this.nextDue = next.at;
  }

  /** Counts a change and has it saved; returns its number. */
  changed(): number {
    this.revision += 1;
    this.onChange();
    return this.revision;
  }

  #file(relationship: Relationship): void {
    if (!relationship.customer) return;
    const { tenantId } = relationship.customer;
    const others = this.#byTenant.get(tenantId) ?? new Set();
    this.#byTenant.set(tenantId, others.add(relationship));
  }
}
