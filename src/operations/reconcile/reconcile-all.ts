// What does looking at everything cost? The pages of customers and of relationships, and a look at whom they concern.

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { MicrosoftError } from '../../domain/errors.js';
import type { Problem } from '../../domain/health/problem.js';
import type { Log } from '../../runtime/log.js';
import type { Dependencies } from '../dependencies.js';
import type { Listing } from '../ports/microsoft.js';
import { syncCustomers } from './sync-customers.js';
import { type Missing, type Pinned, syncFormerCustomers } from './sync-former-customers.js';
import { type LookAt, pinnedOf, syncRelationships } from './sync-relationships.js';

/**
 * Looks at all customers and relationships once. Never fails: what could not be read is logged, the rest goes on.
 * Resolves to why something could not be read, or kept; `undefined` when all of it was.
 */
export type ReconcileAll = () => Promise<ReconcileFailure | undefined>;

/** Why a sweep was not complete. */
export interface ReconcileFailure {
  /** Absent: Microsoft answered, but what it said could not be kept. */
  readonly problem?: Problem | undefined;
}

/** Builds the sweep. `seen` is shown every relationship of the partner, and takes care of its own failures. */
export function reconciler(
  deps: Dependencies,
  check: LookAt,
  seen: (relationships: Listing<ListedRelationship>) => Promise<void> = async () => undefined,
): ReconcileAll {
  const { microsoft, store, log } = deps;
  let missing: ReadonlySet<string> = new Set();
  let untied: ReadonlySet<string> = new Set();
  return async () => {
    const start = performance.now();
    const before = new Map(
      [...store.tenants()].map(({ tenantId }) => [tenantId, store.rowVersion('tenants', tenantId)]),
    );
    let missed: Missing | undefined;
    const customers = take(log, 'customers', microsoft.customers(), async (all) => {
      // Nobody is gone because a partial list leaves them out.
      if (all.isPartial) return void (await syncCustomers(deps, all, before));
      missed = { now: await syncCustomers(deps, all, before), before: missing };
      missing = missed.now;
    });
    // Whom a relationship concerns may be a customer of whom this very sweep tells.
    const relationships = take(log, 'relationships', microsoft.relationships(), async (all) => {
      await customers;
      await seen(all);
      const pinned = pinnedOf(all);
      await syncRelationships(deps, check, { pinned, isPartial: all.isPartial === true }, before);
      // Without the list of customers nobody can be told from one who has left.
      if (missed && !all.isPartial)
        untied = await syncFormerCustomers(deps, notForgotten(deps, pinned, before), missed, untied);
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
  };
}

// Whom an exit has forgotten since the list was asked for does not come back because of it; the next list tells.
function notForgotten({ store }: Dependencies, pinned: Pinned, before: ReadonlyMap<string, unknown>): Pinned {
  return new Map([...pinned].filter(([tenantId]) => !before.has(tenantId) || store.tenant(tenantId)));
}

/** How much there was, and why it could not be read or kept. */
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
