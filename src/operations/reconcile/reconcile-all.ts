// What does looking at everything cost? The pages of customers and of relationships, and a look at whom they concern.

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { MicrosoftError } from '../../domain/errors.js';
import type { Problem } from '../../domain/health/problem.js';
import type { Log } from '../../runtime/log.js';
import type { Means } from '../dependencies.js';
import type { Listing } from '../ports/ports.js';
import { takeCustomers } from './sync-customers.js';
import { type Missing, type Pinned, takeDeparted } from './sync-former-customers.js';
import { type LookAt, pinnedOf, takeRelationships } from './sync-relationships.js';

/**
 * Looks at all customers and relationships once. Never fails: what could not be read is logged, the rest goes on.
 * Resolves to why something could not be read, or kept; `undefined` when all of it was.
 */
export type Sweep = () => Promise<SweepFailure | undefined>;

/** Why a sweep was not complete. */
export interface SweepFailure {
  /** Absent: Microsoft answered, but what it said could not be kept. */
  readonly problem?: Problem | undefined;
}

/** Builds the sweep. `seen` is shown every relationship of the partner, and takes care of its own failures. */
export function sweeper(
  means: Means,
  lookAt: LookAt,
  seen: (relationships: Listing<ListedRelationship>) => Promise<void> = async () => undefined,
): Sweep {
  const { microsoft, store, log } = means;
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
      if (all.isPartial) return void (await takeCustomers(means, all, before));
      missed = { now: await takeCustomers(means, all, before), before: missing };
      missing = missed.now;
    });
    // Whom a relationship concerns may be a customer of whom this very sweep tells.
    const relationships = take(log, 'relationships', microsoft.relationships(), async (all) => {
      await customers;
      await seen(all);
      const pinned = pinnedOf(all);
      await takeRelationships(means, lookAt, { pinned, isPartial: all.isPartial === true }, before);
      // Without the list of customers nobody can be told from one who has left.
      if (missed && !all.isPartial)
        untied = await takeDeparted(means, notForgotten(means, pinned, before), missed, untied);
    });
    const taken = await Promise.all([customers, relationships]);
    const [customersCount, relationshipsCount] = taken.map(({ count }) => count);
    const failure = taken.find(({ failure }) => failure)?.failure;
    log.info('swept', {
      customers: customersCount,
      relationships: relationshipsCount,
      isComplete: failure === undefined,
      ms: Math.round(performance.now() - start),
    });
    return failure;
  };
}

// Whom an exit has forgotten since the list was asked for does not come back because of it; the next list tells.
function notForgotten({ store }: Means, pinned: Pinned, before: ReadonlyMap<string, unknown>): Pinned {
  return new Map([...pinned].filter(([tenantId]) => !before.has(tenantId) || store.tenant(tenantId)));
}

/** How much there was, and why it could not be read or kept. */
interface Taken {
  readonly count?: number;
  readonly failure?: SweepFailure;
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
    log.warn('notSwept', { what, error });
    const problem = error instanceof MicrosoftError ? error.problem : undefined;
    return { ...(count !== undefined && { count }), failure: { problem } };
  }
}
