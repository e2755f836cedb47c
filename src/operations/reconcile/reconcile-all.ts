// One reconciliation: reads all customers and relationships, and checks the tenants that they concern.

import { isDeepStrictEqual } from 'node:util';
import { LockLost, MicrosoftError } from '../../domain/errors.js';
import { isDeniedBy, isSameAnswer, type Problem } from '../../domain/problem.js';
import { isInPartnerCenter, type Tenant } from '../../domain/tenant/tenant.js';
import { secondsSince } from '../../domain/time.js';
import { type HeldLock, mustHold } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import { changeProgress } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { WatchedRequestMonitor } from '../offboarding/watched-request-monitor.js';
import type { Pages } from '../ports/microsoft.js';
import {
  isWithoutPartnerCenter,
  notReconciled,
  type PartnerCenterRefusal,
  type ReconcileFailure,
} from '../ports/progress.js';
import { ListedRelationships } from './listed-relationships.js';
import { syncCustomers } from './sync-customers.js';
import { checksDue, syncRelationships } from './sync-relationships.js';
import { type Missing, syncUnlistedTenants, type UnlistedSynced } from './sync-unlisted-tenants.js';
import type { TenantScheduler } from './tenant-scheduler.js';

/** What reconciling needs. */
export interface ReconcileDeps extends Dependencies {
  readonly scheduler: TenantScheduler;
  readonly watchedRequestMonitor: WatchedRequestMonitor;
}

// A list that was read this recently, before a restart or by another process, may lack what it lacks for the same reason.
const listsApartSeconds = 60;

/** Who was missing from the lists of the last time. */
interface MissingBefore {
  readonly missing: ReadonlySet<string>;
  readonly untied: ReadonlySet<string>;
}

/** Reconciles everything with Microsoft, and remembers who was missing from the last lists. */
export class ReconcileAll {
  readonly #deps: ReconcileDeps;
  #isFirst = true;
  /** The tenants that have been written or forgotten since the lists were asked for; what we know of them is newer. */
  #written: Set<string> | undefined;

  constructor(deps: ReconcileDeps) {
    this.#deps = deps;
    deps.store.committed.on(({ tenantIds }) => {
      for (const tenantId of tenantIds) this.#written?.add(tenantId);
    });
  }

  /**
   * Reads all customers and relationships once, and lets each page go once it has been compared. Never fails: what can't be
   * read is logged, the rest goes on. Resolves to why something couldn't be read or saved; `undefined` when all of it was.
   * @throws LockLost when the lock of reconciling is lost, after which no other page is asked for: another may do all of it.
   */
  async run(lock: HeldLock): Promise<ReconcileFailure | undefined> {
    try {
      return await this.#run(lock);
    } finally {
      this.#written = undefined;
    }
  }

  async #run(lock: HeldLock): Promise<ReconcileFailure | undefined> {
    const { log } = this.#deps;
    const start = performance.now();
    const written = new Set<string>();
    this.#written = written;
    const before = this.#missingBefore();
    const takingCustomers = attempt(log, 'customers', () => this.#takeCustomers(lock, written, before));
    const takingRelationships = attempt(log, 'relationships', () =>
      this.#takeRelationships(
        lock,
        written,
        takingCustomers.then(({ value, failure }) => value?.missing ?? this.#missingByGraphAlone(failure, before)),
        before,
      ),
    );
    const [customers, relationships] = await Promise.all([takingCustomers, takingRelationships]);
    const lost = customers.lost ?? relationships.lost;
    if (lost) throw lost;
    const keeping = await attempt(log, 'missing', () =>
      this.#keepMissing(before, customers.value?.missing?.now, relationships.value?.unlisted),
    );
    const isAlone = await this.#keepRefusal(customers, relationships);
    const own = isAlone ? undefined : customers.failure;
    const failure = own ?? relationships.failure ?? relationships.value?.failure ?? keeping.failure;
    log.info('reconciled', {
      customers: customers.value?.count,
      relationships: relationships.value?.count,
      isComplete: failure === undefined,
      ms: Math.round(performance.now() - start),
    });
    return failure;
  }

  #missingBefore(): MissingBefore {
    const { store, clock } = this.#deps;
    const { missing = [], untied = [], endedAt } = store.progress('reconcile') ?? {};
    const isTooSoon = this.#isFirst && endedAt !== undefined && secondsSince(endedAt, clock.now()) < listsApartSeconds;
    this.#isFirst = false;
    return isTooSoon
      ? { missing: new Set(), untied: new Set() }
      : { missing: new Set(missing), untied: new Set(untied) };
  }

  /**
   * Whom Graph alone can tell to be customers or not, where Partner Center has refused its list the last time too: all but
   * those that it had listed before. `undefined`: it may answer the next time.
   */
  #missingByGraphAlone(failure: ReconcileFailure | undefined, { missing: before }: MissingBefore): Missing | undefined {
    const { store } = this.#deps;
    if (!isRefusal(failure) || !store.progress('reconcile')?.partnerCenter) return undefined;
    const unlisted = [...store.tenants()].filter((tenant) => !isInPartnerCenter(tenant));
    return { now: new Set(unlisted.map(({ tenantId }) => tenantId)), before };
  }

  /** Keeps that Partner Center refuses its list, while Graph answers; resolves to whether it lasts. Never fails. */
  async #keepRefusal(customers: Attempted<unknown>, relationships: Attempted<unknown>): Promise<boolean> {
    const { store, clock, log } = this.#deps;
    const { partnerCenter: known } = store.progress('reconcile') ?? {};
    const problem = isRefusal(customers.failure) ? customers.failure.problem : undefined;
    // What says nothing of it leaves it as it was.
    if (!customers.value && !(problem && relationships.value)) return isWithoutPartnerCenter({ partnerCenter: known });
    const now: PartnerCenterRefusal | undefined = problem && {
      since: known?.since ?? clock.now(),
      problem: known && isSameAnswer(problem, known.problem) ? known.problem : problem,
      ...(known && { isLasting: true }),
    };
    await attempt(log, 'partnerCenter', () =>
      changeProgress(store, 'reconcile', (was = notReconciled) =>
        isDeepStrictEqual(was.partnerCenter, now) ? undefined : { ...was, partnerCenter: now },
      ),
    );
    return isWithoutPartnerCenter({ partnerCenter: now });
  }

  /** Keeps who may stop being a customer or be forgotten the next time. What couldn't be read now is as it was before. */
  async #keepMissing(
    before: MissingBefore,
    missingNow: ReadonlySet<string> | undefined,
    unlisted: UnlistedSynced | undefined,
  ): Promise<void> {
    const { store } = this.#deps;
    const tenantOf = (id: string) => store.tenant(id);
    // Of those that are marked as not listed only the ones that GDAP no longer makes customers are on their way out.
    const unmarked = [...(missingNow ?? before.missing)].filter((id) => isMarked(tenantOf(id)) === false);
    const leaving = [...(unlisted?.leaving ?? before.missing)].filter((id) => tenantOf(id)?.customerBy);
    const missing = [...unmarked, ...leaving];
    const untied = [...(unlisted?.untied ?? before.untied)].filter(tenantOf);
    await changeProgress(store, 'reconcile', (known = notReconciled) => {
      const isSame = isDeepStrictEqual([known.missing, known.untied], [missing, untied]);
      return isSame ? undefined : { ...known, missing, untied };
    });
  }

  async #takeCustomers(
    lock: HeldLock,
    written: Set<string>,
    { missing: before }: MissingBefore,
  ): Promise<{ readonly count: number; readonly missing?: Missing }> {
    const { microsoft } = this.#deps;
    const { count, missing: now } = await syncCustomers(
      this.#deps,
      whileHeld(lock, microsoft.customers.list()),
      written,
    );
    return now ? { count, missing: { now, before } } : { count };
  }

  async #takeRelationships(
    lock: HeldLock,
    written: ReadonlySet<string>,
    customersMissing: Promise<Missing | undefined>,
    { untied: untiedBefore }: MissingBefore,
  ): Promise<RelationshipsTaken> {
    const deps = this.#deps;
    const due = await checksDue(deps);
    const listed = new ListedRelationships(deps.store, due);
    for await (const page of whileHeld(lock, deps.microsoft.relationships.list())) listed.take(page);
    // A relationship may be that of a customer who is new in this very list.
    const missing = await customersMissing;
    const { failure } = await this.#takeNames(lock, listed);
    await deps.watchedRequestMonitor.take(listed.watched, listed.isPartial);
    await syncRelationships(deps, { listed, due, written });
    const taken = { count: listed.count, failure };
    // Without a complete list of customers, those that only Graph lists can't be told apart.
    if (!missing || listed.isPartial) return taken;
    return { ...taken, unlisted: await syncUnlistedTenants(deps, { listed, missing, written }, untiedBefore) };
  }

  /** Asks for Graph's customers where the relationships don't say who they are; otherwise their pages would say nothing new. */
  async #takeNames(lock: HeldLock, listed: ListedRelationships): Promise<Attempted<void>> {
    const { log, microsoft } = this.#deps;
    if (!listed.needsCustomers) return {};
    const taking = await attempt(log, 'delegatedAdminCustomers', () =>
      listed.takeCustomers(whileHeld(lock, microsoft.relationships.listCustomers())),
    );
    if (taking.lost) throw taking.lost;
    return taking;
  }
}

/** What came of the list of relationships. */
interface RelationshipsTaken {
  readonly count: number;
  /** Absent: a list wasn't complete. */
  readonly unlisted?: UnlistedSynced;
  /** Why Graph's customers couldn't be read. Absent: they were, or weren't needed. */
  readonly failure?: ReconcileFailure | undefined;
}

function isRefusal(failure: ReconcileFailure | undefined): failure is { readonly problem: Problem } {
  return failure?.problem !== undefined && isDeniedBy('partnerCenter', failure.problem);
}

function isMarked(tenant: Tenant | undefined): boolean | undefined {
  return tenant && !isInPartnerCenter(tenant);
}

/** What came of something, or why it couldn't be read or saved. */
interface Attempted<T> {
  readonly value?: T;
  readonly failure?: ReconcileFailure;
  readonly lost?: LockLost;
}

/** The pages of a list, each asked for while the lock is held. */
async function* whileHeld<T>(lock: HeldLock, pages: Pages<T>): Pages<T> {
  mustHold(lock);
  for await (const page of pages) {
    yield page;
    mustHold(lock);
  }
}

async function attempt<T>(log: Log, what: string, work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof LockLost) return { lost: error };
    log.warn('notReconciled', { what, error });
    return { failure: { problem: error instanceof MicrosoftError ? error.problem : undefined } };
  }
}
