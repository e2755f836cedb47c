// What does looking at everything cost? The pages of customers and of relationships, and a look at whom they concern.
import { MicrosoftError } from '../domain/errors.js';
import type { Problem } from '../domain/problem.js';
import type { Means } from './means.js';
import type { Log } from './ports.js';
import { takeCustomers } from './take-customers.js';
import { type LookAt, takeRelationships } from './take-relationships.js';

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

/** Builds the sweep. */
export function sweeper(means: Means, lookAt: LookAt): Sweep {
  const { microsoft, store, log } = means;
  let missing: ReadonlySet<string> = new Set();
  return async () => {
    const before = new Map([...store.tenants()].map((tenant) => [tenant.tenantId, tenant]));
    const [customers, relationships] = await Promise.allSettled([microsoft.customers(), microsoft.relationships()]);
    const failures = [
      await take(log, 'customers', customers, async (all) => {
        missing = await takeCustomers(means, all, missing);
      }),
      await take(log, 'relationships', relationships, (all) => takeRelationships(means, lookAt, all, before)),
    ];
    log.info('swept', { customers: countOf(customers), relationships: countOf(relationships) });
    return failures.find((failure) => failure !== undefined);
  };
}

function countOf(answer: PromiseSettledResult<readonly unknown[]>): number | undefined {
  return answer.status === 'fulfilled' ? answer.value.length : undefined;
}

/** Why it could not be read, or what it tells could not be kept. */
async function take<T>(
  log: Log,
  what: string,
  answer: PromiseSettledResult<readonly T[]>,
  keep: (all: readonly T[]) => Promise<void>,
): Promise<SweepFailure | undefined> {
  try {
    if (answer.status === 'rejected') throw answer.reason;
    await keep(answer.value);
    return undefined;
  } catch (error) {
    log.warn('notSwept', { what, error });
    return { problem: error instanceof MicrosoftError ? error.problem : undefined };
  }
}
