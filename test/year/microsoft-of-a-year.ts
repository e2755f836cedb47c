// Microsoft through a year, behind the ports: relationships that end, roll over, wait for a customer and change under our hands.

import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import type { AccessAssignment, ListedRelationship, RelationshipStatus } from '../../src/domain/access/relationship.js';
import { NotFound, Refused } from '../../src/domain/errors.js';
import { addDays, addSeconds, type Instant } from '../../src/domain/time.js';
import type { Done } from '../../src/operations/ports/microsoft-writes.js';
import { down, FakeMicrosoft } from '../support/fake-microsoft.js';

/** A relationship as it is kept: with what its next step depends on. */
export interface KeptRelationship extends ListedRelationship {
  readonly customerTenantId: string;
  readonly durationDays: number;
  /** Since when it has its status. */
  readonly since: Instant;
  /** Whether a change leaves a trace in `modifiedAt`; nothing is published of that. */
  readonly isTouched: boolean;
  /** When Microsoft takes Global Administrator out of it. Absent: it wasn't asked to. */
  readonly removalAt?: Instant | undefined;
}

/** A relationship as it was from a moment on; `undefined`: gone. */
export interface Moment {
  readonly at: Instant;
  readonly relationship: KeptRelationship | undefined;
}

const stepSeconds = 60;
const expiringSeconds = 300;
const removalSeconds = 40;
const lapseDays = 90;
const extensionDays = 180;

/** What it takes to make one that's there when the year begins. */
export type Made = Pick<KeptRelationship, 'roleIds' | 'autoExtends' | 'endsAt'>;

/** Keeps the relationships of all customers by the clock, and the story of each. */
export class MicrosoftOfAYear extends FakeMicrosoft {
  /** How often each call was made. */
  readonly counts = new Map<string, number>();
  /** By the id of a relationship. */
  readonly stories = new Map<string, Moment[]>();
  /** By tenant: how many removals of Global Administrator fail first. */
  readonly failingRemovals = new Map<string, number>();
  readonly #now: () => Instant;
  readonly #rows = new Map<string, KeptRelationship>();
  readonly #idsOf = new Map<string, string[]>();
  readonly #assigned = new Map<string, AccessAssignment[]>();
  readonly #failed = new Set<string>();
  /** By tenant: whether changes of its relationships leave traces in `modifiedAt`. Absent: they do. */
  readonly areTouched = new Map<string, boolean>();
  #requests: KeptRelationship[] = [];
  #isDown = false;
  #made = 0;

  constructor(now: () => Instant) {
    super();
    this.#now = now;
    const { relationships } = this;
    Object.assign(relationships, {
      list: () => this.#page(),
      listFor: (tenantId: string) => this.#answer('listFor', () => this.of(tenantId)),
      find: (id: string) => this.#answer('find', () => this.#settled(id)),
      create: (step: Parameters<typeof relationships.create>[0]) => this.#done('create', () => this.#create(step)),
      lockForApproval: ({ relationshipId }: { relationshipId: string }) =>
        this.#done('lockForApproval', () => this.#lock(relationshipId)),
      accessAssignments: (id: string) => this.#answer('accessAssignments', () => this.#assignmentsOf(id)),
      assignAccess: (step: Parameters<typeof relationships.assignAccess>[0]) =>
        this.#done('assignAccess', () => this.#assign(step.relationshipId, step.groupId, step.roleIds, 'pending')),
      setAutoExtend: ({ relationshipId }: { relationshipId: string }) =>
        this.#done('setAutoExtend', () => this.#extend(relationshipId)),
      removeGlobalAdministrator: ({ relationshipId }: { relationshipId: string }) =>
        this.#done('removeGlobalAdministrator', () => this.#beginRemoval(relationshipId)),
      operation: (_: string, id: string) =>
        this.#answer('operation', () => (this.#failed.has(id) ? 'failed' : 'running')),
    });
    for (const part of [this.customers, this.purchases, this.directory, this.consents])
      for (const [name, call] of Object.entries(part))
        Object.assign(part, {
          [name]: (...given: unknown[]) => {
            this.#count(name);
            return call(...given);
          },
        });
  }

  /** Whether no call gets an answer. */
  setDown(isDown: boolean): void {
    this.#isDown = isDown;
  }

  /** The requests that have been put before customers since the last time. */
  takeRequests(): readonly KeptRelationship[] {
    return this.#requests.splice(0);
  }

  /** The relationships of a tenant as they are now. */
  of(tenantId: string): readonly KeptRelationship[] {
    return (this.#idsOf.get(tenantId) ?? []).flatMap((id) => this.#settled(id) ?? []);
  }

  /** Puts an active relationship there, as Partner Center does, with its roles assigned to these groups. */
  make(tenantId: string, displayName: string, made: Made, groups: Readonly<Record<string, readonly string[]>>): void {
    const at = this.#now();
    const times = { createdAt: at, modifiedAt: at, activatedAt: at, since: at };
    const isTouched = this.areTouched.get(tenantId) ?? true;
    const row = { displayName, status: 'active', durationDays: 730, ...times, ...made, isTouched } as const;
    const { id } = this.#add({ ...row, customerTenantId: tenantId });
    for (const [groupId, roleIds] of Object.entries(groups)) this.#assign(id, groupId, roleIds, 'active');
  }

  /** The customer, or an admin of ours elsewhere, changes a relationship; nothing where it isn't in this status. */
  change(id: string, status: RelationshipStatus, changes: Partial<KeptRelationship>): boolean {
    const row = this.#settled(id);
    if (row?.status !== status) return false;
    this.#put(row, { ...changes, ...(changes.status && { since: this.#now() }) }, this.#now());
    return true;
  }

  #add(row: Omit<KeptRelationship, 'id'>): KeptRelationship {
    this.#made += 1;
    const id = `${String(this.#made).padStart(8, '0')}-relationship`;
    const kept = { id, ...row };
    this.#idsOf.set(row.customerTenantId, [...(this.#idsOf.get(row.customerTenantId) ?? []), id]);
    this.#rows.set(id, kept);
    this.stories.set(id, [{ at: this.#now(), relationship: kept }]);
    return kept;
  }

  #put(row: KeptRelationship, changes: Partial<KeptRelationship>, at: Instant): KeptRelationship {
    const isTouched = row.isTouched || changes.status !== undefined || changes.roleIds !== undefined;
    const next = { ...row, ...changes, ...(isTouched && { modifiedAt: at }) };
    this.#rows.set(row.id, next);
    this.stories.get(row.id)?.push({ at, relationship: next });
    return next;
  }

  /** A relationship after every step that is due; `undefined`: Microsoft has removed it, or never had it. */
  #settled(id: string): KeptRelationship | undefined {
    for (;;) {
      const row = this.#rows.get(id);
      const next = row && nextStepOf(row);
      if (!row || !next || next.at > this.#now()) return row;
      if (next.changes) {
        this.#put(row, next.changes, next.at);
      } else {
        this.#rows.delete(id);
        this.stories.get(id)?.push({ at: next.at, relationship: undefined });
      }
    }
  }

  #create({ tenantId, displayName, roleIds, autoExtend, durationDays }: Creation): KeptRelationship {
    if ([...this.#rows.values()].some((row) => row.displayName === displayName)) refuse('nameTaken');
    if (autoExtend && roleIds.includes(globalAdministratorId)) refuse('notAccepted');
    const at = this.#now();
    const made = { displayName, roleIds, autoExtends: autoExtend, durationDays, status: 'created' } as const;
    const isTouched = this.areTouched.get(tenantId) ?? true;
    return this.#add({ ...made, customerTenantId: tenantId, createdAt: at, modifiedAt: at, since: at, isTouched });
  }

  #lock(id: string): undefined {
    if (!this.change(id, 'created', { status: 'approvalPending' })) refuse('notAccepted');
    this.#requests.push(...[this.#rows.get(id)].filter((row) => row !== undefined));
  }

  #extend(id: string): undefined {
    const row = this.#settled(id);
    if (row?.roleIds.includes(globalAdministratorId)) refuse('notAccepted');
    if (!this.change(id, 'active', { autoExtends: true })) refuse('notAccepted');
  }

  #beginRemoval(id: string) {
    const row = this.#settled(id);
    if (row?.status !== 'active') return refuse('notAccepted');
    const operationId = `operation-${this.stories.get(id)?.length}-of-${id}`;
    const failures = this.failingRemovals.get(row.customerTenantId) ?? 0;
    this.failingRemovals.set(row.customerTenantId, failures - 1);
    if (failures > 0) this.#failed.add(operationId);
    else this.#put(row, { removalAt: addSeconds(this.#now(), removalSeconds) }, this.#now());
    return { id: operationId, retryAfterSeconds: 10 };
  }

  #assignmentsOf(id: string): readonly AccessAssignment[] {
    const isActive = this.#settled(id)?.status === 'active';
    const all = (this.#assigned.get(id) ?? []).map((each): AccessAssignment => {
      const isDone = each.pendingSince !== undefined && addSeconds(each.pendingSince, stepSeconds) <= this.#now();
      const status = !isActive ? 'deleted' : isDone ? 'active' : each.status;
      const { id: assignmentId, groupId, roleIds, etag, pendingSince } = each;
      return { id: assignmentId, groupId, roleIds, etag, status, ...(status === 'pending' && { pendingSince }) };
    });
    return all;
  }

  #assign(id: string, groupId: string, roleIds: readonly string[], status: 'pending' | 'active'): AccessAssignment {
    const assigned = this.#assigned.get(id) ?? [];
    const pending = status === 'pending' && { pendingSince: this.#now() };
    const made = { id: `${id}-${groupId}`, groupId, roleIds, status, etag: String(assigned.length), ...pending };
    this.#assigned.set(id, [...assigned, made]);
    return made;
  }

  async *#page() {
    yield await this.#answer('list', () => [...this.#rows.keys()].flatMap((id) => this.#settled(id) ?? []));
  }

  async #done<T>(name: string, work: () => T): Promise<Done<T>> {
    return { value: await this.#answer(name, work) };
  }

  async #answer<T>(name: string, work: () => T): Promise<T> {
    this.#count(name);
    return work();
  }

  #count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (this.#isDown) throw down;
  }
}

interface Creation {
  readonly tenantId: string;
  readonly displayName: string;
  readonly roleIds: readonly string[];
  readonly autoExtend: boolean;
  readonly durationDays: number;
}

function refuse(reason: 'nameTaken' | 'notAccepted'): never {
  if (reason === 'notAccepted') throw new Refused('not accepted', { reason });
  throw new NotFound('taken', { reason });
}

interface NextStep {
  readonly at: Instant;
  /** Absent: it's gone. */
  readonly changes?: Partial<KeptRelationship>;
}

function nextStepOf(row: KeptRelationship): NextStep | undefined {
  const after = (seconds: number, status: RelationshipStatus, more: Partial<KeptRelationship> = {}): NextStep => {
    const at = addSeconds(row.since, seconds);
    return { at, changes: { status, since: at, ...more } };
  };
  switch (row.status) {
    case 'approvalPending':
      return { at: addDays(row.since, lapseDays) };
    case 'approved':
      return after(stepSeconds, 'activating');
    case 'activating': {
      const at = addSeconds(row.since, stepSeconds);
      return after(stepSeconds, 'active', { activatedAt: at, endsAt: addDays(at, row.durationDays) });
    }
    case 'active':
      return nextOfActive(row);
    case 'expiring':
      return after(expiringSeconds, 'expired');
    case 'terminationRequested':
      return after(stepSeconds, 'terminated');
    default:
      return undefined;
  }
}

function nextOfActive({ endsAt, autoExtends, roleIds, removalAt }: KeptRelationship): NextStep | undefined {
  if (endsAt === undefined) return undefined;
  const others = roleIds.filter((id) => id !== globalAdministratorId);
  if (removalAt !== undefined && removalAt < endsAt)
    return { at: removalAt, changes: { roleIds: others, removalAt: undefined } };
  const rollsOver = autoExtends && others.length === roleIds.length;
  if (rollsOver) return { at: endsAt, changes: { endsAt: addDays(endsAt, extensionDays) } };
  return { at: endsAt, changes: { status: 'expiring', since: endsAt } };
}
