// One reconciliation: reads all customers and relationships, and checks the tenants that they concern.

import { MicrosoftError } from '../../domain/errors.js';
import type { Problem } from '../../domain/problem.js';
import type { Log } from '../../runtime/log.js';
import type { Dependencies } from '../dependencies.js';
import type { WatchedRequestMonitor } from '../offboarding/watched-request-monitor.js';
import type { Listing } from '../ports/microsoft.js';
import { syncCustomers } from './sync-customers.js';
import { type Missing, type Pinned, syncFormerCustomers } from './sync-former-customers.js';
import { pinnedOf, syncRelationships } from './sync-relationships.js';
import type { TenantScheduler } from './tenant-scheduler.js';

/** Why a reconciliation wasn't complete. */
export interface ReconcileFailure {
  /** Absent: Microsoft answered, but the answer couldn't be saved. */
  readonly problem?: Problem | undefined;
}

/** What reconciling needs. */
export interface ReconcileDeps extends Dependencies {
  readonly scheduler: TenantScheduler;
  readonly watchedRequestMonitor: WatchedRequestMonitor;
}

/** Reconciles everything with Microsoft, and remembers who was missing from the last lists. */
export class ReconcileAll {
  readonly #deps: ReconcileDeps;
  #missing: ReadonlySet<string> = new Set();
  #untied: ReadonlySet<string> = new Set();

  constructor(deps: ReconcileDeps) {
    this.#deps = deps;
  }

  /**
   * Reads all customers and relationships once. Never fails: what can't be read is logged, the rest goes on. Resolves to why
   * something couldn't be read or saved; `undefined` when all of it was.
   */
  async run(): Promise<ReconcileFailure | undefined> {
    const deps = this.#deps;
    const { microsoft, store, log, scheduler, watchedRequestMonitor } = deps;
    const start = performance.now();
    const before = new Map(
      [...store.tenants()].map(({ tenantId }) => [tenantId, store.rowVersion('tenants', tenantId)]),
    );
    let missed: Missing | undefined;
    const customers = take(log, 'customers', microsoft.customers.list(), async (all) => {
      // A partial list proves no one gone.
      if (all.isPartial) return void (await syncCustomers(deps, all, before));
      missed = { now: await syncCustomers(deps, all, before), before: this.#missing };
      this.#missing = missed.now;
    });
    // A relationship may be that of a customer who is new in this very list.
    const relationships = take(log, 'relationships', microsoft.relationships.list(), async (all) => {
      await customers;
      await watchedRequestMonitor.take(all);
      const pinned = pinnedOf(all);
      await syncRelationships(deps, scheduler, { pinned, isPartial: all.isPartial === true }, before);
      // Without a complete list of customers, former customers can't be told apart.
      if (missed && !all.isPartial)
        this.#untied = await syncFormerCustomers(deps, notForgotten(deps, pinned, before), missed, this.#untied);
    });
    const taken = await Promise.all([customers, relationships]);
    const [customersCount, relationshipsCount] = taken.map(({ count }) => count);
    const failure = taken.find(({ failure }) => failure)?.failure;
    log.info('reconciled', {
      customers: customersCount,
      relationships: relationshipsCount,
      isComplete: failure === undefined,
      ms: Math.round(performance.now() - start),
    });
    return failure;
  }
}

// A tenant that an offboarding has forgotten since the list was asked for doesn't come back because of it.
function notForgotten({ store }: Dependencies, pinned: Pinned, before: ReadonlyMap<string, unknown>): Pinned {
  return new Map([...pinned].filter(([tenantId]) => !before.has(tenantId) || store.tenant(tenantId)));
}

/** How many there were, and why they couldn't be read or saved. */
interface Taken {
  readonly count?: number;
  readonly failure?: ReconcileFailure;
}

async function take<T>(
  log: Log,
  what: string,
  answer: Promise<Listing<T>>,
  keep: (all: Listing<T>) => Promise<void>,
): Promise<Taken> {
  let count: number | undefined;
  try {
    const all = await answer;
    count = all.length;
    await keep(all);
    return { count };
  } catch (error) {
    log.warn('notReconciled', { what, error });
    const problem = error instanceof MicrosoftError ? error.problem : undefined;
    return { ...(count !== undefined && { count }), failure: { problem } };
  }
}
